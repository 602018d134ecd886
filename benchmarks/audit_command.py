"""What the command `genelore audit` takes, from nothing and after one document changed, and how that grows.

usage: python -m benchmarks.audit_command FOLDER... [--sizes 100,500,2000] [--rounds 3] [--incremental]

Every figure is of one process as a user starts it. Each round begins from nothing and the median counts, with
the least and the most beside it. The floor is what the engine alone takes for the same quads in the same
round: N-Quads loaded in bulk into a copy of the store before the audit.
"""

import argparse
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import pyoxigraph
from pyoxigraph import DefaultGraph, NamedNode, RdfFormat

from genelore.audit.graphs import GRAPHS
from genelore.audit.upkeep import Upkeep, Wish, keep_up
from genelore.build import Options, build
from genelore.generation import open_current
from genelore.recovery import open_store
from ingest.intake import Intake, take_in
from ontology.terms import BASE

DATE = "2026-01-01T00:00:00Z"
SIZES = "100,500,2000"


@dataclass(frozen=True, slots=True)
class Cost:
    """What something took: seconds of the processor and of the clock."""

    cpu: float
    wall: float


def repeated(intakes: list[Intake], number: int) -> list[Intake]:
    """Return as many documents, repeated under changed names and with changed texts."""
    return [changed(intakes[place % len(intakes)], place // len(intakes)) for place in range(number)]


def changed(intake: Intake, turn: int) -> Intake:
    """Return a document as it is the first time, and with another text and name after that."""
    if not turn:
        return intake
    text = intake.content.decode(errors="replace").replace(" the ", f" the {'very ' * turn}")
    return Intake(f"{turn}-{intake.name}", text.encode())


def built(folder: Path, intakes: list[Intake]) -> None:
    """Make a store of documents, or bring more into it, without an audit."""
    store, _ = open_store(folder)
    with store:
        list(build(intakes, store, Options(validate=False, date=DATE)))


def command(folder: Path) -> Cost:
    """Run `genelore audit` and return what it took, its children's time included."""
    arguments = [sys.executable, "-m", "genelore", "audit", "--quiet", "--store", str(folder)]

    def run() -> None:
        subprocess.run(arguments, check=True, stdout=subprocess.DEVNULL)

    return measured(run, resource.RUSAGE_CHILDREN)


def measured(work: Callable[[], object], who: int) -> Cost:
    """Return what some work takes."""
    before, start = resource.getrusage(who), time.perf_counter()
    work()
    wall, after = time.perf_counter() - start, resource.getrusage(who)
    return Cost(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall)


def layer(folder: Path) -> tuple[bytes, int]:
    """Return the entity layer as N-Quads, and how many quads it has."""
    store = open_current(folder)
    graphs = (DefaultGraph(), *(NamedNode(BASE + name) for name in GRAPHS))
    quads = [quad for graph in graphs for quad in store.quads_for_pattern(None, None, None, graph)]
    return pyoxigraph.serialize(quads, format=RdfFormat.N_QUADS) or b"", len(quads)


def floor(folder: Path, content: bytes) -> Cost:
    """Return what the engine takes to load the layer into the store as it was before."""
    store = pyoxigraph.Store(str(folder / "quads"))

    def load() -> None:
        store.bulk_load(content, format=RdfFormat.N_QUADS, lenient=True)

    return measured(load, resource.RUSAGE_SELF)


def from_nothing(intakes: list[Intake], sizes: list[int], rounds: int) -> None:
    """Print what the audit of so many documents takes."""
    print("documents\tquads\tcpu s\tleast\tmost\twall s\tms cpu per document\tfloor cpu s\ttimes the floor")
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name) / "built"
            built(folder, repeated(intakes, size))
            measurements = [one_round(folder, Path(name) / "copy") for _ in range(rounds)]
        costs = sorted((cost for cost, _, _ in measurements), key=lambda cost: cost.cpu)
        cost, times = costs[rounds // 2], median(cost.cpu / least.cpu for cost, least, _ in measurements)
        least = median(least.cpu for _, least, _ in measurements)
        taken = f"{cost.cpu:.2f}\t{costs[0].cpu:.2f}\t{costs[-1].cpu:.2f}\t{cost.wall:.2f}"
        quads, each = measurements[0][2], 1000 * cost.cpu / size
        print(f"{size}\t{quads}\t{taken}\t{each:.1f}\t{least:.2f}\t{times:.1f}")


def one_round(folder: Path, copy: Path) -> tuple[Cost, Cost, int]:
    """Return what the audit of a copy takes, the floor of the same, and how many quads it makes."""
    with copied(folder, copy):
        cost = command(copy)
        content, quads = layer(copy)
    with copied(folder, copy):
        return cost, floor(copy, content), quads


@contextmanager
def copied(folder: Path, copy: Path) -> Iterator[None]:
    """Have a copy of a store for a while."""
    shutil.copytree(folder, copy, symlinks=True)
    try:
        yield
    finally:
        shutil.rmtree(copy)


def kept_up(folder: Path, changed: Intake) -> tuple[Upkeep, float]:
    """Put a changed document into a store, and return what keeping up did and its seconds of processor."""
    store, _ = open_store(folder)
    with store:
        list(build([changed], store, Options(validate=False, date=DATE)))
        start = time.process_time()
        done = keep_up(store, Wish())
        return done, time.process_time() - start


def after_a_change(intakes: list[Intake], sizes: list[int]) -> None:
    """Print what keeping up takes after one document of so many changed, against the audit of all."""
    names = ("documents", "examined", "quads out", "quads in", "cpu s", "full cpu s", "command", "again")
    print("\t".join(names))
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name) / "store"
            documents = repeated(intakes, size)
            built(folder, documents)
            full = command(folder)
            chosen = documents[size // 2]
            one = Intake(chosen.name, chosen.content.replace(b" the ", b" the rather "))
            done, cpu = kept_up(folder, one)
            built(folder, [chosen])
            after, again = command(folder), command(folder)
        quads = f"{done.removed}\t{done.added}\t{cpu:.2f}"
        print(f"{size}\t{done.examined}\t{quads}\t{full.cpu:.2f}\t{after.cpu:.2f}\t{again.cpu:.2f}")


def main() -> None:
    """Read the folders and print what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--sizes", default=SIZES)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--incremental", action="store_true")
    arguments = parser.parse_args()
    intakes, sizes = list(take_in(arguments.folders)), [int(size) for size in arguments.sizes.split(",")]
    if arguments.incremental:
        after_a_change(intakes, sizes)
    else:
        from_nothing(intakes, sizes, arguments.rounds)


if __name__ == "__main__":
    main()
