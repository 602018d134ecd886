"""The ASGI application of the operator's port."""

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response

from genelore.endpoint.job import ProblemError
from genelore.endpoint.operator.gate import Gate
from genelore.endpoint.operator.routes import ROUTES, on_problem
from genelore.endpoint.operator.writer import Writer
from genelore.endpoint.settings import Settings


def operator_application(settings: Settings, token: str) -> Starlette:
    """Return the application that writes to a store, for those who have the token."""
    app = Starlette(
        routes=ROUTES,
        middleware=[Middleware(Gate, token=token)],
        exception_handlers={ProblemError: on_problem, HTTPException: _on_http_error},
    )
    app.state.settings = settings
    app.state.writer = Writer()
    return app


async def _on_http_error(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise error
    headers = tuple((error.headers or {}).items())
    return await on_problem(request, ProblemError(error.status_code, error.detail, headers=headers))
