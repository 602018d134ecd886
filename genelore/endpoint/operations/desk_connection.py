"""HTTP over one connection, whose requests a desk sees before the application does."""

import asyncio
from typing import cast

from uvicorn._types import ASGI3Application
from uvicorn.protocols.http.flow_control import service_unavailable
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

from genelore.endpoint.operations.exchange import Desk, Exchange
from genelore.endpoint.operations.header_fields import REFUSED, refuse_host
from genelore.endpoint.settings import Settings


class DeskConnection(HttpToolsProtocol):
    """A connection with no timer of its own: `_idle_since` is since when it waits for a request."""

    settings: Settings
    desk: Desk | None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as its parent
        """Begin."""
        super().connection_made(transport)
        self._idle_since: float | None = None
        # What has come in one piece, at the end of the request before it.
        self._piece = b""

    def data_received(self, data: bytes) -> None:
        """Read what came."""
        super().data_received(data)
        self._piece = b""

    def _answer_again(self, request: bytes) -> bool:
        """Answer what has come if it is the same as a whole request before, without reading it."""
        self._piece = request
        if self.desk is None or self._is_full() or self.flow.write_paused or self.transport.is_closing():
            return False
        client = self.client[0] if self.client else ""
        said = self.desk.again(request, client, self.server_state.default_headers)
        if said is None:
            return False
        self.transport.write(said)
        self.on_response_complete()
        return True

    def _is_full(self) -> bool:
        return len(self.connections) >= self.settings.connections

    def on_response_complete(self) -> None:
        """Begin the next request if it is there, or wait for it; `end_if_late` looks at the clock."""
        self.server_state.total_requests += 1
        if self.transport.is_closing():
            return
        self._idle_since = self.loop.time()
        self.flow.resume_reading()
        if self.pipeline:
            self._start_asgi_task(*self.pipeline.pop())

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: ASGI3Application) -> None:
        """Have a request answered: by the desk if it takes it, else by the application."""
        self._idle_since = None
        if REFUSED in cycle.scope:
            app = cast(ASGI3Application, refuse_host)
        elif self._is_full():
            app = cast(ASGI3Application, service_unavailable)
        exchange = Exchange(self, cycle, self._piece)
        if self.desk is None or app is not self.app or not exchange.is_open or not self.desk.take(exchange):
            super()._start_asgi_task(cycle, app)

    def pass_on(self, cycle: RequestResponseCycle) -> None:
        """Have the application answer a request that the desk had taken."""
        super()._start_asgi_task(cycle, self.app)
