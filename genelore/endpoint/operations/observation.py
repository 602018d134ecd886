"""Around every request: it gets a number, its limits, its line in the log, its place in the counts."""

import itertools
import re
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from time import perf_counter

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.routing import BaseRoute, Mount, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from genelore.endpoint.operations.metrics import Metrics
from genelore.endpoint.operations.request_log import RequestLog, Served

HEADER = b"x-request-id"
# Where a scope has the time when its request came, if that was before the application saw it.
BEGUN = "genelore.begun"
# A number that a trusted proxy may have given to a request: "7f3a-09", "01J9ZK_2".
_NUMBER = re.compile(rb"[0-9A-Za-z_-]{4,64}")
_OTHER = "other"
# What is counted for an answer that was not sent whole: its client had gone, or it was cut.
_CUT = 499
# Chance for each process and a count for each request: nothing has to be hidden, and chance costs time.
_PROCESS = secrets.token_hex(5)
_count = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Watch:
    """Where requests are counted and logged, and how many bytes one may post."""

    metrics: Metrics
    log: RequestLog
    body_size: int


class Observation:
    """The outermost layer of an application."""

    def __init__(self, app: ASGIApp, routes: Iterable[BaseRoute], watch: Watch) -> None:
        """Wrap an application whose requests are told apart by the first parts of its routes' addresses."""
        self._app = app
        self._routes = route_kinds(routes)
        self._watch = watch

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and note how it was answered."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        watch = self._watch
        answer = _Answer(send, self._number(scope), scope.get(BEGUN) or perf_counter())
        scope["request_id"] = answer.number.decode()
        watch.metrics.begin()
        try:
            await self._app(scope, _limited(scope, receive, watch.body_size), answer.send)
        except ClientDisconnect:
            # Nobody is left to be told.
            answer.status = answer.status or _CUT
        finally:
            served = answer.served(scope, kind_of(self._routes, scope["path"]))
            watch.metrics.end(served)
            watch.log.note(served)

    def _number(self, scope: Scope) -> bytes:
        """Return the number that the proxy gave the request, else a new one."""
        if self._watch.log.settings.proxies:
            given = dict(scope["headers"]).get(HEADER, b"")
            if _NUMBER.fullmatch(given):
                return bytes(given)
        return new_number().encode()


class _Answer:
    """An answer on its way to the client."""

    __slots__ = ("_begun", "_is_whole", "_send", "number", "size", "status")

    def __init__(self, send: Send, number: bytes, begun: float) -> None:
        self._begun = begun
        self._send = send
        self._is_whole = False
        self.number = number
        self.size = 0
        self.status = 0

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            message = {**message, "headers": [*message.get("headers", ()), (HEADER, self.number)]}
        else:
            self.size += len(message.get("body", b""))
            self._is_whole = not message.get("more_body", False)
        await self._send(message)

    def served(self, scope: Scope, route: str) -> Served:
        client = scope.get("client")
        is_cut = self.status == HTTPStatus.OK and not self._is_whole
        return Served(
            identifier=self.number.decode(),
            method=scope["method"],
            route=route,
            status=_CUT if is_cut else self.status or 500,
            seconds=perf_counter() - self._begun,
            size=self.size,
            client=client[0] if client else "",
        )


def _limited(scope: Scope, receive: Receive, most: int) -> Receive:
    if scope["method"] in {"GET", "HEAD"}:
        return receive
    received = 0

    async def limited() -> Message:
        nonlocal received
        message = await receive()
        received += len(message.get("body", b""))
        if received > most:
            raise HTTPException(413, f"A request may have {most:,} bytes.")
        return message

    return limited


def route_kinds(routes: Iterable[BaseRoute]) -> dict[str, str]:
    """Return the kinds of addresses by their first part, so that no address of a client becomes a label.

    >>> route_kinds([Route("/gene/{curie}", print), Route("/", print), Route("/.well-known/void", print)])
    {'gene': 'gene', '': 'front', 'well-known': 'well-known'}
    """
    parts = [_first(route.path) for route in routes if isinstance(route, Route | Mount)]
    return {part: part or "front" for part in parts if "{" not in part}


def kind_of(kinds: Mapping[str, str], path: str) -> str:
    """Return the kind of an address."""
    return kinds.get(_first(path), _OTHER)


def new_number() -> str:
    """Return a number that no other request has."""
    return f"{_PROCESS}{next(_count):06x}"


def _first(path: str) -> str:
    """Return the first part of an address without its ending: `sparql` of `/sparql.json`."""
    return path[1:].partition("/")[0].lstrip(".").partition(".")[0]
