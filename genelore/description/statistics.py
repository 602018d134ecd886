"""How many things of which kind a graph holds, and which properties tie them to what: the figures of VoID.

The triples are counted in N-Triples lines, which cost a third of what terms as objects cost.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cache
from typing import TypeAlias

import pyoxigraph
from pyoxigraph import NamedNode, RdfFormat

from ontology.bridge import spaces
from ontology.terms import RDF, TYPE, XSD

_TYPE = f"<{TYPE.value}>".encode()
_STRING = XSD + "string"
_LANGUAGE_STRING = RDF + "langString"
# What only names a class, or says what a claim says, is no link of its own.
_NO_LINKS = frozenset({TYPE.value, RDF + "subject", RDF + "predicate", RDF + "object"})
# The classes of each subject, as IRIs, sorted.
Types: TypeAlias = Mapping[bytes, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Use:
    """How often a property is used, by how many subjects, with how many objects.

    `datatypes` and `classes` count its triples by what their objects are; an object may have several classes.
    """

    triples: int
    subjects: int
    objects: int
    datatypes: Mapping[str, int]
    classes: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Statistics:
    """The figures of a graph, or of several graphs as one.

    `classes` counts instances, `by_class` has the properties of the instances of each class, `links` counts
    triples by property and by the id space of their object.
    """

    triples: int
    subjects: int
    objects: int
    classes: Mapping[str, int]
    properties: Mapping[str, Use]
    by_class: Mapping[str, Mapping[str, Use]]
    links: Mapping[tuple[str, str], int]


@dataclass(slots=True)
class _Count:
    """The triples of one property whose subjects have the same classes."""

    subjects: set[bytes] = field(default_factory=set)
    objects: defaultdict[bytes, int] = field(default_factory=lambda: defaultdict(int))


_Counts: TypeAlias = Mapping[tuple[tuple[str, ...], bytes], _Count]


def types_of(store: pyoxigraph.Store, graphs: Set[NamedNode]) -> Types:
    """Return the classes of every subject, whichever of the graphs says so."""
    found = defaultdict(set)
    for quad in store.quads_for_pattern(None, TYPE, None):
        if isinstance(quad.object, NamedNode) and quad.graph_name in graphs:
            found[str(quad.subject).encode()].add(quad.object.value)
    return {subject: tuple(sorted(classes)) for subject, classes in found.items()}


def count(store: pyoxigraph.Store, graphs: Iterable[NamedNode], types: Types) -> Statistics:
    """Return the figures of graphs taken together; a triple in two of them counts twice."""
    counts: defaultdict[tuple[tuple[str, ...], bytes], _Count] = defaultdict(_Count)
    for graph in graphs:
        rows = _rows(store, graph)
        classes = _classes(rows)
        for subject, predicate, end in rows:
            entry = counts[classes.get(subject, ()), predicate]
            entry.subjects.add(subject)
            entry.objects[end] += 1
    return _summed(counts, types)


def _rows(store: pyoxigraph.Store, graph: NamedNode) -> Sequence[Sequence[bytes]]:
    lines = store.dump(format=RdfFormat.N_TRIPLES, from_graph=graph) or b""
    return [line.split(b" ", 2) for line in lines.splitlines()]


def _classes(rows: Sequence[Sequence[bytes]]) -> Types:
    found = defaultdict(list)
    for subject, predicate, end in rows:
        if predicate == _TYPE:
            found[subject].append(end[1:-3].decode())
    return {subject: tuple(sorted(classes)) for subject, classes in found.items()}


def _summed(counts: _Counts, types: Types) -> Statistics:
    by_property = defaultdict(list)
    by_class: defaultdict[str, defaultdict[str, list[_Count]]] = defaultdict(lambda: defaultdict(list))
    for (classes, predicate), entry in counts.items():
        name = predicate[1:-1].decode()
        by_property[name].append(entry)
        for kind in classes:
            by_class[kind][name].append(entry)
    return Statistics(
        triples=sum(sum(entry.objects.values()) for entry in counts.values()),
        subjects=_distinct(entry.subjects for entry in counts.values()),
        objects=_distinct(entry.objects for entry in counts.values()),
        classes={kind: _distinct(e.subjects for e in uses[TYPE.value]) for kind, uses in by_class.items()},
        properties=_uses(by_property, types),
        by_class={kind: _uses(uses, types) for kind, uses in sorted(by_class.items())},
        links=_links(by_property),
    )


def _distinct(collections: Iterable[Iterable[bytes]]) -> int:
    return len(set[bytes]().union(*collections))


def _uses(entries: Mapping[str, Sequence[_Count]], types: Types) -> Mapping[str, Use]:
    return {name: _use(counts, types) for name, counts in sorted(entries.items())}


def _use(entries: Sequence[_Count], types: Types) -> Use:
    datatypes: defaultdict[str, int] = defaultdict(int)
    classes: defaultdict[str, int] = defaultdict(int)
    for entry in entries:
        for end, triples in entry.objects.items():
            if end.startswith(b'"'):
                datatypes[_datatype(end)] += triples
            else:
                for kind in types.get(end[:-2], ()):
                    classes[kind] += triples
    return Use(
        triples=sum(sum(entry.objects.values()) for entry in entries),
        subjects=_distinct(entry.subjects for entry in entries),
        objects=_distinct(entry.objects for entry in entries),
        datatypes=dict(sorted(datatypes.items())),
        classes=dict(sorted(classes.items())),
    )


def _links(by_property: Mapping[str, Sequence[_Count]]) -> Mapping[tuple[str, str], int]:
    """Count the triples that lead to an identifier of another database, by property and id space."""
    found: defaultdict[tuple[str, str], int] = defaultdict(int)
    for name in by_property.keys() - _NO_LINKS:
        for entry in by_property[name]:
            for end, triples in entry.objects.items():
                space = _space(end) if end.startswith(b"<") else None
                if space:
                    found[name, space] += triples
    return dict(sorted(found.items()))


@cache
def _stems() -> tuple[tuple[bytes, str], ...]:
    stems = ((f"<{space.stem}".encode(), prefix) for prefix, space in spaces().items())
    return tuple(sorted(stems, key=lambda item: -len(item[0])))


def _space(end: bytes) -> str | None:
    return next((prefix for stem, prefix in _stems() if end.startswith(stem)), None)


def _datatype(end: bytes) -> str:
    """Return the datatype of a literal as it stands at the end of a line of N-Triples."""
    text = end[:-2]
    if text.endswith(b">"):
        return text[text.rindex(b"<") + 1 : -1].decode()
    return _STRING if text.endswith(b'"') else _LANGUAGE_STRING


def nodes(store: pyoxigraph.Store) -> Iterator[NamedNode]:
    """Give the names of all named graphs, sorted."""
    yield from sorted((g for g in store.named_graphs() if isinstance(g, NamedNode)), key=str)
