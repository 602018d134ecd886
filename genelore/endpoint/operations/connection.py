"""HTTP over one connection, with an end to everything that a client can draw out.

The server that this builds on has no limit for the size of headers, nor for the time that a client takes to
send a request or to read its answer.
"""

import asyncio
from collections.abc import Callable, Iterable
from typing import cast

from genelore.endpoint.operations.crowd import Crowd
from genelore.endpoint.operations.crowd_connection import CrowdConnection
from genelore.endpoint.operations.exchange import Desk
from genelore.endpoint.operations.header_fields import REFUSED, is_host_certain, joined
from genelore.endpoint.settings import Settings

SWEEP_SECONDS = 0.5
_LATE = b"HTTP/1.1 408 Request Timeout\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"
_LARGE = b"HTTP/1.1 431 Request Header Fields Too Large\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"


class HeadersTooLargeError(Exception):
    """A request's first line and headers have more bytes than are allowed."""


class Connection(CrowdConnection):
    """A connection that is ended when its client is late; `sweep` looks at all of them now and then.

    One look at all connections costs less than timers for each request.
    """

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as its parent
        """Begin to wait for the headers of the first request."""
        self._stalled: float | None = None
        self._closing: float | None = None
        self._await_headers()
        super().connection_made(transport)

    def _await_headers(self) -> None:
        # The bytes that came, and those of what could be read of them.
        self._received = self._head = 0
        self._headers_since: float | None = self.loop.time()
        self._body_since: float | None = None

    def data_received(self, data: bytes) -> None:
        """Read what came, and refuse headers that are too large."""
        self._idle_since = None
        is_idle = self.cycle is None or self.cycle.response_complete
        if is_idle and self._is_between() and self._answer_again(data):
            self._headers_since = None
            return
        if self._headers_since is None and self._body_since is None and is_idle:
            # Line feeds before a request do not begin one, but end the wait for it.
            self._await_headers()
        super().data_received(data)
        self._received += len(data)
        is_too_large = self._headers_since is not None and self._received > self.settings.header_size
        if is_too_large and not self.transport.is_closing():
            self._end(_LARGE)

    def _is_between(self) -> bool:
        """Say whether no part of a request has come that is not answered."""
        is_new = not (self._received or self._head)
        return (self._headers_since is None or is_new) and self._body_since is None

    def send_400_response(self, msg: str) -> None:
        """Say that a request is not HTTP, or that its headers are too large."""
        if self._head > self.settings.header_size:
            self._end(_LARGE)
        else:
            super().send_400_response(msg)

    def _end(self, answer: bytes) -> None:
        is_answering = self.cycle is not None and self.cycle.response_started
        if (self._received or self._head) and (not is_answering or self.cycle.response_complete):
            self.transport.write(answer)
        self.transport.close()

    def on_message_begin(self) -> None:
        """Begin to wait for the headers of a request."""
        self._await_headers()
        super().on_message_begin()

    def on_url(self, url: bytes) -> None:
        """Take a part of the address."""
        self._count(len(url))
        super().on_url(url)

    def on_header(self, name: bytes, value: bytes) -> None:
        """Take a header."""
        self._count(len(name) + len(value))
        super().on_header(name, value)

    def _count(self, size: int) -> None:
        self._head += size
        if self._head > self.settings.header_size:
            raise HeadersTooLargeError

    def on_headers_complete(self) -> None:
        """Begin to wait for the body."""
        self._headers_since, self._body_since = None, self.loop.time()
        if not is_host_certain(self.headers, self.parser.get_http_version()):
            cast(dict[str, object], self.scope)[REFUSED] = True
        self.headers[:] = joined(self.headers)
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """Wait for nothing more of this request."""
        self._body_since = None
        self.note_wait()
        super().on_message_complete()

    def pause_writing(self) -> None:
        """Note since when the client leaves its answer unread."""
        self._stalled = self.loop.time()
        self.note_wait()
        super().pause_writing()

    def resume_writing(self) -> None:
        """Note that the client reads."""
        self._stalled = None
        self.note_wait()
        super().resume_writing()

    def is_clients_turn(self) -> bool:
        """Say whether it is the client's turn: to send a request, or to read the answer."""
        waits = (self._headers_since, self._body_since, self._idle_since, self._stalled)
        return self.transport.is_closing() or any(since is not None for since in waits)

    def end_if_late(self, now: float) -> None:
        """End the connection if its client has taken longer than is allowed."""
        settings = self.settings
        if self.transport.is_closing():
            # What is closed waits for its client to read the rest, for ever.
            self._closing = self._closing or now
        if self._is_late((self._closing, self._stalled), now - settings.stall_seconds):
            self.reset()
        elif self._closing is None and (
            self._is_late((self._headers_since,), now - settings.header_seconds)
            or self._is_late((self._body_since,), now - settings.body_seconds)
        ):
            self._end(_LATE)
        elif self._is_late((self._idle_since,), now - settings.idle_seconds):
            self.transport.close()

    @staticmethod
    def _is_late(waits: Iterable[float | None], latest: float) -> bool:
        return any(since is not None and since < latest for since in waits)


def connection(settings: Settings, desk: Desk | None) -> type[Connection]:
    """Return the class of a server's connections; the desk is asked first, if there is one."""
    members = {"settings": settings, "crowd": Crowd[CrowdConnection](), "desk": desk}
    return cast(type[Connection], type("LimitedConnection", (Connection,), members))


async def sweep(connections: Callable[[], Iterable[object]]) -> None:
    """End the connections of late clients, for ever."""
    loop = asyncio.get_running_loop()
    while True:
        await asyncio.sleep(SWEEP_SECONDS)
        now = loop.time()
        for one in [*connections()]:
            if isinstance(one, Connection):
                one.end_if_late(now)
