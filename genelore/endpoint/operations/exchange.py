"""A request and its answer on a connection, and who may answer before the application does."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, cast

if TYPE_CHECKING:
    from uvicorn.protocols.http.httptools_impl import RequestResponseCycle

    from genelore.endpoint.operations.desk_connection import DeskConnection

Header: TypeAlias = tuple[bytes, bytes]


class Desk(Protocol):
    """Who answers before the application is asked; what it does not answer, the application does."""

    def again(self, request: bytes, client: str, headers: Iterable[Header]) -> bytes | None:
        """Return the whole response to a request of these very bytes if it was answered before."""

    def take(self, exchange: Exchange) -> bool:
        """Say whether the exchange is, or will be, answered or passed on."""


class Exchange:
    """A request on a connection, and its answer, of which there is one."""

    __slots__ = ("_connection", "_cycle", "piece", "scope")

    def __init__(self, connection: DeskConnection, cycle: RequestResponseCycle, piece: bytes) -> None:
        """Begin; `piece` is what came with the request, if it began with it."""
        self._connection = connection
        self._cycle = cycle
        self.piece = piece
        self.scope: dict[str, Any] = cast(dict[str, Any], cycle.scope)

    @property
    def is_open(self) -> bool:
        """Whether an answer can be written at once, and the connection goes on after it."""
        held = self._connection
        is_ready = not held.flow.write_paused and not held.transport.is_closing()
        return is_ready and self._cycle.keep_alive and not self._cycle.disconnected

    @property
    def headers(self) -> Iterable[Header]:
        """The headers that the server adds to each answer."""
        return self._connection.server_state.default_headers

    def answer(self, response: bytes) -> None:
        """Write a whole response."""
        self._cycle.response_started = self._cycle.response_complete = True
        self._connection.transport.write(response)
        self._connection.on_response_complete()

    def pass_on(self) -> None:
        """Have the application answer; to who has gone it need not."""
        self._cycle.disconnected |= self._connection.transport.is_closing()
        self._connection.pass_on(self._cycle)
