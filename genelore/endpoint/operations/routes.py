"""The addresses of operations."""

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from genelore.endpoint.job import ProblemError
from genelore.endpoint.operations import size, state
from genelore.endpoint.operations.metrics import MEDIA

_FRESH = {"Cache-Control": "no-store"}


async def health(_: Request) -> Response:
    """Say that this process lives."""
    return JSONResponse({"status": "ok"}, headers=_FRESH)


async def ready(request: Request) -> Response:
    """Say whether a generation is loaded and workers are there to answer."""
    if state.is_ready(request.app.state.site):
        return JSONResponse({"status": "ready"}, headers=_FRESH)
    return JSONResponse({"status": "not ready"}, 503, {**_FRESH, "Retry-After": "1"})


async def metrics(request: Request) -> Response:
    """Return all counts in the text format of Prometheus."""
    found = getattr(request.app.state, "metrics", None)
    if found is None:
        raise ProblemError(404, "Not found", "The counts are not shown here.")
    site = request.app.state.site
    front = state.front_of(site)
    if front:
        await size.count(site, front)
    return Response(found.text(), headers={**_FRESH, "Content-Type": MEDIA})


ROUTES: Sequence[Route] = (
    Route("/health", health, methods=["GET"]),
    Route("/ready", ready, methods=["GET"]),
    Route("/metrics", metrics, methods=["GET"]),
)
# The addresses of those who watch the server: they say nothing of documents, and need no graph.
WATCHED = frozenset(route.path for route in ROUTES)
