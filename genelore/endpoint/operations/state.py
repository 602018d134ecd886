"""How the server is, as it stands now: whether it can answer, and what its pool of workers has done."""

import asyncio
import time
from collections.abc import Iterator

from starlette.applications import Starlette

from genelore.endpoint.front import Front
from genelore.endpoint.operations.metrics import Measure
from genelore.endpoint.pool.pool import Pool
from genelore.generation import NoStoreError, current

# What the pool counts under these words, and what it means.
_COUNTS = (
    ("late", "genelore_deadline_kills", "Evaluations that were ended at the deadline."),
    ("died", "genelore_memory_kills", "Workers that died of their job, of its memory above all."),
    ("refused", "genelore_queue_refusals", "Requests refused because too many were waiting."),
    ("abandoned", "genelore_abandoned", "Evaluations that were ended because their client had gone."),
    ("moved", "genelore_moved", "Evaluations that took long and went on in the slow lane."),
    ("put back", "genelore_put_back", "Evaluations that gave their place to others and were begun anew."),
    (
        "taken back",
        "genelore_taken_back",
        "Evaluations that lay behind a longer one and went to another worker.",
    ),
    ("repeated", "genelore_cache_hits", "Answers given again without any work."),
)


def front_of(app: Starlette) -> Front | None:
    """Return the front of an application; None before it has started."""
    found = getattr(app.state, "front", None)
    return found if isinstance(found, Front) else None


def is_ready(app: Starlette) -> bool:
    """Say whether a generation is loaded and a worker is there to answer."""
    front = front_of(app)
    if front is None or getattr(app.state, "is_stopping", False):
        return False
    crew = front.pool.crew
    return crew is not None and not crew.is_lost and bool(crew.workers)


def check_start(app: Starlette) -> None:
    """See that nothing has hindered the start.

    Raises:
        NoStoreError: nothing has been built in the folder.
        TemplateError: the generation cannot be loaded.
    """
    start: asyncio.Task[None] | None = getattr(app.state, "start", None)
    if start is not None and start.done() and not start.cancelled():
        start.result()


def measures(app: Starlette) -> Iterator[Measure]:
    """Return what the pool has counted, and its state."""
    front = front_of(app)
    yield Measure("genelore_ready", "Whether requests can be answered.", float(is_ready(app)))
    if front is None:
        return
    pool = front.pool
    for word, name, about in _COUNTS:
        yield Measure(name, about, pool.counts[word], is_counter=True)
    yield from _of_pool(pool, "genelore", "Evaluations")
    if front.lane:
        yield from _of_pool(front.lane.pool, "genelore_service", "Queries with SERVICE")
    if app.state.size[0] == front.identity:
        yield Measure("genelore_quads", "Quads of the generation that is served.", app.state.size[1])
    yield from _of_generation(app)


def _of_pool(pool: Pool, prefix: str, what: str) -> Iterator[Measure]:
    yield Measure(f"{prefix}_evaluations_waiting", f"{what} that wait for a worker.", pool.waiting)
    yield Measure(f"{prefix}_evaluations_running", f"{what} that are being done.", len(pool.busy()))
    yield Measure(f"{prefix}_workers", "Worker processes.", len([*pool.workers()]))


def _of_generation(app: Starlette) -> Iterator[Measure]:
    try:
        generation = current(app.state.settings.folder)
        age = time.time() - generation.stat().st_mtime
    except (NoStoreError, OSError):
        return
    yield Measure("genelore_generation", "Number of the generation that is current.", float(generation.name))
    yield Measure("genelore_generation_age_seconds", "Time since it was published.", age)
