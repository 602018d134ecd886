"""The graph that the servers are asked about, and the questions."""

import random
from collections.abc import Iterable, Iterator
from itertools import count, islice
from pathlib import Path
from urllib.parse import quote

import pyoxigraph
from pyoxigraph import NamedNode, RdfFormat

from genelore.build import Options, build
from genelore.endpoint.operator.writing import judge
from genelore.endpoint.settings import Settings
from genelore.generation import open_current
from genelore.recovery import open_store
from genelore.store import Store
from ingest.intake import Intake, take_in

_DATE = "2026-01-01T00:00:00Z"
_AT_A_TIME = 20
_QUERIES = Path(__file__).parent
_OF = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#subject")


def make(paths: Iterable[Path], folder: Path, quads: int) -> Path:
    """Build and audit a store of documents until it has so many quads; return its dump as N-Quads."""
    store, _ = open_store(folder)
    intakes = take_in(paths)
    with store:
        while len(store.quads) < quads and (some := [*islice(intakes, _AT_A_TIME)]):
            _build(some, store)
        judge(store, Settings(folder).policy)
    dump = folder.with_suffix(".nq")
    open_current(folder).dump(str(dump), format=RdfFormat.N_QUADS)
    return dump


def _build(intakes: list[Intake], store: Store) -> None:
    list(build(intakes, store, Options(validate=False, date=_DATE)))


def look_ups(dump: Path) -> Iterator[str]:
    """Give look-ups without end, none of them twice: all that is said of one thing."""
    quads = pyoxigraph.parse(path=str(dump), format=RdfFormat.N_QUADS)
    subjects = {quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode)}
    return _of_each(subjects, "look_up.rq", "?SUBJECT")


def claims(dump: Path) -> Iterator[str]:
    """Give questions for the claims on a record and their verdicts without end, none of them twice."""
    quads = pyoxigraph.parse(path=str(dump), format=RdfFormat.N_QUADS)
    records = {
        quad.object.value for quad in quads if quad.predicate == _OF and isinstance(quad.object, NamedNode)
    }
    return _of_each(records, "claims.rq", "?RECORD")


def _of_each(things: Iterable[str], name: str, variable: str) -> Iterator[str]:
    ordered = sorted(things)
    random.Random(1).shuffle(ordered)
    text = (_QUERIES / name).read_text(encoding="utf-8")
    for most in count(20):
        for thing in ordered:
            yield _with(text, {variable: f"<{thing}>", "?MOST": str(most)})


def aggregates() -> Iterator[str]:
    """Give aggregates over the whole graph without end, none of them twice."""
    text = (_QUERIES / "aggregate.rq").read_text(encoding="utf-8")
    for least in count(1):
        yield _with(text, {"?LEAST": str(least)})


def joins() -> Iterator[str]:
    """Give cartesian joins without end, none of them twice."""
    text = (_QUERIES / "join.rq").read_text(encoding="utf-8")
    for number in count(1):
        yield _with(text, {"?NUMBER": str(number)})


def _with(text: str, values: dict[str, str]) -> str:
    for name, value in values.items():
        text = text.replace(name, value)
    return text


def paths(queries: Iterable[str], number: int, endpoint: str) -> list[str]:
    """Return the request paths of so many queries at an endpoint such as `/sparql`."""
    return [f"{endpoint}?query={quote(query)}" for query in islice(queries, number)]
