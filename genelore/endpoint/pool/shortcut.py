"""Middleware that answers again what it has answered before, without looking closer at the request."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from genelore.endpoint.pool.cache import Cache
from genelore.endpoint.tagging import holds

# What a route's answer may depend on beside the address; `front.reply` names the generation in the scope.
_DECIDING = (b"accept", b"origin", b"accept-encoding", b"accept-language")
EXACT = "genelore.exact"
OVERHEAD = 2048
_Headers = list[tuple[bytes, bytes]]


@dataclass(frozen=True, slots=True)
class Sent:
    """A whole response of status 200, as it was sent."""

    headers: _Headers
    body: bytes
    tag: bytes
    lines: bytes

    def written(self, more: Iterable[tuple[bytes, bytes]]) -> bytes:
        """Return the whole response as HTTP/1.1 has it, with more headers."""
        return b"".join((b"HTTP/1.1 200 OK\r\n", lines_of(more), self.lines, b"\r\n", self.body))


def lines_of(headers: Iterable[tuple[bytes, bytes]]) -> bytes:
    """Return headers as HTTP/1.1 has them."""
    return b"".join([b"%b: %b\r\n" % header for header in headers])


class Shortcut:
    """The outermost middleware but for logs and metrics."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send what was sent before for the same request, or pass the request on and keep what is sent."""
        is_known = scope["type"] == "http" and scope["method"] == "GET"
        if not is_known or not hasattr(scope["app"].state, "front"):
            await self._app(scope, receive, send)
            return
        kept: Cache[Sent] = scope["app"].state.front.sent
        headers = dict(scope["headers"])
        key, asked = request_key(scope, headers), headers.get(b"if-none-match", b"")
        found = kept.get(key)
        if found:
            scope["app"].state.front.pool.counts["repeated"] += 1
            await _send_again(found, asked, send)
            return
        recorder = _Recorder(send)
        await self._app(scope, receive, recorder.send)
        if scope.get(EXACT) and scope[EXACT] == scope["app"].state.front.identity and recorder.is_whole:
            tag = next((value for name, value in recorder.headers if name == b"etag"), b"")
            kept.put(key, recorder.sent(tag), len(recorder.body) + OVERHEAD)


def request_key(scope: Mapping[str, Any], headers: Mapping[bytes, bytes]) -> Hashable:
    """Return what tells requests apart."""
    return (scope["path"], scope["query_string"], *[headers.get(name) for name in _DECIDING])


async def _send_again(found: Sent, asked: bytes, send: Send) -> None:
    if asked and holds(found.tag.decode("latin-1"), asked.decode("latin-1")):
        await _send(304, without_content(found.headers), b"", send)
    else:
        await _send(200, found.headers, found.body, send)


def without_content(headers: Iterable[tuple[bytes, bytes]]) -> _Headers:
    """Return the headers of a response that are also those of one that says nothing has changed."""
    return [(name, value) for name, value in headers if name not in {b"content-length", b"content-type"}]


async def _send(status: int, headers: _Headers, body: bytes, send: Send) -> None:
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


class _Recorder:
    """What an application sends, kept while it passes by."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.headers: _Headers = []
        self.body = b""
        self.is_whole = False
        self._is_full = False

    def sent(self, tag: bytes) -> Sent:
        return Sent(self.headers, self.body, tag, lines_of(self.headers))

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.headers = list(message["headers"])
            self._is_full = message["status"] == HTTPStatus.OK
        elif message["type"] == "http.response.body":
            self.is_whole = self._is_full and not self.body and not message.get("more_body", False)
            self.body = message.get("body", b"")
        await self._send(message)
