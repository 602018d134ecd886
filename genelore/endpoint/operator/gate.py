"""Who may pass to the operator's port: programs of this machine that have the token, and no browser."""

import hmac
from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from genelore.endpoint.operations.routes import WATCHED
from genelore.endpoint.values import loopback

_SCHEME = "bearer"


class Gate:
    """Middleware that refuses a request before any of its body is read."""

    def __init__(self, app: ASGIApp, token: str) -> None:
        """Wrap an application."""
        self._app = app
        self._token = token.encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what may pass."""
        refusal = self._refusal(Headers(scope=scope), scope["path"]) if scope["type"] == "http" else None
        await (refusal or self._app)(scope, receive, send)

    def _refusal(self, headers: Headers, path: str) -> JSONResponse | None:
        if not is_of_this_machine(headers.get("host", "")):
            # A name that an attacker has made to point here (DNS rebinding).
            return _refused(HTTPStatus.MISDIRECTED_REQUEST, "The Host header names no loopback address.")
        if "origin" in headers or headers.get("sec-fetch-site", "none") != "none":
            return _refused(HTTPStatus.FORBIDDEN, "Requests of web pages are refused.")
        if path in WATCHED:
            return None
        scheme, _, given = headers.get("authorization", "").partition(" ")
        if scheme.lower() != _SCHEME or not hmac.compare_digest(given.strip().encode(), self._token):
            return _refused(HTTPStatus.UNAUTHORIZED, "Authorization: Bearer, with the token of its file.")
        return None


def is_of_this_machine(host: str) -> bool:
    """Say whether a Host header names a loopback address.

    >>> is_of_this_machine("127.0.0.1:8001"), is_of_this_machine("[::1]:8001")
    (True, True)
    >>> is_of_this_machine("rebound.example:8001"), is_of_this_machine("")
    (False, False)
    """
    name = host[1:].partition("]")[0] if host.startswith("[") else host.partition(":")[0]
    try:
        return bool(loopback(name.lower()))
    except ValueError:
        return False


def _refused(status: HTTPStatus, detail: str) -> JSONResponse:
    headers = {"WWW-Authenticate": "Bearer"} if status is HTTPStatus.UNAUTHORIZED else None
    members = {"type": "about:blank", "title": status.phrase, "status": status.value, "detail": detail}
    return JSONResponse(members, status, headers, "application/problem+json")
