"""Addresses that programs try by convention, and those of pages with a slash too many."""

from collections.abc import Sequence
from importlib.resources import files

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

# Pages may be found; what evaluates anew for each address, and what is as long as the graph, is left alone.
_ROBOTS = """User-agent: *
Disallow: /sparql
Disallow: /search
Disallow: /resolve
Disallow: /thing?
Disallow: /editor?
Disallow: /graphs
Disallow: /data$
Disallow: /data.
"""
_A_DAY = {"Cache-Control": "public, max-age=86400"}
_PAGES = ("about", "data", "editor", "genes", "graphs", "search")


async def _robots(_: Request) -> Response:
    return PlainTextResponse(_ROBOTS, headers=_A_DAY)


async def _icon(_: Request) -> Response:
    content = files("genelore.endpoint.pages").joinpath("static/mark.svg").read_bytes()
    return Response(content, 200, _A_DAY, "image/svg+xml")


async def _without_slash(request: Request) -> Response:
    """Lead to the address without its last slash; what was posted is posted there."""
    asked = request.scope["query_string"].decode("latin-1")
    return RedirectResponse(request.url.path.rstrip("/") + (f"?{asked}" if asked else ""), 308)


ROUTES: Sequence[BaseRoute] = (
    Route("/robots.txt", _robots, methods=["GET"]),
    Route("/favicon.ico", _icon, methods=["GET"]),
    *(Route(f"/{page}/", _without_slash, methods=["GET", "POST"]) for page in _PAGES),
)
