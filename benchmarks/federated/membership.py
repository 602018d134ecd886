"""Our endpoint as others' federations ask it: a thousand bindings in VALUES, beside the oxigraph server."""

import http.client
import random
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import urlsplit

import pyoxigraph
from pyoxigraph import DefaultGraph, NamedNode, RdfFormat

from benchmarks.federated.serving import genelore
from genelore.generation import open_current
from genelore.standins import servers

_BINDINGS, _ROUNDS = 1_000, 15
_QUERY = Path(__file__).with_name("values.rq")
_HEADERS = {"Accept": "application/sparql-results+json", "Content-Type": "application/sparql-query"}


def measure(store: Path) -> Iterator[str]:
    """Give the figures as Markdown; both servers are asked the same by turns, nothing of it twice."""
    held = open_current(store)
    with tempfile.TemporaryDirectory() as name:
        dump = Path(name) / "default.nq"
        held.dump(str(dump), format=RdfFormat.N_TRIPLES, from_graph=DefaultGraph())
        content = dump.read_bytes()
    with genelore(store) as ours, servers.oxigraph(content) as theirs:
        pairs = [(_asked(ours, query), _asked(theirs, query)) for query in _queries(held)]
    own, other = (sorted(times) for times in zip(*pairs, strict=True))
    yield "| bindings in VALUES | rows | genelore | oxigraph server | ratio |"
    yield "|---|---|---|---|---|"
    rows = statistics.median_low([size for size, _ in own])
    ours_ms, theirs_ms = (statistics.median(seconds for _, seconds in times) * 1000 for times in (own, other))
    yield f"| {_BINDINGS:,} | {rows:,} | {ours_ms:.1f} ms | {theirs_ms:.1f} ms | {ours_ms / theirs_ms:.2f} |"


def _queries(held: pyoxigraph.Store) -> Iterator[str]:
    text = _QUERY.read_text(encoding="utf-8")
    quads = held.quads_for_pattern(None, None, None, DefaultGraph())
    things = sorted({quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode)})
    drawn = random.Random(1)
    for _ in range(_ROUNDS):
        yield text.replace("?THINGS", _written(drawn.choices(things, k=_BINDINGS)))


def _written(things: Sequence[str]) -> str:
    return " ".join(f"<{thing}>" for thing in things)


def _asked(address: str, query: str) -> tuple[int, float]:
    """Return how many rows there are, and the seconds that the request took."""
    parts = urlsplit(address)
    start = time.perf_counter()
    link = http.client.HTTPConnection(parts.hostname or "", parts.port)
    link.request("POST", parts.path, query.encode(), _HEADERS)
    response = link.getresponse()
    content = response.read()
    seconds = time.perf_counter() - start
    assert response.status == 200, content
    return content.count(b'"thing":{'), seconds
