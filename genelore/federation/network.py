"""The client: asks endpoints with manners, keeps what they answer, and knows what was asked."""

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from pyoxigraph import QueryResultsFormat, QuerySolutions, parse_query_results

from genelore.federation.cache import Cache, Entry
from genelore.federation.failure import RejectedError, ServiceError
from genelore.federation.manners import Host, alone, seconds, turn
from genelore.federation.registry import Place
from genelore.federation.request import Body, post
from genelore.federation.tables import Row, Table

_FORMATS = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "application/xml": QueryResultsFormat.XML,
}
_BUSY = frozenset({429, 502, 503, 504})
_ATTEMPTS = 3
_OK = 200


@dataclass(frozen=True, slots=True)
class Request:
    """One request as it went: `age` is how old a kept answer is, None for a fresh one; times in seconds."""

    endpoint: str
    bindings: int
    rows: int
    duration: float
    age: float | None


@dataclass(slots=True)
class Network:
    """Endpoints and how they have behaved; one for a process, so that each host is asked one thing at a time.

    `patience` is the longest wait in seconds that a Retry-After may ask for.
    """

    cache: Cache | None = None
    is_offline: bool = False
    patience: float = 30.0
    hosts: dict[str, Host] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def ask(self, place: Place, query: str) -> tuple[Table, float | None]:
        """Return the solutions, and how old they are if they were kept.

        Raises:
            RefusedError: the address must not be asked, or leads to another host.
            ServiceError: no answer, not an answer, or more than the endpoint's profile allows.
        """
        iri = place.endpoint.iri
        kept = self.cache.get(place.address, query, is_offline=self.is_offline) if self.cache else None
        if kept:
            return read(place, kept), kept.age
        if self.is_offline:
            raise ServiceError(f"<{iri}> has no kept answer to this, and nothing is asked offline")
        body = self._fresh(place, query)
        entry = Entry(body.media_type, body.content, time.time())
        table = read(place, entry)
        if self.cache:
            self.cache.put(place.address, query, entry)
        return table, None

    def _fresh(self, place: Place, query: str) -> Body:
        name = urlsplit(place.address).netloc
        locks = self.cache.folder / "hosts" if self.cache else None
        with self.lock:
            host = self.hosts.setdefault(name, Host())
        with turn(host, place.endpoint.iri, place.endpoint.pause), alone(locks, name):
            return self._insistent(place, query)

    def _insistent(self, place: Place, query: str) -> Body:
        iri = place.endpoint.iri
        for attempt in range(1, _ATTEMPTS + 1):
            body = post(place, query)
            if body.status == _OK:
                return body
            wait = seconds(body.wait, float(attempt))
            if body.status not in _BUSY:
                raise RejectedError(f"<{iri}> answers {body.status}{body.reason}")
            if attempt == _ATTEMPTS:
                break
            if wait > self.patience:
                raise ServiceError(f"<{iri}> answers {body.status} and wants {wait:g} s to pass")
            time.sleep(wait)
        raise ServiceError(f"<{iri}> answers {body.status}")


def read(place: Place, entry: Entry) -> Table:
    """Return the solutions in an answer.

    Raises:
        ServiceError: it is no SPARQL result, or has as many rows as the endpoint gives at most: then it may
            be cut, and a cut result is none.
    """
    iri = place.endpoint.iri
    if entry.media_type not in _FORMATS:
        raise ServiceError(f"<{iri}> answers with {entry.media_type}, which is no SPARQL result")
    try:
        solutions = parse_query_results(entry.content, _FORMATS[entry.media_type])
        if not isinstance(solutions, QuerySolutions):
            raise ServiceError(f"<{iri}> answers with a truth value where rows were asked for")
        rows = tuple(_rows(solutions, place))
    except (SyntaxError, OSError) as error:
        raise ServiceError(f"<{iri}> answers with a broken result: {error}") from error
    return Table(tuple(each.value for each in solutions.variables), rows)


def _rows(solutions: QuerySolutions, place: Place) -> Iterator[Row]:
    most = place.endpoint.rows
    for number, solution in enumerate(solutions, start=1):
        if number >= most:
            raise ServiceError(f"<{place.endpoint.iri}> answers with {most} rows or more: ask for less")
        yield tuple(solution)
