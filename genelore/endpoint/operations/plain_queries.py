"""Plain queries by GET, answered by the connection itself: an application costs more than all the rest.

Whatever is unusual about a request or its answer is left to the application, with the ticket that was taken
for it: a problem, an answer that takes long or streams, a client that has gone. What was answered before in
this generation is answered again, whatever it was.
"""

import re
from asyncio import Future
from collections.abc import Hashable, Iterable
from http import HTTPStatus
from time import perf_counter

from starlette.applications import Starlette

from genelore.endpoint.front import TICKET, Front
from genelore.endpoint.job import Job
from genelore.endpoint.operations import state
from genelore.endpoint.operations.exchange import Exchange, Header
from genelore.endpoint.operations.observation import BEGUN, HEADER, Watch, kind_of, new_number, route_kinds
from genelore.endpoint.operations.request_log import Served
from genelore.endpoint.operations.whole_answer import sent_by
from genelore.endpoint.pool.client import client_of
from genelore.endpoint.pool.shortcut import OVERHEAD, Sent, request_key
from genelore.endpoint.pool.ticket import Answer, Ticket
from genelore.endpoint.protocol.query_request import plain_job

_END = b"\r\n\r\n"
# Headers after which a request may go on, or be answered otherwise another time.
_MORE = re.compile(
    rb"[\r\n](?:content-length|transfer-encoding|upgrade|expect|if-none-match)\s*:", re.IGNORECASE
)


class PlainQueries:
    """What a connection asks before it bothers the application."""

    def __init__(self, app: Starlette, watch: Watch) -> None:
        """Answer for an application, and count and log what is answered."""
        self._app = app
        self._watch = watch
        self._routes = route_kinds(app.routes)
        # Behind a proxy the client is not at the other end of the connection.
        self._is_near = not watch.log.settings.proxies

    def again(self, request: bytes, client: str, headers: Iterable[Header]) -> bytes | None:
        """Return the whole response to a request of these very bytes if it was answered before."""
        front = state.front_of(self._app)
        found = front.requests.get(request) if front else None
        if front is None or found is None:
            return None
        route, sent = found
        front.pool.counts["repeated"] += 1
        return self._written(
            sent, Served(new_number(), "GET", route, 200, 0.0, len(sent.body), client), headers
        )

    def take(self, exchange: Exchange) -> bool:
        """Say whether a request is answered now, or will be as soon as a worker has."""
        front, scope = state.front_of(self._app), exchange.scope
        if front is None or scope["method"] != "GET" or not self._is_near:
            return False
        headers = dict(scope["headers"])
        if b"if-none-match" in headers:
            return False
        key = request_key(scope, headers)
        sent = front.sent.get(key)
        if sent:
            self._repeat(exchange, front, sent)
            return True
        job = plain_job(scope, headers)
        if job is None or front.answers.get(job):
            return False
        scope[BEGUN] = perf_counter()
        _Wait(self, exchange, key, front).begin(job)
        return True

    def _repeat(self, exchange: Exchange, front: Front, sent: Sent) -> None:
        front.pool.counts["repeated"] += 1
        exchange.scope[BEGUN] = perf_counter()
        if _is_alone(exchange.piece):
            route = kind_of(self._routes, exchange.scope["path"])
            size = len(exchange.piece) + len(sent.body) + OVERHEAD
            front.requests.put(exchange.piece, (route, sent), size)
        self._say(exchange, sent)

    def finish(self, wait: "_Wait", answer: Answer) -> None:
        """Send an answer, and keep it."""
        front, ticket = wait.front, wait.ticket
        tag = front.tag(ticket.job, answer.identity)
        sent = sent_by(answer.head, answer.content(), tag)
        if tag and answer.identity == front.identity:
            front.sent.put(wait.key, sent, len(sent.body) + OVERHEAD)
        self._say(wait.exchange, sent)

    def _say(self, exchange: Exchange, sent: Sent) -> None:
        scope = exchange.scope
        client = scope["client"][0] if scope["client"] else ""
        seconds = perf_counter() - scope[BEGUN]
        route = kind_of(self._routes, scope["path"])
        served = Served(new_number(), "GET", route, 200, seconds, len(sent.body), client)
        exchange.answer(self._written(sent, served, exchange.headers))

    def _written(self, sent: Sent, served: Served, headers: Iterable[Header]) -> bytes:
        """Return a response, counted and logged."""
        self._watch.metrics.begin()
        self._watch.metrics.end(served)
        self._watch.log.note(served)
        return sent.written((*headers, (HEADER, served.identifier.encode())))


class _Wait:
    """A query that a worker works on."""

    __slots__ = ("_is_passed_on", "_queries", "exchange", "front", "key", "ticket")
    ticket: Ticket

    def __init__(self, queries: PlainQueries, exchange: Exchange, key: Hashable, front: Front) -> None:
        self._queries = queries
        self._is_passed_on = False
        self.exchange = exchange
        self.key = key
        self.front = front

    def begin(self, job: Job) -> None:
        """Have a worker do a job."""
        self.ticket = self.front.pool.submit(job, client_of(self.exchange.scope))
        self.ticket.on_long = self._pass_on
        self.ticket.begun.add_done_callback(self._end)

    def _end(self, begun: Future[Answer]) -> None:
        if self._is_passed_on:
            return
        self.ticket.on_long = None
        answer = None if begun.cancelled() or begun.exception() else begun.result()
        is_usual = answer is not None and answer.is_complete and answer.head.status == HTTPStatus.OK
        if answer and is_usual and self.exchange.is_open:
            self._queries.finish(self, answer)
        else:
            self._pass_on()

    def _pass_on(self) -> None:
        self._is_passed_on = True
        self.exchange.scope[TICKET] = self.ticket
        self.exchange.pass_on()


def _is_alone(piece: bytes) -> bool:
    """Say whether a piece of what has come is one whole request, and its answer always the same."""
    return piece.endswith(_END) and piece.count(_END) == 1 and not _MORE.search(piece)
