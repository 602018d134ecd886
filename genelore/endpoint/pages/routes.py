"""The addresses of pages."""

from collections.abc import Sequence

from starlette.routing import BaseRoute, Route

from genelore.endpoint.pages import asking, dereferencing, static

ROUTES: Sequence[BaseRoute] = (
    Route("/static/{digest}/{name}", static.serve),
    *asking.ROUTES,
    # Last, because it takes every path that is left.
    *dereferencing.ROUTES,
)
