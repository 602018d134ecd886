"""What a client is told when it cannot have what it asked for (RFC 9457)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from genelore.endpoint.job import ProblemError
from genelore.endpoint.negotiation import preferred
from genelore.endpoint.protocol.headers import EVERYWHERE
from genelore.endpoint.protocol.rendering import page

PLAIN = "text/plain; charset=utf-8"
PROBLEM = "application/problem+json"
_WRITTEN_AS = {
    "text/plain": PLAIN,
    "application/problem+json": PROBLEM,
    "application/json": PROBLEM,
    "application/sparql-results+json": PROBLEM,
    "application/ld+json": PROBLEM,
    "text/html": "text/html; charset=utf-8",
}
# How long a client is asked to wait, in seconds, when the server is full.
RETRY_AFTER = 5


@dataclass(frozen=True, slots=True)
class Problem:
    """An HTTP status, what it means here, and a sentence or more that helps."""

    status: int
    title: str
    detail: str = ""
    members: tuple[tuple[str, int | str], ...] = ()

    def written(self, accept: str) -> tuple[str, bytes]:
        """Return the media type and the text for a client with this Accept header.

        JSON where JSON of any kind is liked best, a page where HTML is, else plain text.
        """
        media = _WRITTEN_AS[preferred(accept, [*_WRITTEN_AS]) or "text/plain"]
        if media == PROBLEM:
            return media, self._as_json()
        if media == PLAIN:
            return media, f"{self.status} {self.title}\n{self.detail}".rstrip().encode() + b"\n"
        return media, page("protocol_problem.html", problem=self).encode()

    def _as_json(self) -> bytes:
        members = {
            "type": "about:blank",
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
            **dict(self.members),
        }
        return json.dumps(members, ensure_ascii=False).encode()


def respond(request: Request, problem: Problem, headers: Mapping[str, str] | None = None) -> Response:
    """Answer a request with a problem, in the form that its Accept header likes best."""
    media, content = problem.written(request.headers.get("accept", ""))
    response = Response(content, problem.status, {"Vary": "Accept", **(headers or {})})
    response.headers["Content-Type"] = media
    if problem.status == HTTPStatus.SERVICE_UNAVAILABLE:
        response.headers.setdefault("Retry-After", str(RETRY_AFTER))
    return response


async def on_problem(request: Request, error: Exception) -> Response:
    """Answer with the problem that a route or a worker found."""
    if not isinstance(error, ProblemError):
        raise error
    return respond(request, Problem(error.status, error.title, error.detail), dict(error.headers))


async def on_http_error(request: Request, error: Exception) -> Response:
    """Answer with what the router found: an address that is not there, a method that is not allowed."""
    if not isinstance(error, HTTPException):
        raise error
    phrase = HTTPStatus(error.status_code).phrase
    detail = "" if error.detail == phrase else error.detail
    return respond(request, Problem(error.status_code, phrase, detail), error.headers)


async def on_failure(request: Request, _: Exception) -> Response:
    """Answer without a word of what broke; that is in the log."""
    response = respond(request, Problem(500, "Internal error", "The fault is ours. It has been logged."))
    # This answer is made outside the middleware that sets them for every other.
    response.headers.update(dict(EVERYWHERE))
    return response
