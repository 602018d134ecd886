"""What is said while the graph is being loaded: that the server is there, and when to come back."""

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from genelore.endpoint.operations.routes import WATCHED
from genelore.endpoint.pool import refusals
from genelore.endpoint.protocol.headers import add
from genelore.endpoint.protocol.problem import Problem, respond


class Opening:
    """Middleware that refuses what needs the graph as long as the application has no front."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on if it can be answered."""
        is_open = scope["type"] != "http" or hasattr(scope["app"].state, "front")
        if is_open or scope["path"] in WATCHED:
            await self._app(scope, receive, send)
            return
        error = refusals.lost()
        problem = Problem(error.status, error.title, error.detail)
        response = respond(Request(scope), problem, dict(error.headers))
        add(response.headers)
        await response(scope, receive, send)
