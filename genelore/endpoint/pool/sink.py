"""Where a worker writes a reply to, piece by piece, up to a cap."""

import json
import math
import socket
from collections.abc import Callable
from functools import lru_cache
from io import RawIOBase
from typing import IO, cast

from genelore.endpoint.job import ProblemError, Reply
from genelore.endpoint.pool.frames import DATA, END, HEAD, LEAVING, PROBLEM, REPLY, frame, joined

_PIECE = 1 << 16
_REMEMBERED = 256


class Sink(RawIOBase):
    """One reply on its way to the front."""

    def __init__(self, connection: socket.socket, most: int, is_leaving: Callable[[], bool]) -> None:
        """Write to a connection, at most so many bytes of content.

        `is_leaving` is asked in the end whether the worker can do another job.
        """
        self._connection = connection
        self._most = most
        self._left: float = most
        self._is_leaving = is_leaving
        # Whether the front was told that there is no other job for this worker.
        self.is_last = False
        self._waiting = bytearray()
        self._head = b""

    def send(self, reply: Reply) -> None:
        """Write a whole reply.

        Raises:
            ProblemError: it is longer than the cap, and no dump.
            OSError: nobody is there to read it.
        """
        self._head = _head(reply.status, reply.media, reply.headers, reply.is_dump)
        if reply.is_dump:
            self._left = math.inf
        if isinstance(reply.content, bytes):
            self.write(reply.content)
        else:
            self._pour(reply.content)
        if self._head:
            self._connection.sendall(self._last(REPLY, joined(self._head, self._waiting)))
        else:
            self._flush()
            self._connection.sendall(self._last(END))

    def complain(self, error: ProblemError, where: str = "") -> None:
        """Write that there is no reply, or no more of it; `where` is for the log."""
        members = {
            "status": error.status,
            "title": error.title,
            "detail": error.detail,
            "headers": error.headers,
            "where": where,
        }
        self._connection.sendall(self._last(PROBLEM, json.dumps(members).encode()))

    def _last(self, kind: bytes, content: bytes = b"") -> bytes:
        self.is_last = self._is_leaving()
        return (frame(LEAVING) if self.is_last else b"") + frame(kind, content)

    def _pour(self, write: Callable[[IO[bytes]], None]) -> None:
        try:
            # RawIOBase is what IO[bytes] describes, though typeshed does not say so.
            write(cast(IO[bytes], self))
        except Exception:
            if self._left < 0:
                # An engine that is stopped by an exception may pass on another one.
                raise self._too_large() from None
            raise

    def _too_large(self) -> ProblemError:
        return ProblemError(
            413, "Result too large", f"A reply here has at most {self._most} bytes: ask for less by LIMIT."
        )

    def writable(self) -> bool:
        """Say that it can be written to."""
        return True

    def write(self, content: bytes) -> int:  # type: ignore[override]  # wider in typeshed: any buffer
        """Take in a piece of content.

        Raises:
            ProblemError: it is more than the cap leaves.
        """
        self._left -= len(content)
        if self._left < 0:
            raise self._too_large()
        self._waiting += content
        if len(self._waiting) >= _PIECE:
            self._flush()
        return len(content)

    def _flush(self) -> None:
        if self._head:
            self._connection.sendall(frame(HEAD, self._head))
            self._head = b""
        # A long frame would have to be put together again at the other end.
        for start in range(0, len(self._waiting), _PIECE):
            self._connection.sendall(frame(DATA, bytes(self._waiting[start : start + _PIECE])))
        self._waiting.clear()


@lru_cache(_REMEMBERED)
def _head(status: int, media: str, headers: tuple[tuple[str, str], ...], is_dump: bool) -> bytes:
    members = {"status": status, "media": media, "headers": headers, "is_dump": is_dump}
    return json.dumps(members).encode()
