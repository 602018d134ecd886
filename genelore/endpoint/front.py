"""The front: hands jobs to the pool and turns their answers into HTTP responses; it never evaluates.

An application that uses `reply` has `lifespan` as its lifespan, which starts and ends the worker processes
and keeps the `Front` as `app.state.front`; `app.state.settings` must be there. It puts `Shortcut` of
`pool.shortcut` before its other middleware, but behind what logs and counts: it answers a GET that was
answered before in this generation with exactly the headers and the body that were sent then.

A generation is frozen, so its name and a job make an entity tag: `If-None-Match` is answered with 304
without any work. The tag is weak, as two evaluations may order rows differently. Caches may keep every
answer but have to ask whether it still holds, since the next generation may come at any moment.
"""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from hashlib import blake2b
from http import HTTPStatus
from ipaddress import IPv6Address, ip_address
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response

import genelore
from genelore.endpoint.job import Job
from genelore.endpoint.pool.cache import Cache
from genelore.endpoint.pool.order import Order
from genelore.endpoint.pool.pool import Pool
from genelore.endpoint.pool.responses import Streamed, gathered, when_gone, whole
from genelore.endpoint.pool.shortcut import EXACT, Sent
from genelore.endpoint.pool.succession import Succession
from genelore.endpoint.pool.ticket import Answer, Head, Ticket
from genelore.endpoint.settings import Settings
from genelore.endpoint.site import Site

# Functions of SPARQL that give another value at each call, or any escape that may hide one.
_VOLATILE = re.compile(r"\b(?:now|rand|uuid|struuid|bnode)\b|\\u", re.IGNORECASE)
_OVERHEAD = 1024


class Front:
    """The pool, the watch over the generations, and what was answered before."""

    def __init__(self, settings: Settings) -> None:
        """Serve with these settings, after `succession.start`."""
        site = Site(settings.folder, settings.folder, settings.base, settings.public)
        order = Order(site, settings.deadline, settings.memory, settings.result)
        self.pool = Pool(settings)
        self.succession = Succession(self.pool, order)
        self.answers: Cache[tuple[Head, bytes]] = Cache(settings.cache // 2)
        self.sent: Cache[Sent] = Cache(settings.cache // 2)
        self._edition = blake2b(f"{settings.base} {settings.public} {_edition()}".encode()).digest()
        self.pool.on_adoption = self._forget

    @property
    def identity(self) -> str:
        """What names the generation that is served, for ever."""
        return self.pool.crew.identity if self.pool.crew else ""

    def _forget(self) -> None:
        self.answers.clear()
        self.sent.clear()

    def tag(self, job: Job, identity: str) -> str:
        """Return the entity tag of a job's answer from a generation, empty if it has none."""
        if any(_VOLATILE.search(value) for _, value in job.arguments):
            return ""
        text = f"{identity} {job.kind} {job.arguments}".encode()
        return f'W/"{blake2b(text, key=self._edition, digest_size=12).hexdigest()}"'

    def keep(self, job: Job, answer: Answer) -> None:
        """Keep a complete answer of the generation that is served."""
        if answer.identity == self.identity:
            content = answer.content()
            self.answers.put(job, (answer.head, content), len(content) + _OVERHEAD)


def _edition() -> str:
    """Return what changes when the code or the templates that make answers do."""
    files = sorted(path for path in Path(genelore.__file__).parent.rglob("*") if path.is_file())
    times = [f"{path.name} {path.stat().st_mtime_ns}" for path in files if path.suffix != ".pyc"]
    return blake2b("\n".join(times).encode(), digest_size=12).hexdigest()


@asynccontextmanager
async def lifespan(app: Starlette) -> AsyncIterator[None]:
    """Serve the current generation, and those that come after it, while the application runs.

    Raises:
        NoStoreError: nothing has been built in the folder.
        TemplateError: the generation cannot be loaded.
    """
    app.state.front = Front(app.state.settings)
    await app.state.front.succession.start()
    try:
        yield
    finally:
        await app.state.front.succession.stop()


async def reply(request: Request, job: Job) -> Response:
    """Have a job done and answer the request with its reply.

    Raises:
        ProblemError: what the handler raised; 503 when the queue is full or the worker died, 504 at the
            deadline, 413 when the result is too large.
    """
    front: Front = request.app.state.front
    tag = front.tag(job, front.identity)
    kept = front.answers.get(job) if tag else None
    if tag and _opaque(tag) in request.headers.get("if-none-match", ""):
        return _unchanged(tag, kept)
    if kept:
        front.pool.counts["kept"] += 1
        return _complete(request, front.identity, kept, tag)
    return await _asked(request, front, job)


def _opaque(tag: str) -> str:
    return tag.removeprefix("W/")


def _unchanged(tag: str, kept: tuple[Head, bytes] | None) -> Response:
    headers = dict(kept[0].headers) if kept else {"Vary": "Accept"}
    return Response(status_code=304, headers={**headers, **_lasting(tag)})


def _lasting(tag: str) -> dict[str, str]:
    return {"ETag": tag, "Cache-Control": "public, no-cache"} if tag else {"Cache-Control": "no-store"}


def _complete(request: Request, identity: str, made: tuple[Head, bytes], tag: str) -> Response:
    head, content = made
    if head.status != HTTPStatus.OK:
        return whole(head, content, {})
    if tag:
        request.scope[EXACT] = identity
    return whole(head, content, _lasting(tag))


async def _asked(request: Request, front: Front, job: Job) -> Response:
    ticket = front.pool.submit(job, _client(request))
    answer = await _begun(request, front.pool, ticket)
    tag = front.tag(job, answer.identity) if answer.head.status == HTTPStatus.OK else ""
    if answer.is_complete:
        if tag:
            front.keep(job, answer)
        return _complete(request, answer.identity, (answer.head, answer.content()), tag)
    if request.scope.get("http_version") == "1.0":
        # It has no way to tell a whole answer from a cut one but to know the length before.
        return whole(answer.head, await gathered(answer), _lasting(tag))
    return Streamed(answer, _lasting(tag), lambda: front.pool.abandon(ticket))


async def _begun(request: Request, pool: Pool, ticket: Ticket) -> Answer:
    """Wait for an answer to begin, and look after those who wait long: some leave."""
    watches: list[asyncio.Task[None]] = []

    def watch() -> None:
        task = when_gone(request.receive, lambda: pool.abandon(ticket))
        watches.append(asyncio.get_running_loop().create_task(task))

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


def _client(request: Request) -> str:
    """Return who shares places with whom: an address, of version 6 its network of 64 bits."""
    host = request.client.host if request.client else ""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    return str(int(address) >> 64) if isinstance(address, IPv6Address) else host
