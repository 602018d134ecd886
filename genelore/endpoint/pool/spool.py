"""Dumps on disk: written once as fast as a worker can, read by each client as slowly as it likes.

A worker that waited for its client would be taken from all others by whoever reads slowly. The files have
no names and go with the last reader; clients that ask for the same dump share one.
"""

import asyncio
import logging
import os
from collections.abc import AsyncGenerator
from tempfile import TemporaryFile

from genelore.endpoint.job import Job
from genelore.endpoint.pool import refusals
from genelore.endpoint.pool.ticket import Answer, CutError

_LOG = logging.getLogger("genelore.pool")
_MOST = 16
_PIECE = 1 << 17


class Spool:
    """An answer on disk, whole or still arriving."""

    def __init__(self, answer: Answer) -> None:
        """Begin to write an answer that has begun."""
        self.head = answer.head
        self.identity = answer.identity
        self.size = 0
        self.readers = 0
        self.is_over = False
        self.is_cut = False
        self._file = TemporaryFile()  # noqa: SIM115  # it is read by others for as long as they like
        self._news = asyncio.Event()
        self._task = asyncio.get_running_loop().create_task(self._fill(answer))

    @property
    def length(self) -> int | None:
        """How many bytes it has, as soon as that is known."""
        return self.size if self.is_over and not self.is_cut else None

    async def _fill(self, answer: Answer) -> None:
        try:
            async for piece in answer.pieces():
                self._file.write(piece)
                self._file.flush()
                self.size += len(piece)
                self._tell()
        except (CutError, OSError) as error:
            self.is_cut = True
            _LOG.error("a dump was not finished: %s", type(error).__name__)
        self.is_over = True
        self._tell()

    def _tell(self) -> None:
        news, self._news = self._news, asyncio.Event()
        news.set()

    async def finished(self) -> None:
        """Return when all of it is there, or nothing more comes."""
        await self._task

    async def pieces(self) -> AsyncGenerator[bytes, None]:
        """Return the content as it arrives.

        Raises:
            CutError: it was not finished.
        """
        place = 0
        self.readers += 1
        try:
            while place < self.size or not self.is_over:
                news = self._news
                while place < self.size:
                    piece = os.pread(self._file.fileno(), _PIECE, place)
                    place += len(piece)
                    yield piece
                if not self.is_over and place == self.size:
                    await news.wait()
        finally:
            self.readers -= 1
        if self.is_cut:
            raise CutError


class Spools:
    """The dumps of one generation, at most so many."""

    def __init__(self) -> None:
        """Begin with none."""
        self._kept: dict[Job, Spool] = {}

    def get(self, job: Job) -> Spool | None:
        """Return the dump that is there, or on its way."""
        found = self._kept.get(job)
        return None if found is None or found.is_cut else found

    def is_full(self) -> bool:
        """Say whether no more dumps may be read, when those that nobody reads are forgotten."""
        for job, spool in tuple(self._kept.items()):
            if spool.is_cut or (len(self._kept) >= _MOST and spool.is_over and not spool.readers):
                del self._kept[job]
        return len(self._kept) >= _MOST

    def make(self, job: Job, answer: Answer) -> Spool:
        """Return a dump of an answer that has begun.

        Raises:
            ProblemError: too many dumps are being read.
        """
        if self.is_full():
            raise refusals.full_of_dumps(_MOST)
        spool = self._kept[job] = Spool(answer)
        return spool

    def clear(self) -> None:
        """Forget all; those that are being read stay until they are."""
        self._kept.clear()
