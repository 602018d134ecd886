"""A worker's answer as an HTTP response."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import aclosing
from typing import Protocol

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from genelore.endpoint.pool import refusals
from genelore.endpoint.pool.ticket import Answer, CutError, Head


class Source(Protocol):
    """What can be sent as it arrives."""

    head: Head

    def pieces(self) -> AsyncGenerator[bytes, None]:
        """Return the content as it arrives, `CutError` if there is no more though there should be."""


def whole(head: Head, content: bytes, more: Mapping[str, str]) -> Response:
    """Return a complete response."""
    response = Response(content, head.status, media_type=head.media)
    for name, value in (*head.headers, *more.items()):
        response.headers.append(name, value)
    return response


async def gathered(answer: Answer) -> bytes:
    """Return the content of an answer when all of it is there.

    Raises:
        ProblemError: it was cut.
    """
    try:
        return b"".join([piece async for piece in answer.pieces()])
    except CutError:
        raise refusals.cut() from None


class Streamed(Response):
    """A response that is sent as it arrives.

    A cut one is never ended: the last chunk of HTTP/1.1, which says that all is there, is missing, and the
    connection is closed.
    """

    def __init__(self, answer: Source, more: Mapping[str, str], on_gone: Callable[[], None]) -> None:
        """Send an answer; `on_gone` is told if the client leaves."""
        super().__init__(None, answer.head.status, media_type=answer.head.media)
        if "content-length" in self.headers:
            del self.headers["content-length"]
        for name, value in (*answer.head.headers, *more.items()):
            self.headers.append(name, value)
        self._answer = answer
        self._on_gone = on_gone
        self._is_gone = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send what there is, until it is complete, cut, or not wanted any more."""
        watch = asyncio.get_running_loop().create_task(when_gone(receive, self._leave))
        try:
            await send(
                {"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers}
            )
            if scope["method"] != "HEAD":
                await self._send_pieces(send)
            await send({"type": "http.response.body", "body": b"", "more_body": False})
        except CutError:
            return
        finally:
            watch.cancel()
            self._on_gone()

    async def _send_pieces(self, send: Send) -> None:
        async with aclosing(self._answer.pieces()) as pieces:
            async for piece in pieces:
                await send({"type": "http.response.body", "body": piece, "more_body": True})
                # To a client that has gone the server sends at once, and nobody else would have a turn.
                await asyncio.sleep(0)
                if self._is_gone:
                    raise CutError

    def drop(self) -> None:
        """Send nothing, as the client has it."""
        self._on_gone()

    def _leave(self) -> None:
        self._is_gone = True
        self._on_gone()


async def when_gone(receive: Callable[[], Awaitable[Mapping[str, object]]], then: Callable[[], None]) -> None:
    """Wait until the client has closed its connection, and say so."""
    while (await receive())["type"] != "http.disconnect":
        pass
    then()
