"""The header fields of a request as everything behind reads them: each once, and one Host."""

import re
from collections.abc import Iterable, Sequence

from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from genelore.endpoint.operations.exchange import Header

# Where a request's scope says that its host is not certain.
REFUSED = "genelore.refused"
_HOST_FIELD = b"host"
# "genes.example:8000", "[::1]": a name or an address and perhaps a port (RFC 9110, section 7.2), or nothing.
_HOST = re.compile(rb"[^\s/?#@\\<>\"]*")


def joined(fields: Sequence[Header]) -> Sequence[Header]:
    """Return fields with those of one name made one, at the place of the first (RFC 9110, section 5.3).

    Readers differ in which of several they take: what one of them decides by, a cache might not tell apart.

    >>> joined([(b"accept", b"text/html"), (b"host", b"a"), (b"accept", b"text/csv")])
    [(b'accept', b'text/html, text/csv'), (b'host', b'a')]
    """
    if len({name for name, _ in fields}) == len(fields):
        return fields
    values: dict[bytes, list[bytes]] = {}
    for name, value in fields:
        values.setdefault(name, []).append(value)
    return [(name, b", ".join(each)) for name, each in values.items()]


def is_host_certain(fields: Iterable[Header], version: str) -> bool:
    """Say whether a request names its host once, as every one of HTTP/1.1 must (RFC 9112, section 3.2).

    >>> is_host_certain([], "1.1"), is_host_certain([(b"host", b"a")], "1.1"), is_host_certain([], "1.0")
    (False, True, True)
    """
    hosts = [value for name, value in fields if name == _HOST_FIELD]
    if not hosts:
        return version == "1.0"
    return len(hosts) == 1 and _HOST.fullmatch(hosts[0]) is not None


async def refuse_host(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer a request whose host is not certain."""
    said = "400 Bad Request\nA request has one Host field.\n"
    await PlainTextResponse(said, 400, {"Connection": "close"})(scope, receive, send)
