"""Workers forked from a generation in memory against workers that read it on disk, by size of the graph.

usage: python -m benchmarks.pool NQUADS [--times N ...] [--seconds S] [--clients C]

NQUADS is an export of a store; `--times 1 12 120` repeats its documents and claims so many times. For both
designs it prints how long the generation takes to be served, how long a worker takes to be replaced, the
answers a second through the pool for a short look-up and for an aggregate over everything, and the memory.
"""

import argparse
import asyncio
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph
import uvloop
from pyoxigraph import RdfFormat

from genelore.endpoint.job import Job
from genelore.endpoint.pool.order import Order
from genelore.endpoint.pool.pool import Pool
from genelore.endpoint.pool.succession import Succession
from genelore.endpoint.settings import Settings
from genelore.endpoint.site import Site
from genelore.generation import publish

LOOK_UP = Path(__file__).with_name("pool_look_up.rq").read_text(encoding="utf-8")
AGGREGATE = Path(__file__).with_name("pool_aggregate.rq").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Load:
    """How long is measured, and how many jobs are under way at a time."""

    seconds: float
    clients: int


def store_of(nquads: bytes, times: int, folder: Path) -> int:
    """Make a store folder of an export with its documents and claims repeated; return its size in quads."""
    quads = pyoxigraph.Store(str(folder / "quads"))
    for turn in range(times):
        number = str(turn).encode()
        text = nquads.replace(b"/document/", b"/document/" + number).replace(b"/claim/", b"/claim/" + number)
        quads.bulk_load(text if turn else nquads, format=RdfFormat.N_QUADS)
    quads.optimize()
    quads.flush()
    publish(quads, folder)
    return len(quads)


def memory(pids: list[int]) -> float:
    """Return the memory of processes in MiB, what they share counted once."""
    total = 0
    for pid in pids:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
        total += next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total / 1024


def family(pid: int) -> Iterator[int]:
    """Return a process and all that it started."""
    yield pid
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split():
        yield from family(int(child))


async def rate(pool: Pool, query: str, load: Load) -> float:
    """Return how many answers a second the pool gives."""
    end = time.perf_counter() + load.seconds
    done = 0

    async def ask(client: int) -> None:
        nonlocal done
        while time.perf_counter() < end:
            job = Job("sparql", (("query", f"{query}# {client} {done}"), ("accept", "text/csv")))
            answer = await pool.submit(job, f"client {client}").begun
            assert answer.head.status == 200
            done += 1

    start = time.perf_counter()
    await asyncio.gather(*(ask(client) for client in range(load.clients)))
    return done / (time.perf_counter() - start)


async def replacement(pool: Pool) -> float:
    """Return how many milliseconds pass from a worker's death until another has answered in its place."""
    taken = []
    for turn in range(20):
        for worker in tuple(pool.workers()):
            worker.employer.kill(worker)
        start = time.perf_counter()
        pool.dispatch()
        await pool.submit(Job("sparql", (("query", f"ASK {{}} # {turn}"),)), "client").begun
        taken.append(time.perf_counter() - start)
    return sorted(taken)[len(taken) // 2] * 1000


async def measure(folder: Path, is_in_memory: bool, load: Load) -> str:
    """Return what one design does with a store, as a line of a table."""
    settings = Settings(folder, deadline=120.0, memory=4 << 30)
    pool = Pool(settings)
    order = Order(Site(folder, folder), settings.deadline, settings.memory, settings.result, is_in_memory)
    succession = Succession(pool, order)
    start = time.perf_counter()
    await succession.start()
    await pool.submit(Job("sparql", (("query", "ASK {}"),)), "client").begun
    ready = time.perf_counter() - start
    replaced = await replacement(pool)
    short, heavy = await rate(pool, LOOK_UP, load), await rate(pool, AGGREGATE, load)
    assert pool.crew and pool.crew.process
    space = memory([*family(pool.crew.process.pid)])
    await succession.stop()
    return f"{ready:.2f}\t{replaced:.1f}\t{short:.0f}\t{heavy:.2f}\t{space:.0f}"


@contextmanager
def made(nquads: Path, times: int) -> Iterator[tuple[Path, int]]:
    """Make a store for as long as the block runs."""
    with tempfile.TemporaryDirectory() as name:
        yield Path(name), store_of(nquads.read_bytes(), times, Path(name))


def main() -> None:
    """Measure both designs at each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("nquads", type=Path)
    parser.add_argument("--times", type=int, nargs="+", default=[1, 12])
    parser.add_argument("--seconds", type=float, default=3.0)
    parser.add_argument("--clients", type=int, default=16)
    arguments = parser.parse_args()
    load = Load(arguments.seconds, arguments.clients)
    print("quads\tdesign\ts until served\tms to replace a worker\tlook-ups/s\taggregates/s\tMiB")
    for times in arguments.times:
        with made(arguments.nquads, times) as (folder, size):
            for is_in_memory in (True, False):
                line = uvloop.run(measure(folder, is_in_memory, load))
                print(f"{size}\t{'memory' if is_in_memory else 'disk'}\t{line}", flush=True)


if __name__ == "__main__":
    main()
