"""How far `genelore build` is from the floor, over a folder of documents, in one run.

The floor is the least that any ingest must do: read the bytes, parse the YAML front matter with the fastest
reader there is, write as many N-Quads as our graphs have as text, and bulk-load them into a store on disk.

usage: python -m benchmarks.ingest FOLDER... [--shacl N]

`--shacl N` also validates the first N documents of each folder, to say what SHACL adds.
"""

import argparse
import importlib.metadata
import platform
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph
import yaml_rs
from pyoxigraph import RdfFormat

from genelore.build import Options, Status, build
from genelore.prepare import Clock, map_document
from genelore.recovery import open_store
from ingest.document import UnreadableDocumentError, decode
from ingest.intake import take_in
from ingest.sources import MalformedDocumentError, UnknownSourceError
from ontology.terms import BASE

DATE = "2026-01-01T00:00:00Z"


@contextmanager
def timed(times: dict[str, float], name: str) -> Iterator[None]:
    """Add what the block takes to a name, in seconds."""
    start = time.perf_counter()
    yield
    times[name] = times.get(name, 0.0) + time.perf_counter() - start


def quads_of(folders: list[Path]) -> list[str]:
    """Return the N-Quads of all documents, which the floor writes again as text."""
    lines: list[str] = []
    for intake in take_in(folders):
        try:
            mapped = map_document(decode(intake.name, intake.content), Clock(DATE), BASE)
        except (UnreadableDocumentError, UnknownSourceError, MalformedDocumentError):
            continue
        quads = (*mapped.graph.quads, *mapped.provenance)
        text = (pyoxigraph.serialize(quads, format=RdfFormat.N_QUADS) or b"").decode()
        lines += text.rstrip("\n").split("\n")
    return lines


def floor(folders: list[Path], lines: list[str], times: dict[str, float]) -> None:
    """Do the least that any ingest must do."""
    with timed(times, "read"):
        contents = [intake.content for intake in take_in(folders)]
    with timed(times, "yaml"):
        for content in contents:
            parts = content.decode(errors="replace").split("\n---\n", 1)
            if len(parts) == 2 and parts[0].startswith("---\n"):
                yaml_rs.loads(parts[0][4:])
    terms = [line.rstrip(" .").split(" ", 2) for line in lines]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph.nq"
        with timed(times, "write"), path.open("w", encoding="utf-8") as stream:
            stream.writelines(f"{s} {p} {rest} .\n" for s, p, rest in terms)
        with timed(times, "load"):
            pyoxigraph.Store(f"{folder}/store").bulk_load(path=str(path), format=RdfFormat.N_QUADS)


def whole(folders: list[Path], times: dict[str, float]) -> dict[str, int]:
    """Run the real build, without SHACL, and count what became of the documents."""
    counts = {status.value: 0 for status in Status} | {"claims": 0}
    with tempfile.TemporaryDirectory() as folder, timed(times, "build"):
        store, _ = open_store(Path(folder))
        with store:
            for outcome in build(take_in(folders), store, Options(validate=False, date=DATE)):
                counts[outcome.status.value] += 1
                counts["claims"] += outcome.claims
    return counts


def shacl(folders: list[Path], number: int, times: dict[str, float]) -> None:
    """Build the first documents of each folder twice, without and with SHACL."""
    paths = [path for folder in folders for path in sorted(folder.iterdir())[:number]]
    for name, validate in (("without", False), ("with", True)):
        with tempfile.TemporaryDirectory() as folder, timed(times, name):
            store, _ = open_store(Path(folder))
            with store:
                list(build(take_in(paths), store, Options(validate=validate, date=DATE)))


# Whose versions are printed.
MEASURED = ("genelore", "pyoxigraph", "yaml-rs", "PyYAML")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--shacl", type=int, default=0)
    arguments = parser.parse_args()
    times: dict[str, float] = {}
    lines = quads_of(arguments.folders)
    floor(arguments.folders, lines, times)
    counts = whole(arguments.folders, times)
    least = sum(times[name] for name in ("read", "yaml", "write", "load"))
    versions = {name: importlib.metadata.version(name) for name in MEASURED}
    print(f"python {platform.python_version()}, {versions}")
    print(f"documents: {counts}, quads: {len(lines)}")
    print("seconds: " + ", ".join(f"{name} {seconds:.2f}" for name, seconds in times.items()))
    print(f"floor {least:.2f} s; build {times['build']:.2f} s = {times['build'] / least:.2f} times the floor")
    if arguments.shacl:
        shacl(arguments.folders, arguments.shacl, times)
        ratio = times["with"] / times["without"]
        print(f"SHACL, first {arguments.shacl} of each folder: build takes {ratio:.1f} times as long")


if __name__ == "__main__":
    main()
