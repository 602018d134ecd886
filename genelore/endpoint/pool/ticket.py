"""A job on its way through the pool, and the answer to it as it arrives."""

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass

from genelore.endpoint.job import Job, ProblemError

# A reply of at most so many bytes is complete before a word of it is sent, so its status is certain.
WHOLE = 1 << 20
# So many bytes of a longer reply are taken in ahead of a client that reads slowly.
AHEAD = 4 << 20

# Seconds that a job has the slow lane for if others wait, the first time; twice as many each time after.
SHARE = 2.0


@dataclass(frozen=True, slots=True)
class Head:
    """What an answer begins with."""

    status: int
    media: str
    headers: tuple[tuple[str, str], ...]
    is_dump: bool = False


class CutError(Exception):
    """An answer that had begun will not be finished."""


class Answer:
    """What a worker replies: complete, or still arriving."""

    def __init__(self, head: Head, identity: str) -> None:
        """Begin without content; `identity` is that of the generation it comes from."""
        self.head = head
        self.identity = identity
        self.is_complete = False
        self.is_cut = False
        # Told when the client has read enough for more to be taken in.
        self.on_room: Callable[[], None] = lambda: None
        self._pieces: deque[bytes] = deque()
        self._size = 0
        self._news = asyncio.Event()

    @property
    def size(self) -> int:
        """How many bytes have arrived and were not yet read."""
        return self._size

    def add(self, piece: bytes) -> None:
        """Take in a piece of the content."""
        self._pieces.append(piece)
        self._size += len(piece)
        self._news.set()

    def finish(self, is_cut: bool) -> None:
        """Take in that nothing more will come."""
        self.is_complete = not is_cut
        self.is_cut = is_cut
        self.on_room = lambda: None
        self._news.set()

    def content(self) -> bytes:
        """Return all that has arrived."""
        return b"".join(self._pieces)

    async def pieces(self) -> AsyncGenerator[bytes, None]:
        """Return the content as it arrives.

        Raises:
            CutError: it was not finished.
        """
        while True:
            while self._pieces:
                piece = self._pieces.popleft()
                self._size -= len(piece)
                if self._size < AHEAD // 2:
                    self.on_room()
                yield piece
            if self.is_complete:
                return
            if self.is_cut:
                raise CutError
            self._news.clear()
            await self._news.wait()


class Ticket:
    """A job that a client waits for.

    `begun` has the answer as soon as its status is certain, or the problem that comes instead.
    """

    __slots__ = (
        "before",
        "begun",
        "born",
        "client",
        "is_slow",
        "job",
        "on_long",
        "share",
        "spent",
        "started",
    )

    def __init__(self, job: Job, client: str) -> None:
        """Take a ticket now."""
        loop = asyncio.get_running_loop()
        self.job = job
        self.client = client
        self.begun: asyncio.Future[Answer] = loop.create_future()
        self.born = loop.time()
        self.started = 0.0
        # Whether the job takes long, as far as is known.
        self.is_slow = False
        # The worker's processor time when it was first looked at.
        self.before: float | None = None
        # Seconds that were spent on it in vain, and those that it has next if others wait.
        self.spent = 0.0
        self.share = SHARE
        # Told once, when the job turns out to take long.
        self.on_long: Callable[[], None] | None = None

    def tell_long(self) -> None:
        """Tell, once, that the job takes long."""
        told, self.on_long = self.on_long, None
        if told:
            told()

    def refuse(self, problem: ProblemError) -> None:
        """Have the client told of a problem, if it has been told nothing yet."""
        if not self.begun.done():
            self.begun.set_exception(problem)

    def begin(self, answer: Answer) -> None:
        """Have the client told the answer, if it has been told nothing yet."""
        if not self.begun.done():
            self.begun.set_result(answer)
