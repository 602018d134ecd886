"""What two stores or exports say differently: claims, verdicts and conflicts added, removed, changed."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import pyoxigraph
from pyoxigraph import RdfFormat

from genelore.audit.findings import short
from genelore.generation import open_current
from genelore.publish.nodes import Node, Nodes
from ontology.terms import GL, LABEL, RDF

_FORMATS = {
    ".nq": RdfFormat.N_QUADS,
    ".trig": RdfFormat.TRIG,
    ".ttl": RdfFormat.TURTLE,
    ".nt": RdfFormat.N_TRIPLES,
}


class NotAGraphError(ValueError):
    """The path is neither a store nor an export that can be compared."""


class Change(StrEnum):
    """What happened to a claim or conflict from the first graph to the second."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Difference:
    """One claim or conflict that is not the same; `before` and `after` are empty where it is not there."""

    change: Change
    kind: str
    subject: str
    property: str
    before: str
    after: str


def open_graph(path: Path) -> Nodes:
    """Open a store's folder, or load an export (.nq, .trig, .ttl, .nt).

    Raises:
        NotAGraphError: it is neither, or cannot be read as what its name says.
    """
    if path.is_dir():
        return Nodes(open_current(path))
    form = _FORMATS.get(path.suffix)
    if form is None:
        raise NotAGraphError(f"{path}: neither a store nor one of {', '.join(sorted(_FORMATS))}")
    store = pyoxigraph.Store()
    try:
        store.bulk_load(path=str(path), format=form)
    except (OSError, SyntaxError, ValueError) as error:
        raise NotAGraphError(f"{path}: {error}") from error
    return Nodes(store)


def differences(before: Nodes, after: Nodes) -> Iterator[Difference]:
    """Give what changed from one graph to another: claims by document and part, then conflicts.

    A claim is the same if its document has the same name, and subject, property and value are the same: a new
    version of a document changes only the claims that it makes otherwise.
    """
    yield from _compared("claim", _claims(before), _claims(after))
    yield from _compared("conflict", _conflicts(before), _conflicts(after))


_Key = tuple[str, str]


def _compared(
    kind: str, before: Mapping[_Key, list[str]], after: Mapping[_Key, list[str]]
) -> Iterator[Difference]:
    for key in sorted({*before, *after}):
        first, second = before.get(key, []), after.get(key, [])
        old, new = _without(first, second), _without(second, first)
        for one, other in zip(old, new, strict=False):
            yield Difference(Change.CHANGED, kind, *key, one, other)
        for value in old[len(new) :]:
            yield Difference(Change.REMOVED, kind, *key, value, "")
        for value in new[len(old) :]:
            yield Difference(Change.ADDED, kind, *key, "", value)


def _without(values: list[str], others: list[str]) -> list[str]:
    left = list(others)
    found = []
    for value in sorted(values):
        if value in left:
            left.remove(value)
        else:
            found.append(value)
    return found


def _claims(nodes: Nodes) -> Mapping[_Key, list[str]]:
    names: dict[str, str] = {}
    verdicts = nodes.of_class("Verdict")
    judgements = {one.one("judges"): one.one("judgement").removeprefix(GL).lower() for one in verdicts}
    found: defaultdict[_Key, list[str]] = defaultdict(list)
    for claim in nodes.of_class("Claim"):
        graph, _, part = claim.one(f"{RDF}subject").partition("#")
        if graph not in names:
            names[graph] = nodes.node(graph).one(LABEL.value) or graph
        key = f"{names[graph]}#{part}" if part else names[graph], claim.one("property")
        found[key].append(_told(claim, graph, judgements.get(claim.iri, "")))
    return found


def _told(claim: Node, graph: str, judgement: str) -> str:
    value = claim.one(f"{RDF}object").removeprefix(graph)
    return f"{value} ({judgement})" if judgement else value


def _conflicts(nodes: Nodes) -> Mapping[_Key, list[str]]:
    found: defaultdict[_Key, list[str]] = defaultdict(list)
    for conflict in nodes.of_class("Conflict"):
        words = (conflict.one(name).removeprefix(GL) for name in ("severity", "status", "judgement"))
        status = ", ".join(word for word in words if word)
        found[short(conflict.iri), conflict.one("kind")].append(f"{conflict.one('sentence')} ({status})")
    return found
