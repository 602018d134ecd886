"""A worker's whole answer as the application would send it, without asking the application."""

from functools import lru_cache

from genelore.endpoint.front import lasting
from genelore.endpoint.operations.exchange import Header
from genelore.endpoint.pool.responses import whole
from genelore.endpoint.pool.shortcut import Sent, lines_of
from genelore.endpoint.pool.ticket import Head
from genelore.endpoint.protocol.headers import add

_REMEMBERED = 256


def sent_by(head: Head, content: bytes, tag: str) -> Sent:
    """Return an answer of status 200 as it is sent; the tag is empty if it has none."""
    headers, lines = _settled(head, bool(tag))
    own = [(b"content-length", b"%d" % len(content)), *([(b"etag", tag.encode())] if tag else [])]
    return Sent([*own, *headers], content, tag.encode(), lines_of(own) + lines)


@lru_cache(_REMEMBERED)
def _settled(head: Head, has_tag: bool) -> tuple[list[Header], bytes]:
    """Return the headers that all answers with such a head have."""
    response = whole(head, b"", lasting("-" if has_tag else ""))
    add(response.headers)
    headers = [pair for pair in response.raw_headers if pair[0] not in {b"content-length", b"etag"}]
    return headers, lines_of(headers)
