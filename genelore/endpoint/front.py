"""The front: hands jobs to the pool and turns their answers into HTTP responses; it never evaluates.

An application that uses `reply` has `lifespan` as its lifespan, which starts and ends the worker processes
and then keeps the `Front` as `app.state.front`; `app.state.settings` must be there. It puts `Shortcut` of
`pool.shortcut` before its other middleware, but behind what logs and counts: it answers a GET that was
answered before in this generation with exactly the headers and the body that were sent then.

A job's answer has an entity tag: `If-None-Match` is answered with 304 without any work. The tag is weak, as
two evaluations may order rows differently. Caches may keep every answer but have to ask whether it still
holds, since the next generation may come at any moment.
"""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from http import HTTPStatus

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response

from genelore.endpoint.front_state import Front
from genelore.endpoint.job import FEDERATED, MISDIRECTED, Job, ProblemError
from genelore.endpoint.pool import refusals
from genelore.endpoint.pool.client import client_of
from genelore.endpoint.pool.pool import Pool
from genelore.endpoint.pool.responses import Streamed, gathered, when_gone, whole
from genelore.endpoint.pool.shortcut import EXACT
from genelore.endpoint.pool.spool import Spool
from genelore.endpoint.pool.ticket import Answer, Head, Ticket
from genelore.endpoint.tagging import holds

# Where a request's scope has the ticket that was taken for it before the application saw it.
TICKET = "genelore.ticket"
_OF_CONTENT = frozenset({"content-length", "content-type"})


@asynccontextmanager
async def lifespan(app: Starlette) -> AsyncIterator[None]:
    """Serve the current generation, and those that come after it, while the application runs.

    Requests are taken before it is loaded; `opening` refuses them until `app.state.front` is there. The task
    `app.state.start` ends then, or with what hinders it.
    """
    front = Front(app.state.settings)
    app.state.start = asyncio.get_running_loop().create_task(_start(app, front))
    try:
        yield
    finally:
        app.state.start.cancel()
        await asyncio.wait([app.state.start])
        await front.stop()


async def _start(app: Starlette, front: Front) -> None:
    await front.start()
    app.state.front = front


async def reply(request: Request, job: Job) -> Response:
    """Have a job done and answer the request with its reply.

    Raises:
        ProblemError: what the handler raised; 503 when the queue is full or the worker died, 504 at the
            deadline, 413 when the result is too large.
    """
    # Of another method, a query's POST, nothing is kept that could be unchanged.
    asked = request.headers.get("if-none-match", "") if request.method in {"GET", "HEAD"} else ""
    response = await _replied(request, job, asked)
    if asked and response.status_code == HTTPStatus.OK and holds(response.headers.get("etag", ""), asked):
        if isinstance(response, Streamed):
            response.drop()
        return _unchanged(response.headers)
    return response


async def _replied(request: Request, job: Job, asked: str) -> Response:
    front: Front = request.app.state.front
    held = request.scope.get(TICKET)
    if isinstance(held, Ticket):
        return await _asked(request, front, held)
    tag = front.tag(job, front.identity)
    kept = front.answers.get(job) if tag else None
    # Whether there is anything for "*" to be is not known before it is made.
    if tag and asked.strip() != "*" and holds(tag, asked):
        return _unchanged({**(dict(kept[0].headers) if kept else {"Vary": "Accept"}), **lasting(tag)})
    if kept:
        front.pool.counts["kept"] += 1
        return _complete(request, front.identity, kept, tag)
    spool = front.spools.get(job)
    if spool:
        return await _dumped(request, spool, tag)
    return await _asked(request, front, front.pool.submit(job, client_of(request.scope)))


def _unchanged(headers: Mapping[str, str]) -> Response:
    kept = {name: value for name, value in headers.items() if name.lower() not in _OF_CONTENT}
    return Response(status_code=304, headers=kept)


def lasting(tag: str) -> dict[str, str]:
    """Return the headers that say for how long an answer holds."""
    return {"ETag": tag, "Cache-Control": "public, no-cache"} if tag else {"Cache-Control": "no-store"}


def _complete(request: Request, identity: str, made: tuple[Head, bytes], tag: str) -> Response:
    head, content = made
    if head.status != HTTPStatus.OK:
        return whole(head, content, {})
    if tag:
        request.scope[EXACT] = identity
    return whole(head, content, lasting(tag))


async def _asked(request: Request, front: Front, ticket: Ticket) -> Response:
    """Answer with what a worker replies, or one of the lane if the job turns out to need that."""
    try:
        return await _answered(request, front, front.pool, ticket)
    except ProblemError as error:
        if error.status != MISDIRECTED or not front.lane:
            raise
    other = front.lane.pool.submit(Job(FEDERATED, ticket.job.arguments), ticket.client)
    return await _answered(request, front, front.lane.pool, other)


async def _answered(request: Request, front: Front, pool: Pool, ticket: Ticket) -> Response:
    job, answer = ticket.job, await _begun(request, pool, ticket)
    tag = front.tag(job, answer.identity) if answer.head.status == HTTPStatus.OK else ""
    if answer.is_complete:
        if tag:
            front.keep(job, answer)
        return _complete(request, answer.identity, (answer.head, answer.content()), tag)
    if answer.head.is_dump:
        return await _dumped(request, _spooled(front, ticket, answer), tag)
    if request.scope.get("http_version") == "1.0":
        # It has no way to tell a whole answer from a cut one but to know the length before.
        return whole(answer.head, await gathered(answer), lasting(tag))
    return Streamed(answer, lasting(tag), lambda: pool.abandon(ticket))


def _spooled(front: Front, ticket: Ticket, answer: Answer) -> Spool:
    """Return the dump that an answer is, or one that another client began meanwhile.

    Raises:
        ProblemError: too many dumps are being read.
    """
    if answer.identity != front.identity:
        return Spool(answer)
    found = front.spools.get(ticket.job)
    if found or front.spools.is_full():
        front.pool.abandon(ticket)
    return found or front.spools.make(ticket.job, answer)


async def _dumped(request: Request, spool: Spool, tag: str) -> Response:
    if request.scope.get("http_version") == "1.0":
        await spool.finished()
        if spool.is_cut:
            raise refusals.cut()
    length = {} if spool.length is None else {"Content-Length": str(spool.length)}
    return Streamed(spool, {**lasting(tag), **length}, lambda: None)


async def _begun(request: Request, pool: Pool, ticket: Ticket) -> Answer:
    """Wait for an answer to begin, and look after those who wait long: some leave."""
    watches: list[asyncio.Task[None]] = []

    def watch() -> None:
        task = when_gone(request.receive, lambda: pool.abandon(ticket))
        watches.append(asyncio.get_running_loop().create_task(task))

    if request.scope.get(TICKET) is ticket:
        watch()
    ticket.on_long = watch
    try:
        return await ticket.begun
    except asyncio.CancelledError:
        pool.abandon(ticket)
        raise
    finally:
        ticket.on_long = None
        for task in watches:
            task.cancel()


__all__ = ["TICKET", "Front", "lasting", "lifespan", "reply"]
