"""Jobs that workers are given in advance, while they are at another.

Where many short jobs come, most of what one costs is that the front and a worker wake each other. So a worker
that is at work is given the next job before one that sleeps, as long as that job will not wait noticeably.
What lies behind a job that turns out to be longer is taken back, which at worst has short jobs done twice.
"""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from genelore.endpoint.pool.crew import Crew
    from genelore.endpoint.pool.pool import Pool
    from genelore.endpoint.pool.queue import FairQueue

# Seconds that a worker may have been at its job when it is given another; after as many that is taken back.
_FRESH = 0.005


def give(crew: Crew, queue: FairQueue, refused: Container[str], now: float) -> None:
    """Give the workers that are quick jobs of a queue, but none of certain clients."""
    for worker in crew.workers:
        while worker.takes_more(now - _FRESH):
            ticket = queue.pop(refused)
            if ticket is None:
                return
            worker.start(ticket, now)


def take_back(pool: Pool, now: float) -> None:
    """Put back what lies behind jobs that are not so quick."""
    for worker in pool.workers():
        if worker.since < now - _FRESH:
            for ticket in reversed(worker.following):
                worker.take_back(ticket)
                pool.counts["taken back"] += 1
                pool.queues[False].push_first(ticket)


def stop_waste(pool: Pool, latest: float) -> None:
    """Kill workers that have been, since a time, at what was taken back."""
    for worker in [*pool.workers()]:
        if worker.is_wasted and worker.since < latest:
            worker.release()
            worker.employer.kill(worker)
