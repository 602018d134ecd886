"""Answers that were given before, written by the connection itself, without any application.

An application takes twice as long to answer from its memory as a connection takes to read the request.
"""

from collections.abc import Iterable, Mapping
from time import perf_counter
from typing import Any

from starlette.applications import Starlette

from genelore.endpoint.operations import state
from genelore.endpoint.operations.observation import Watch, kind_of, new_number, route_kinds
from genelore.endpoint.operations.request_log import Served
from genelore.endpoint.pool.shortcut import _key as request_key

_LIST = Iterable[tuple[bytes, bytes]]


class Repeats:
    """What a connection asks before it bothers the application."""

    def __init__(self, app: Starlette, watch: Watch) -> None:
        """Answer for an application, and count and log what is answered."""
        self._app = app
        self._watch = watch
        self._routes = route_kinds(app.routes)

    def answer(self, scope: Mapping[str, Any], headers: _LIST) -> bytes | None:
        """Return the whole response to a request that was answered before in this generation.

        `headers` are those that the server adds. None if the application has to answer.
        """
        front = state.front_of(self._app)
        # Behind a proxy the client is not at the other end of the connection.
        if front is None or scope["method"] != "GET" or self._watch.log.settings.proxies:
            return None
        begun = perf_counter()
        key, has_tag = request_key(dict(scope))
        sent = None if has_tag else front.sent.get(key)
        if sent is None:
            return None
        front.pool.counts["repeated"] += 1
        number = new_number()
        lines = [b"%b: %b\r\n" % header for header in (*headers, *sent.headers)]
        self._note(scope, number, perf_counter() - begun, len(sent.body))
        return b"".join(
            (b"HTTP/1.1 200 OK\r\n", *lines, b"x-request-id: ", number.encode(), b"\r\n\r\n", sent.body)
        )

    def _note(self, scope: Mapping[str, Any], number: str, seconds: float, size: int) -> None:
        client = scope["client"][0] if scope["client"] else ""
        served = Served(number, "GET", kind_of(self._routes, scope["path"]), 200, seconds, size, client)
        self._watch.metrics.begin()
        self._watch.metrics.end(served)
        self._watch.log.note(served)
