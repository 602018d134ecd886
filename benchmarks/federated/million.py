"""A thousand bindings joined with a service of a million triples, and the same requests sent by hand."""

import http.client
import statistics
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

import pyoxigraph
from pyoxigraph import RdfFormat

from benchmarks.federated import data, engines
from benchmarks.federated.counting import counting
from benchmarks.federated.engines import Question
from genelore.federation import load, run
from genelore.standins import servers

_TRIPLES, _BINDINGS, _ROUNDS = 1_000_000, 1_000, 7
_PATIENCE = 60.0
_QUERY = Path(__file__).with_name("million.rq")
_HEADERS = {
    "Accept": "application/sparql-results+json",
    "Content-Type": "application/x-www-form-urlencoded",
    "Connection": "close",
}


def measure() -> Iterator[str]:
    """Give the figures as Markdown, medians of several rounds in which both ways take turns."""
    with servers.oxigraph(data.many(_TRIPLES).encode()) as address:
        store = pyoxigraph.Store()
        store.load(data.ours(_BINDINGS).encode(), format=RdfFormat.N_TRIPLES)
        bodies = _recorded(address, store)
        federated, by_hand = zip(
            *((_federated(address, store), _by_hand(address, bodies)) for _ in range(_ROUNDS)), strict=True
        )
        rivals = [*_rivals(address)]
    ours, hand = statistics.median(federated), statistics.median(by_hand)
    yield "| bindings | triples | requests | federated | the same requests by hand | ratio |"
    yield "|---|---|---|---|---|---|"
    yield (
        f"| {_BINDINGS:,} | {_TRIPLES:,} | {len(bodies)} "
        f"| {ours:.3f} s ({min(federated):.3f} to {max(federated):.3f}) "
        f"| {hand:.3f} s ({min(by_hand):.3f} to {max(by_hand):.3f}) | {ours / hand:.2f} |"
    )
    yield from ("", "| engine | requests | what became of the same query |", "|---|---|---|", *rivals)


def _rivals(address: str) -> Iterator[str]:
    """Have the other engines answer the same, which ask for the whole service or for one gene at a time."""
    with TemporaryDirectory() as folder, counting(address) as counter:
        own = Path(folder) / "ours.nt"
        own.write_text(data.ours(_BINDINGS), encoding="utf-8")
        query = _QUERY.read_text(encoding="utf-8")
        for engine in engines.NAMES:
            counter.asked.clear()
            outcome = engines.ask(engine, Question(query, own, {data.FIRST: counter.address}), _PATIENCE)
            rows = 0 if outcome.rows is None else outcome.rows.total()
            told = outcome.word or f"{rows:,} rows in {outcome.seconds:.2f} s"
            yield f"| {engine} | {len(counter.asked):,} | {told} |"


def _recorded(address: str, store: pyoxigraph.Store) -> list[bytes]:
    with counting(address) as counter:
        _federated(counter.address, store)
        return list(counter.asked)


def _federated(address: str, store: pyoxigraph.Store) -> float:
    registry = load([f"{data.FIRST}={address}"])
    start = time.perf_counter()
    found = sum(1 for _ in run(_QUERY.read_text(encoding="utf-8"), store, registry).rows)
    assert found == _BINDINGS
    return time.perf_counter() - start


def _by_hand(address: str, bodies: list[bytes]) -> float:
    parts = urlsplit(address)
    start = time.perf_counter()
    for body in bodies:
        link = http.client.HTTPConnection(parts.hostname or "", parts.port)
        link.request("POST", parts.path, body, _HEADERS)
        assert link.getresponse().read()
        link.close()
    return time.perf_counter() - start
