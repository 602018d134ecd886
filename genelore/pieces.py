"""Pieces of bytes, read as one stream."""

import io
from collections.abc import Iterator
from typing import BinaryIO

from typing_extensions import Buffer

_BYTES = 1 << 18


def stream(pieces: Iterator[bytes]) -> BinaryIO:
    """Return a stream that makes the pieces as they are read; none has to be held longer than that.

    >>> stream(iter([b"ALAS1 ", b"", b"ALAS2"])).read()
    b'ALAS1 ALAS2'
    """
    return io.BufferedReader(_Pieces(pieces), _BYTES)


class _Pieces(io.RawIOBase):
    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = filter(None, pieces)
        self._rest = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer, /) -> int:
        view = memoryview(buffer)
        self._rest = self._rest or memoryview(next(self._pieces, b""))
        taken, self._rest = self._rest[: len(view)], self._rest[len(view) :]
        view[: len(taken)] = taken
        return len(taken)
