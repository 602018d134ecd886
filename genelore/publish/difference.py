"""What two stores or exports say differently: claims, verdicts, conflicts, and the names of documents."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import pyoxigraph
from pyoxigraph import RdfFormat

from genelore.audit.findings import short
from genelore.generation import open_current
from genelore.publish.nodes import Node, Nodes
from genelore.publish.pairing import Dispute, disputes, pairs
from genelore.publish.renaming import names, renamed, rewording
from ontology.terms import GL, RDF

_FORMATS = {
    ".nq": RdfFormat.N_QUADS,
    ".trig": RdfFormat.TRIG,
    ".ttl": RdfFormat.TURTLE,
    ".nt": RdfFormat.N_TRIPLES,
}


class NotAGraphError(ValueError):
    """The path is neither a store nor an export that can be compared."""


class Change(StrEnum):
    """What happened to a claim, conflict or document from the first graph to the second."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    RENAMED = "renamed"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not the same; `before` and `after` are empty where it is not there."""

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
    """Give what changed from one graph to another: documents' names, claims by document and part, conflicts.

    A document of another name with the same bytes is renamed, and no claim of it has changed. A claim is the
    same if its document has the same name, and subject, property and value are the same: a new version of a
    document changes only the claims that it makes otherwise. A conflict is the same if it says the same of
    the same, whatever the version of its documents.
    """
    then, now = names(before), names(after)
    new_names = renamed(then, now)
    for old, new in new_names.items():
        yield Difference(Change.RENAMED, "document", new, "name", old, new)
    yield from _compared("claim", _claims(before, {**then, **now}), _claims(after, now))
    yield from _conflicts(disputes(before, rewording(new_names)), disputes(after, str))


def _conflicts(before: Iterable[Dispute], after: Iterable[Dispute]) -> Iterator[Difference]:
    found = [_changed(old, new) for old, new in pairs(before, after) if str(old or "") != str(new or "")]
    yield from sorted(found, key=lambda one: (one.subject, one.property))


def _changed(old: Dispute | None, new: Dispute | None) -> Difference:
    change = Change.CHANGED if old and new else Change.REMOVED if old else Change.ADDED
    one = new or old
    iri, kind = (one.iri, one.kind) if one else ("", "")
    return Difference(change, "conflict", short(iri), kind, str(old or ""), str(new or ""))


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


def _claims(nodes: Nodes, named: Mapping[str, str]) -> Mapping[_Key, list[str]]:
    verdicts = nodes.of_class("Verdict")
    judgements = {one.one("judges"): one.one("judgement").removeprefix(GL).lower() for one in verdicts}
    found: defaultdict[_Key, list[str]] = defaultdict(list)
    for claim in nodes.of_class("Claim"):
        graph, _, part = claim.one(f"{RDF}subject").partition("#")
        name = named.get(graph, graph)
        key = f"{name}#{part}" if part else name, claim.one("property")
        found[key].append(_told(claim, graph, judgements.get(claim.iri, "")))
    return found


def _told(claim: Node, graph: str, judgement: str) -> str:
    value = claim.one(f"{RDF}object").removeprefix(graph)
    return f"{value} ({judgement})" if judgement else value
