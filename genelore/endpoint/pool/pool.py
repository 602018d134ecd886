"""Who is served next, and by whom: two lanes of workers, quick and slow.

A job begins in the quick lane. After `oversight.PATIENCE` it goes on in the slow lane, at the lowest
priority, if there is room; if there is none it stays where it is until somebody else needs its place, and
is then begun anew when the slow lane has room. There, too, a job is put back when it has had its share
and a client without a place waits. A generation is frozen, so beginning anew does no harm. Clients whose
jobs take long have together one place of the quick lane; the others are for everybody else.
"""

import asyncio
from collections import Counter, OrderedDict
from collections.abc import Callable, Container, Iterator

from genelore.endpoint.job import Job, ProblemError
from genelore.endpoint.pool import advance, oversight, refusals
from genelore.endpoint.pool.connection import Connection
from genelore.endpoint.pool.crew import Crew
from genelore.endpoint.pool.queue import FairQueue
from genelore.endpoint.pool.ticket import Ticket
from genelore.endpoint.settings import Settings

_TICK = 0.02


class Pool:
    """The workers, and the tickets that wait for them."""

    def __init__(self, settings: Settings, is_patient: bool = False) -> None:
        """Have no workers yet; a patient pool has one lane, in which jobs may wait for other servers."""
        self.is_patient = is_patient
        self.counts: Counter[str] = Counter()
        self.crew: Crew | None = None
        # Told when another generation is served.
        self.on_adoption: Callable[[], None] = lambda: None
        self.settings = settings
        self.places = {True: settings.workers, False: settings.workers + 1}
        if is_patient:
            self.places = {True: 0, False: settings.workers}
        self._old: set[Crew] = set()
        self.queues = {True: FairQueue(), False: FairQueue()}
        self.known_slow: OrderedDict[Job, None] = OrderedDict()
        self._ticker: asyncio.TimerHandle | None = None

    @property
    def waiting(self) -> int:
        """How many tickets wait."""
        return sum(map(len, self.queues.values()))

    def workers(self) -> Iterator[Connection]:
        """Return every worker there is."""
        for crew in (self.crew, *self._old):
            yield from crew.workers if crew else ()

    def busy(self) -> list[Connection]:
        """Return the workers that do a job."""
        return [worker for worker in self.workers() if worker.ticket]

    def adopt(self, crew: Crew) -> None:
        """Give all further jobs to a crew; the one before it ends when its jobs are done."""
        if self.crew:
            self._old.add(self.crew)
            self.crew.on_idle = self.dispatch
        self.crew = crew
        self.on_adoption()
        crew.on_death = self._on_death
        crew.on_leave = self._on_leave
        crew.on_change = self.dispatch
        crew.on_idle = self._serve
        self.dispatch()

    def submit(self, job: Job, client: str) -> Ticket:
        """Have a job done as soon as it is its turn."""
        ticket = Ticket(job, client)
        ticket.is_slow = job in self.known_slow
        self.queues[ticket.is_slow].push(ticket)
        if ticket.is_slow:
            self.dispatch()
        else:
            self._serve()
        if self.waiting > self.settings.queue:
            self._refuse_one()
        if self._ticker is None:
            self._ticker = asyncio.get_running_loop().call_later(_TICK, self._tick)
        return ticket

    def _refuse_one(self) -> None:
        """Refuse the youngest ticket of the client that has most of them waiting."""
        tickets = [ticket for queue in self.queues.values() for ticket in queue]
        counts = Counter(ticket.client for ticket in tickets)
        victim = max(tickets, key=lambda ticket: (counts[ticket.client], ticket.born))
        self.queues[victim.is_slow].remove(victim)
        self.counts["refused"] += 1
        victim.refuse(refusals.full(self.settings.queue))

    def abandon(self, ticket: Ticket) -> None:
        """Stop working on what its client no longer waits for."""
        self.queues[ticket.is_slow].remove(ticket)
        for worker in self.busy():
            if worker.ticket is ticket:
                self.counts["abandoned"] += 1
                self.stop(worker, refusals.gone())
            elif ticket in worker.following:
                worker.take_back(ticket)
        ticket.refuse(refusals.gone())

    def stop(self, worker: Connection, problem: ProblemError) -> None:
        """Kill a worker and tell its client why."""
        worker.fail(problem)
        self._wait_again(worker.release()[1:])
        worker.employer.kill(worker)
        self.dispatch()

    def put_back(self, worker: Connection) -> None:
        """Kill a worker whose answer has not begun, and have its job begun anew in the slow lane."""
        ticket, *others = worker.release()
        self._wait_again(others)
        worker.employer.kill(worker)
        ticket.spent += asyncio.get_running_loop().time() - ticket.started
        ticket.share *= 2
        ticket.before = None
        self.counts["put back"] += 1
        self.queues[True].push(ticket)

    def _on_death(self, worker: Connection) -> None:
        """Tell the client of a worker that died of its job."""
        self.counts["died"] += 1
        worker.fail(refusals.died(self.settings.memory))
        self._wait_again(worker.release()[1:])

    def _on_leave(self, worker: Connection) -> None:
        """Have another do what a worker had in advance that has grown too large."""
        self._wait_again(worker.release())

    def _wait_again(self, tickets: list[Ticket]) -> None:
        """Put tickets whose turn had come before all that wait."""
        for ticket in reversed(tickets):
            self.queues[False].push_first(ticket)

    def dispatch(self) -> None:
        """Bring tickets and workers together, and see that there are enough workers."""
        if self.crew is None or self.crew.is_lost:
            return
        self._serve()
        self._staff(self.crew)
        self._dismiss()

    def _serve(self) -> None:
        """Give the workers that wait the tickets that wait."""
        if self.crew is None or self.crew.is_lost:
            return
        idle, now = (
            [worker for worker in self.crew.workers if worker.is_idle],
            asyncio.get_running_loop().time(),
        )
        if idle and not self.waiting:
            advance.take_back(self, now)
        if self.queues[False]:
            advance.give(self.crew, self.queues[False], self.debtors(), now)
        for worker in idle:
            queue = self.queues[worker.is_slow]
            ticket = queue.pop(self._refused(worker.is_slow)) if queue else None
            if ticket:
                worker.start(ticket, now)

    def _refused(self, is_slow: bool) -> Container[str]:
        """Return the clients that may have no place of a lane now."""
        debtors = () if is_slow else self.debtors()
        if not debtors:
            return ()
        quick = [worker.ticket.client for worker in self.busy() if worker.ticket and not worker.is_slow]
        return debtors if any(client in debtors for client in quick) else ()

    def debtors(self) -> set[str]:
        """Return the clients whose jobs take long."""
        running = {worker.ticket.client for worker in self.busy() if worker.ticket and worker.ticket.is_slow}
        return running | {ticket.client for ticket in self.queues[True]}

    def _staff(self, crew: Crew) -> None:
        for is_slow, places in self.places.items():
            wanted = min(places, len(self.queues[True])) if is_slow else places
            there = [worker for worker in crew.workers if worker.is_slow is is_slow]
            for _ in range(wanted - len(there)):
                crew.hire(is_slow)

    def _dismiss(self) -> None:
        for crew in tuple(self._old):
            for worker in tuple(crew.workers):
                if worker.is_idle:
                    crew.retire(worker)
            if not crew.workers:
                self._old.discard(crew)
                crew.close()

    def close(self) -> None:
        """End every process, and tell those who wait."""
        for queue in self.queues.values():
            for ticket in queue:
                queue.remove(ticket)
                ticket.refuse(refusals.lost())
        for worker in self.busy():
            worker.fail(refusals.lost())
            for ticket in worker.release():
                ticket.refuse(refusals.lost())
        for crew in (self.crew, *self._old):
            if crew:
                crew.close()

    def _tick(self) -> None:
        loop = asyncio.get_running_loop()
        oversight.look(self, loop.time())
        self.dispatch()
        is_needed = self.waiting or self.busy()
        self._ticker = loop.call_later(_TICK, self._tick) if is_needed else None
