"""What is looked at again and again: who takes long, who takes too long, who has waited too long.

The clock is looked at here, in the front, whatever a worker does: one that writes steadily is stopped at
the deadline like one that says nothing.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from genelore.endpoint.pool import advance, refusals

if TYPE_CHECKING:
    from genelore.endpoint.pool.connection import Connection
    from genelore.endpoint.pool.pool import Pool
    from genelore.endpoint.pool.ticket import Ticket

# Seconds of a processor that a job may take in the quick lane when others wait.
PATIENCE = 0.2
# As many times as long, by the clock, it may take where processors have other things to do.
_BUSY = 5
_REMEMBERED = 4096


def look(pool: Pool, now: float) -> None:
    """Stop, move and refuse what is due."""
    advance.take_back(pool, now)
    advance.stop_waste(pool, now - PATIENCE)
    for worker in pool.busy():
        if worker.ticket:
            _look_at(pool, worker, worker.ticket, now)
    _share_slow_lane(pool, now)
    for queue in pool.queues.values():
        for ticket in queue:
            if now - ticket.born > PATIENCE:
                ticket.tell_long()
            if now - ticket.born > pool.settings.deadline:
                queue.remove(ticket)
                pool.counts["refused"] += 1
                ticket.refuse(refusals.stale(pool.settings.deadline))


def _look_at(pool: Pool, worker: Connection, ticket: Ticket, now: float) -> None:
    if ticket.spent + now - ticket.started > pool.settings.deadline:
        pool.counts["late"] += 1
        pool.stop(worker, refusals.late(pool.settings.deadline))
        return
    if now - ticket.started > PATIENCE:
        ticket.tell_long()
    if not pool.is_patient and _is_long(worker, ticket, now):
        _remember(pool, ticket)
        if not worker.is_slow:
            _move(pool, worker, ticket)


def _is_long(worker: Connection, ticket: Ticket, now: float) -> bool:
    """Say whether a job takes long by itself, not only because the machine is busy."""
    worked = worker.processor_time()
    if ticket.before is None:
        ticket.before = worked
    is_much = worked is not None and ticket.before is not None and worked - ticket.before > PATIENCE
    taken = now - ticket.started
    return is_much or taken > PATIENCE * (1 if worker.has_begun else _BUSY)


def _remember(pool: Pool, ticket: Ticket) -> None:
    ticket.is_slow = True
    pool.known_slow[ticket.job] = None
    if len(pool.known_slow) > _REMEMBERED:
        pool.known_slow.popitem(last=False)


def _move(pool: Pool, worker: Connection, ticket: Ticket) -> None:
    """Move a job to the slow lane if there is room, or away if its place is needed."""
    slow = [other for other in pool.workers() if other.is_slow]
    if sum(1 for other in slow if other.ticket) < pool.places[True]:
        pool.counts["moved"] += 1
        for other in slow:
            if other.is_idle:
                other.employer.retire(other)
        worker.employer.slow_down(worker)
    elif _is_in_the_way(pool, ticket):
        if worker.has_begun:
            pool.stop(worker, refusals.crowded())
        else:
            pool.put_back(worker)


def _is_in_the_way(pool: Pool, ticket: Ticket) -> bool:
    """Say whether another client waits that has no place of the quick lane."""
    served = {worker.ticket.client for worker in pool.busy() if worker.ticket and not worker.is_slow}
    return any(other.client not in served | {ticket.client} for other in pool.queues[False])


def _share_slow_lane(pool: Pool, now: float) -> None:
    """Put one job back if a client without a place waits, and another has several, or has had its share."""
    slow = [(worker, worker.ticket) for worker in pool.busy() if worker.is_slow and worker.ticket]
    counts = Counter(ticket.client for _, ticket in slow)
    if len(slow) < pool.places[True] or all(ticket.client in counts for ticket in pool.queues[True]):
        return
    free = [(worker, ticket) for worker, ticket in slow if not worker.has_begun]
    greedy = [pair for pair in free if counts[pair[1].client] > 1]
    served = [pair for pair in free if now - pair[1].started > pair[1].share]
    if greedy:
        pool.put_back(max(greedy, key=lambda pair: pair[1].started)[0])
    elif served:
        pool.put_back(min(served, key=lambda pair: pair[1].started)[0])
