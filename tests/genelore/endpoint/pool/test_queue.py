import pytest

from genelore.endpoint.job import Job
from genelore.endpoint.pool.cache import Cache
from genelore.endpoint.pool.queue import FairQueue
from genelore.endpoint.pool.ticket import Ticket
from tests.running import finished


def _queue(*clients: str) -> tuple[FairQueue, list[Ticket]]:
    async def fill() -> tuple[FairQueue, list[Ticket]]:
        queue = FairQueue()
        tickets = [Ticket(Job("sparql"), client) for client in clients]
        for ticket in tickets:
            queue.push(ticket)
        return queue, tickets

    return finished(fill())


def _order(queue: FairQueue) -> list[str]:
    found = iter(queue.pop, None)
    return [ticket.client for ticket in found if ticket]


def test_clients_are_served_by_turns() -> None:
    queue, _ = _queue("a", "a", "a", "b", "c", "b")
    assert _order(queue) == ["a", "b", "c", "a", "b", "a"]


def test_a_clients_own_tickets_keep_their_order() -> None:
    queue, tickets = _queue("a", "a", "a")
    assert [queue.pop() for _ in range(3)] == tickets


def test_a_client_that_may_not_is_passed_over_and_keeps_its_place() -> None:
    queue, _ = _queue("a", "b")
    served = queue.pop({"a"})
    assert served
    assert served.client == "b"
    assert _order(queue) == ["a"]


def test_a_ticket_can_be_taken_out() -> None:
    queue, tickets = _queue("a", "a", "b")
    queue.remove(tickets[0])
    queue.remove(tickets[0])
    assert len(queue) == 2
    assert [*queue] == tickets[1:]


def test_a_cache_forgets_what_was_used_least() -> None:
    cache: Cache[str] = Cache(160)
    for number in range(16):
        cache.put(number, f"answer {number}", 10)
    assert cache.get(0) == "answer 0"
    cache.put("more", "one more", 10)
    assert cache.get(0) == "answer 0"
    assert cache.get(1) is None
    assert cache.size == 160


def test_a_cache_does_not_keep_what_is_too_large_for_it() -> None:
    cache: Cache[str] = Cache(160)
    cache.put("large", "answer", 11)
    assert cache.get("large") is None
    assert cache.size == 0


def test_a_cache_counts_what_is_put_twice_once() -> None:
    cache: Cache[str] = Cache(1600)
    cache.put("a", "old", 100)
    cache.put("a", "new", 50)
    assert (cache.get("a"), cache.size) == ("new", 50)


@pytest.mark.parametrize("most", [0, 15])
def test_a_cache_of_nothing_keeps_nothing(most: int) -> None:
    cache: Cache[str] = Cache(most)
    cache.put("a", "answer", 1)
    assert cache.get("a") is None
