"""One request to an endpoint: the bytes of its answer, or the reason why there are none."""

import http.client
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from urllib.parse import urlencode, urljoin, urlsplit

from genelore import __version__
from genelore.federation.address import Target, checked, connection
from genelore.federation.failure import RefusedError, ServiceError
from genelore.federation.registry import Place
from ontology.endpoints import Endpoint

USER_AGENT = f"genelore/{__version__} (+https://w3id.org/genelore/; federated SPARQL)"
_ACCEPT = "application/sparql-results+json, application/sparql-results+xml;q=0.5"
_REDIRECTS = frozenset({301, 302, 307, 308})
_MOST_REDIRECTS = 3
_CHUNK = 65536
_OK = 200
_REASON = 300


@dataclass(frozen=True, slots=True)
class Body:
    """What an endpoint answered; `wait` is its Retry-After where the status is not 200."""

    status: int
    media_type: str
    content: bytes
    wait: str | None = None

    @property
    def reason(self) -> str:
        """The first line of a refusal in plain text, without control characters; empty for anything else."""
        if self.media_type != "text/plain":
            return ""
        lines = self.content.decode(errors="replace").strip().splitlines()[:1]
        return "".join(f": {''.join(filter(str.isprintable, line))}" for line in lines)


def post(place: Place, query: str) -> Body:
    """Send a query and read the whole answer, within the endpoint's time and size.

    Raises:
        RefusedError: the address is private, or the answer leads to another host.
        ServiceError: no connection, too slow, too long, cut off.
    """
    url = place.address
    for _ in range(_MOST_REDIRECTS + 1):
        target = checked(url, is_mapped=place.is_mapped)
        body, location = _once(place, target, query)
        if location is None:
            return body
        url = _followed(url, location)
    raise ServiceError(f"<{place.endpoint.iri}> redirects without end")


def _followed(url: str, location: str) -> str:
    new = urljoin(url, location)
    before, after = urlsplit(url), urlsplit(new)
    is_upgrade = (before.scheme, after.scheme) == ("http", "https") and ":" not in before.netloc
    if before.netloc != after.netloc or not (is_upgrade or before.scheme == after.scheme):
        raise RefusedError(f"{url} leads to another host, {after.netloc}")
    return new


def _once(place: Place, target: Target, query: str) -> tuple[Body, str | None]:
    endpoint = place.endpoint
    try:
        with _opened(target, endpoint.timeout) as link:
            link.request("POST", target.path, urlencode({"query": query}), _headers())
            response = link.getresponse()
            location = response.headers.get("Location") if response.status in _REDIRECTS else None
            content = _read(response, endpoint) if response.status == _OK else response.read(_REASON)
    except TimeoutError as error:
        raise ServiceError(f"<{endpoint.iri}> did not answer within {endpoint.timeout:g} s") from error
    except http.client.IncompleteRead as error:
        raise ServiceError(f"<{endpoint.iri}> broke off its answer") from error
    except (OSError, http.client.HTTPException) as error:
        raise ServiceError(f"<{endpoint.iri}> cannot be asked: {error or type(error).__name__}") from error
    media_type = response.headers.get_content_type()
    return Body(response.status, media_type, content, response.headers.get("Retry-After")), location


def _headers() -> dict[str, str]:
    return {
        "Accept": _ACCEPT,
        "Accept-Encoding": "identity",
        "Connection": "close",
        "Content-Type": "application/x-www-form-urlencoded",
        "User-Agent": USER_AGENT,
    }


@contextmanager
def _opened(target: Target, timeout: float) -> Iterator[http.client.HTTPConnection]:
    """Open a connection that is shut down when its time is over, however busy the other side keeps it."""
    link = connection(target, timeout)
    late = threading.Event()
    watch = threading.Timer(timeout, _shut, (link.sock, late))
    watch.start()
    try:
        yield link
    except (OSError, http.client.HTTPException) as error:
        raise TimeoutError if late.is_set() else error from error
    finally:
        watch.cancel()
        link.close()
    if late.is_set():
        raise TimeoutError


def _shut(opened: socket.socket, late: threading.Event) -> None:
    late.set()
    with suppress(OSError):
        opened.shutdown(socket.SHUT_RDWR)


def _read(response: http.client.HTTPResponse, endpoint: Endpoint) -> bytes:
    if response.headers.get("Content-Encoding", "identity") != "identity":
        raise ServiceError(f"<{endpoint.iri}> compressed its answer, which was not asked for")
    # Virtuoso says so when its time was over and it sends what it has, with status 200.
    if response.headers.get("X-SQL-State") == "S1TAT":
        raise ServiceError(f"<{endpoint.iri}> answers in part only")
    announced = int(response.headers.get("Content-Length") or 0)
    pieces: list[bytes] = []
    size = 0
    while piece := response.read(_CHUNK):
        pieces.append(piece)
        size += len(piece)
        if size > endpoint.size:
            raise ServiceError(f"<{endpoint.iri}> answers with more than {endpoint.size} bytes")
    if size < announced:
        raise http.client.IncompleteRead(b"", announced - size)
    return b"".join(pieces)
