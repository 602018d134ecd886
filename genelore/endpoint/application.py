"""The ASGI application of the public port."""

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware

from genelore.endpoint.conventions import ROUTES as CONVENTIONS
from genelore.endpoint.editor.routes import ROUTES as EDITOR
from genelore.endpoint.front import lifespan
from genelore.endpoint.job import ProblemError
from genelore.endpoint.opening import Opening
from genelore.endpoint.operations.routes import ROUTES as OPERATIONS
from genelore.endpoint.pages.routes import ROUTES as PAGES
from genelore.endpoint.pool.shortcut import Shortcut
from genelore.endpoint.protocol.headers import Headers
from genelore.endpoint.protocol.limits import AddressLimit
from genelore.endpoint.protocol.problem import on_failure, on_http_error, on_problem
from genelore.endpoint.protocol.routes import ROUTES as PROTOCOL
from genelore.endpoint.settings import Settings


def application(settings: Settings) -> Starlette:
    """Return the application that serves a store."""
    app = Starlette(
        routes=[*PROTOCOL, *OPERATIONS, *CONVENTIONS, *EDITOR, *PAGES],
        middleware=[Middleware(Opening), Middleware(Shortcut), Middleware(Headers), Middleware(AddressLimit)],
        exception_handlers={ProblemError: on_problem, HTTPException: on_http_error, Exception: on_failure},
        lifespan=lifespan,
    )
    app.state.settings = settings
    return app
