"""The limits that the service announces, and that of addresses, which is enforced here."""

from collections.abc import Sequence

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from genelore.endpoint.protocol.problem import Problem, respond
from genelore.endpoint.protocol.query_request import MAX_ADDRESS
from genelore.endpoint.settings import Settings


def limits(settings: Settings) -> Sequence[str]:
    """Return one sentence for each limit.

    >>> from pathlib import Path
    >>> limits(Settings(Path("store")))[0]
    'A query that takes longer than 30 s is stopped: status 504.'
    """
    return (
        f"A query that takes longer than {settings.deadline:g} s is stopped: status 504.",
        f"A result of more than {settings.result:,} bytes is not sent whole: an error, or a broken stream.",
        f"A query may have {settings.body_size:,} bytes, in an address {MAX_ADDRESS:,}: status 413 or 414.",
        f"At most {settings.queue} queries wait: status 503 with Retry-After.",
        _of_services(settings),
        "Updates are refused: status 400 or 415.",
    )


def _of_services(settings: Settings) -> str:
    if not settings.service:
        return "SERVICE is refused: status 403."
    return (
        f"SERVICE asks listed endpoints, for {settings.service_workers} queries at a time: "
        "status 403 for any other, 502 or 504 if one fails."
    )


class AddressLimit:
    """Middleware that refuses addresses that are too long for a GET, and says that a POST is not."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on if its address has a length that can be."""
        if scope["type"] != "http" or len(scope["query_string"]) + len(scope["path"]) <= MAX_ADDRESS:
            await self._app(scope, receive, send)
            return
        problem = Problem(
            414, "Address too long", f"At most {MAX_ADDRESS:,} bytes; send a long query by POST."
        )
        await respond(Request(scope), problem)(scope, receive, send)
