"""The headers of every answer, and the limits of every request's head."""

from collections.abc import Mapping
from types import MappingProxyType

from starlette.datastructures import MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
_PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
EVERYWHERE: Mapping[str, str] = MappingProxyType(
    {
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": _POLICY,
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Permissions-Policy": _PERMISSIONS,
    }
)
# Pages are for people at this site; everything else may be read by the scripts of any other.
_SHARED: Mapping[str, str] = MappingProxyType(
    {
        "Access-Control-Allow-Origin": "*",
        "Access-Control-Expose-Headers": "Content-Location, ETag, Genelore-Warning, Link, Retry-After",
    }
)


_PREFLIGHT: Mapping[str, str] = MappingProxyType(
    {
        "Access-Control-Allow-Origin": "*",
        "Access-Control-Allow-Methods": "GET, HEAD, POST, OPTIONS",
        "Access-Control-Allow-Headers": "Accept, Content-Type, If-None-Match",
        "Access-Control-Max-Age": "86400",
    }
)


class Headers:
    """Middleware that sets the headers of every answer; a route's own header stays."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and its answer back with the headers."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                add(MutableHeaders(scope=message))
            await send(message)

        if scope["type"] != "http":
            await self._app(scope, receive, send)
        elif _is_preflight(scope):
            await Response(None, 204, _PREFLIGHT)(scope, receive, with_headers)
        else:
            await self._app(scope, receive, with_headers)


def add(headers: MutableHeaders) -> None:
    """Add what an answer lacks."""
    for name, value in EVERYWHERE.items():
        headers.setdefault(name, value)
    if not headers.get("content-type", "").startswith("text/html"):
        for name, value in _SHARED.items():
            headers.setdefault(name, value)


def _is_preflight(scope: Scope) -> bool:
    """Say whether a browser asks what another site's script may send (Fetch standard, section 4.8)."""
    asked = (name for name, _ in scope["headers"])
    return scope["method"] == "OPTIONS" and b"access-control-request-method" in asked
