"""Jobs that a worker is given before it has done the one that it is at."""

import asyncio
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import cast

import pytest

from genelore.endpoint.job import Job
from genelore.endpoint.pool.connection import Connection, Employer
from genelore.endpoint.pool.frames import JOB, LEAVING, REPLY, Frames, frame, joined
from genelore.endpoint.pool.ticket import Ticket
from tests.genelore.endpoint.attacks.site import Client, Site, running
from tests.genelore.endpoint.pool.test_lanes import ENDLESS
from tests.running import finished

_HEAD = b'{"status": 200, "media": "text/plain", "headers": [], "is_dump": false}'


@dataclass
class Wire:
    """The worker's end of a connection, and who is told of it."""

    identity: str = "one"
    sent: list[str] = field(default_factory=list)
    freed: int = 0

    def write(self, data: bytes) -> None:
        self.sent += [
            json.loads(content)["arguments"][0][1] for kind, content in Frames().feed(data) if kind == JOB
        ]

    def on_free(self, worker: Connection) -> None:
        self.freed += 1


def _worker() -> tuple[Connection, Wire]:
    wire = Wire()
    worker = Connection(cast(Employer, wire), 1)
    worker.connection_made(cast(asyncio.Transport, wire))
    return worker, wire


def _ticket(name: str) -> Ticket:
    return Ticket(Job("sparql", (("query", name),)), "client")


def _reply(text: bytes) -> bytes:
    return frame(REPLY, joined(_HEAD, text))


def _now() -> float:
    return asyncio.get_running_loop().time()


def _practised(worker: Connection, jobs: int = 100) -> None:
    """Have a worker do so many short jobs."""
    for _ in range(jobs):
        worker.start(_ticket("short"), _now())
        worker.data_received(_reply(b""))


def test_only_a_worker_that_was_quick_and_is_fresh_is_given_more() -> None:
    async def work() -> None:
        worker, _ = _worker()
        assert not worker.takes_more(0)  # it sleeps
        worker.start(_ticket("first"), _now())
        assert not worker.takes_more(0)  # nobody knows how quick it is
        worker.data_received(_reply(b""))
        _practised(worker)
        worker.start(_ticket("a"), _now())
        assert worker.takes_more(_now() - 1)
        assert not worker.takes_more(_now() + 1)  # it has been at its job for long
        worker.is_slow = True
        assert not worker.takes_more(_now() - 1)

    finished(work())


def test_replies_are_for_the_jobs_in_their_order() -> None:
    async def work() -> None:
        worker, wire = _worker()
        tickets = [_ticket(name) for name in "abc"]
        for ticket in tickets:
            worker.start(ticket, _now())
        assert wire.sent == ["a", "b", "c"]
        assert worker.following == tickets[1:]
        worker.data_received(_reply(b"A") + _reply(b"B"))
        assert [one.begun.result().content() for one in tickets[:2]] == [b"A", b"B"]
        assert worker.ticket is tickets[2]
        worker.data_received(_reply(b"C"))
        assert tickets[2].begun.result().content() == b"C"
        assert worker.is_idle
        assert wire.freed == 3

    finished(work())


def test_the_reply_to_a_job_that_was_taken_back_is_dropped() -> None:
    async def work() -> None:
        worker, _ = _worker()
        tickets = [_ticket(name) for name in "abc"]
        for ticket in tickets:
            worker.start(ticket, _now())
        worker.take_back(tickets[1])
        assert worker.following == [tickets[2]]
        worker.data_received(_reply(b"A"))
        assert worker.is_wasted
        assert not worker.is_idle
        worker.data_received(_reply(b"B") + _reply(b"C"))
        assert not tickets[1].begun.done()
        assert tickets[2].begun.result().content() == b"C"
        assert worker.is_idle

    finished(work())


def test_a_worker_that_leaves_gives_up_what_it_has_in_advance() -> None:
    async def work() -> None:
        worker, _ = _worker()
        tickets = [_ticket(name) for name in "abc"]
        for ticket in tickets:
            worker.start(ticket, _now())
        worker.data_received(frame(LEAVING) + _reply(b"A"))
        assert worker.is_leaving
        assert worker.release() == tickets[1:]
        assert tickets[0].begun.result().content() == b"A"
        worker.data_received(_reply(b"B"))  # it was faster than the front
        assert not tickets[1].begun.done()

    finished(work())


@pytest.fixture(scope="module")
def site(seed_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with running(
        seed_store, tmp_path_factory.mktemp("advance") / "log", "--deadline=20", "--workers=2"
    ) as site:
        yield site


@dataclass
class Many:
    """Clients that ask short queries, each its own, as fast as they can."""

    site: Site
    right: int = 0
    wrong: list[str] = field(default_factory=list)

    def ask(self, client: int, number: int) -> None:
        mine = Client(self.site.port, f"127.0.0.{100 + client}")
        for place in range(number):
            value = f"{client}-{place}-{id(self)}"
            answer = mine.ask(f"SELECT ('{value}' AS ?v) {{}}", "text/csv")
            if answer.status == 200 and answer.body.split() == [b"v", value.encode()]:
                self.right += 1
            else:
                self.wrong.append(f"{value}: {answer.status} {answer.body!r}")

    def all(self, clients: int, each: int) -> None:
        threads = [Thread(target=self.ask, args=(client, each)) for client in range(clients)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()


def test_everybody_gets_the_own_answer_while_jobs_are_given_in_advance(site: Site) -> None:
    asked = Many(site)
    asked.all(clients=8, each=100)
    assert asked.wrong == []
    assert asked.right == 800


def test_short_jobs_behind_an_endless_one_are_answered_long_before_it(site: Site) -> None:
    Many(site).all(clients=4, each=50)
    ended: list[int] = []
    attackers = [
        Thread(
            target=lambda place: ended.append(
                Client(site.port, f"127.0.0.{50 + place}").ask(f"{ENDLESS} OFFSET {place}").status
            ),
            args=(place,),
        )
        for place in range(2)
    ]
    asked = Many(site)
    for attacker in attackers:
        attacker.start()
    asked.all(clients=8, each=100)
    assert asked.wrong == []
    assert ended == []
    for attacker in attackers:
        attacker.join()
    assert ended == [504, 504]
