"""The front's end of the socket of one worker."""

import asyncio
import json
import logging
from collections import deque
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Protocol, cast

from genelore.endpoint.job import ProblemError
from genelore.endpoint.pool.frames import DATA, END, HEAD, JOB, LEAVING, PROBLEM, REPLY, Frames, frame, parted
from genelore.endpoint.pool.ticket import AHEAD, WHOLE, Answer, Head, Ticket

_LOG = logging.getLogger("genelore.pool")
_REMEMBERED = 256
# A worker is given jobs in advance as long as they wait, by the mean of those before, for so many seconds. A
# single job counts at most so many, and makes up this part of the mean.
_AHEAD = 0.001
_MOST = 0.05
_PART = 8


class Employer(Protocol):
    """Who is told what becomes of a worker."""

    identity: str

    def on_free(self, worker: "Connection") -> None:
        """Take in that a worker has done its job."""

    def on_gone(self, worker: "Connection") -> None:
        """Take in that a worker is dead."""

    def slow_down(self, worker: "Connection") -> None:
        """Have a worker yield to all other processes from now on."""

    def kill(self, worker: "Connection") -> None:
        """Have a worker killed at once."""

    def retire(self, worker: "Connection") -> None:
        """Let an idle worker end."""


class Connection(asyncio.Protocol):
    """A worker: the job that it does, those that it has in advance, and whether it is a slow one.

    What was given in advance lies in the socket until the worker comes to it. It can be taken back: then the
    worker does it for nobody, and what it replies is dropped.
    """

    def __init__(self, employer: Employer, number: int) -> None:
        """Belong to an employer under a number."""
        self.employer = employer
        self.number = number
        self.process: int | None = None
        # When it came to what it does now, and how long it took for what it did before, in the mean.
        self.since = 0.0
        self._mean = _MOST
        # What it was given and has not replied to, in this order; None has been taken back.
        self._given: deque[Ticket | None] = deque()
        self.is_slow = False
        self.is_leaving = False
        self._is_paused = False
        self._answer: Answer | None = None
        self._frames = Frames()
        self._transport: asyncio.Transport | None = None

    @property
    def ticket(self) -> Ticket | None:
        """The job that it does; None if it does none, or one that was taken back."""
        return self._given[0] if self._given else None

    @property
    def is_idle(self) -> bool:
        """Whether the worker waits for a job."""
        return not self._given and self._transport is not None and not self.is_leaving

    @property
    def is_wasted(self) -> bool:
        """Whether it does a job that was taken back."""
        return bool(self._given) and self._given[0] is None

    @property
    def following(self) -> list[Ticket]:
        """The jobs that it has in advance."""
        return [ticket for ticket in islice(self._given, 1, None) if ticket]

    def takes_more(self, since: float) -> bool:
        """Say whether it is to have a job in advance: it is quick, and began its own after a time."""
        if not self._given or self.since < since or len(self._given) * self._mean > _AHEAD:
            return False
        return not (self.is_wasted or self.is_slow or self.is_leaving or self.has_begun)

    @property
    def has_begun(self) -> bool:
        """Whether the client has been told the status of the answer."""
        return self.ticket is not None and self.ticket.begun.done()

    def processor_time(self) -> float | None:
        """Return how many seconds a processor has worked for it; None where the system does not tell."""
        try:
            text = Path(f"/proc/{self.process}/schedstat").read_text(encoding="ascii")
        except OSError:
            return None
        return int(text.split()[0]) / 1e9

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the transport."""
        self._transport = cast(asyncio.Transport, transport)

    def start(self, ticket: Ticket, now: float) -> None:
        """Give the worker a job, in advance if it has one."""
        assert self._transport is not None
        self._given.append(ticket)
        if len(self._given) == 1:
            self._come_to(now)
        members = {"kind": ticket.job.kind, "arguments": ticket.job.arguments}
        self._transport.write(frame(JOB, json.dumps(members).encode()))

    def _come_to(self, now: float) -> None:
        self.since = now
        if self.ticket:
            self.ticket.started = now

    def data_received(self, data: bytes) -> None:
        """Take in what the worker writes."""
        for kind, content in self._frames.feed(data):
            if not self._given:
                continue
            if self.is_wasted:
                self._drop(kind)
            elif kind == REPLY:
                self._on_reply(*parted(content))
            elif kind == HEAD:
                self._on_head(content)
            elif kind == DATA and self._answer:
                self._on_data(self._answer, content)
            elif kind == LEAVING:
                self.is_leaving = True
            elif kind == END and self._answer:
                self._on_end(self._answer)
            else:
                self._on_problem(json.loads(content))

    def _drop(self, kind: bytes) -> None:
        self.is_leaving |= kind == LEAVING
        if kind in {REPLY, END, PROBLEM}:
            self._over()

    def _on_reply(self, head: bytes, content: bytes) -> None:
        answer = Answer(_head(head), self.employer.identity)
        answer.add(content)
        self._on_end(answer)

    def _on_head(self, content: bytes) -> None:
        self._answer = Answer(_head(content), self.employer.identity)
        self._answer.on_room = self._resume

    def _on_data(self, answer: Answer, content: bytes) -> None:
        answer.add(content)
        if answer.size > WHOLE and self.ticket:
            self.ticket.begin(answer)
        if answer.size > AHEAD and self._transport:
            self._is_paused = True
            self._transport.pause_reading()

    def _on_end(self, answer: Answer) -> None:
        answer.finish(is_cut=False)
        if self.ticket:
            self.ticket.begin(answer)
        self._over()

    def _resume(self) -> None:
        if self._is_paused and self._transport and not self._transport.is_closing():
            self._is_paused = False
            self._transport.resume_reading()

    def _on_problem(self, members: dict[str, object]) -> None:
        if members["where"]:
            _LOG.error("job %s: %s", self.ticket and self.ticket.job.kind, members["where"])
        headers = tuple((name, value) for name, value in cast(list[list[str]], members["headers"]))
        status, title, detail = (members[name] for name in ("status", "title", "detail"))
        self.fail(ProblemError(cast(int, status), cast(str, title), cast(str, detail), headers))
        self._over()

    def fail(self, problem: ProblemError) -> None:
        """Tell the client of a problem, or cut its answer if that has begun."""
        if self.ticket:
            self.ticket.refuse(problem)
        if self._answer:
            self._answer.finish(is_cut=True)

    def _over(self) -> None:
        self._resume()
        self._answer = None
        self._given.popleft()
        now = asyncio.get_running_loop().time()
        self._mean += (min(now - self.since, _MOST) - self._mean) / _PART
        if self._given:
            self._come_to(now)
        self.employer.on_free(self)

    def release(self) -> list[Ticket]:
        """Take every job away from the worker, which must end: first the one that it does."""
        tickets = [ticket for ticket in self._given if ticket]
        self._given.clear()
        self._answer = None
        return tickets

    def take_back(self, ticket: Ticket) -> None:
        """Take away a job that it has in advance."""
        self._given[self._given.index(ticket)] = None

    def close(self) -> None:
        """Let the worker end."""
        if self._transport:
            self._transport.close()

    def connection_lost(self, exception: Exception | None) -> None:
        """Take in that the worker is dead."""
        self.employer.on_gone(self)


@lru_cache(_REMEMBERED)
def _head(content: bytes) -> Head:
    members = json.loads(content)
    headers = tuple((name, value) for name, value in members["headers"])
    return Head(members["status"], members["media"], headers, members["is_dump"])
