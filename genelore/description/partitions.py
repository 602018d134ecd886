"""Parts of the dataset by class, property, datatype, and their links to others (VoID, sections 4.5 and 5)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from pyoxigraph import Literal, NamedNode

from genelore.description.statistics import Statistics, Use
from ingest.parts import Triple
from ontology.bridge import spaces
from ontology.prefixes import prefixes
from ontology.terms import DCTERMS, TYPE, XSD, term

VOID, SD = prefixes()["void"], prefixes()["sd"]
# Partitions by datatype, as the editors of other endpoints ask for them.
_EXTENSION = "http://ldf.fi/void-ext#"
DOCUMENTS = "documents"
_TITLES = {
    "bridge": "How other databases spell the same identifiers",
    "conflicts": "Claims that cannot all be right",
    "consensus": "What a named policy believes; the default graph",
    DOCUMENTS: "What each document says, with quote and lines",
    "links": "What each record denotes",
    "provenance": "Where each document comes from",
    "reference": "Rows of the reference tables that verdicts rest on",
    "verdicts": "Whether each claim holds",
}


@dataclass(frozen=True, slots=True)
class Part:
    """One generated graph, or the graphs of all documents, with its figures."""

    name: str
    graphs: Sequence[NamedNode]
    statistics: Statistics


def node_of(base: str, *names: str) -> NamedNode:
    """Return the node of a part, or of a partition of it, which is called by the hash of what it is of.

    >>> node_of("http://example.org/", "links").value
    'http://example.org/void#links'
    """
    one = len(names) == 1
    return NamedNode(f"{base}void#{names[0] if one else sha256(' '.join(names).encode()).hexdigest()[:16]}")


def figures(subject: NamedNode, numbers: Mapping[str, int]) -> Iterator[Triple]:
    """Give the numbers of a dataset or of a partition, by their VoID property."""
    for name, value in numbers.items():
        yield subject, term(VOID, name), Literal(str(value), datatype=term(XSD, "integer"))


def part_triples(part: Part, base: str) -> Iterator[Triple]:
    """Give a part with its figures, its properties, and its classes with theirs."""
    node, counted = node_of(base, part.name), part.statistics
    yield node, TYPE, term(VOID, "Dataset")
    yield node, TYPE, term(SD, "Graph")
    yield node, term(DCTERMS, "title"), Literal(_TITLES.get(part.name, part.name), language="en")
    totals = {"triples": counted.triples, "distinctSubjects": counted.subjects}
    totals |= {"distinctObjects": counted.objects, "classes": len(counted.classes)}
    yield from figures(node, totals | {"properties": len(counted.properties)})
    for name, use in counted.properties.items():
        yield from _property(node, node_of(base, part.name, name), name, use)
    for kind, entities in counted.classes.items():
        yield from _class(part, base, kind, entities)


def _class(part: Part, base: str, kind: str, entities: int) -> Iterator[Triple]:
    partition = node_of(base, part.name, "class", kind)
    yield node_of(base, part.name), term(VOID, "classPartition"), partition
    yield partition, term(VOID, "class"), NamedNode(kind)
    yield from figures(partition, {"entities": entities})
    for name, use in part.statistics.by_class[kind].items():
        inner = node_of(base, part.name, kind, name)
        yield from _property(partition, inner, name, use)
        yield from _values(inner, base, use)


def _property(owner: NamedNode, partition: NamedNode, name: str, use: Use) -> Iterator[Triple]:
    yield owner, term(VOID, "propertyPartition"), partition
    yield partition, term(VOID, "property"), NamedNode(name)
    totals = {"triples": use.triples, "distinctSubjects": use.subjects, "distinctObjects": use.objects}
    yield from figures(partition, totals)


def _values(partition: NamedNode, base: str, use: Use) -> Iterator[Triple]:
    """Give the classes and datatypes of the values of a property."""
    for namespace, name, counted in ((VOID, "class", use.classes), (_EXTENSION, "datatype", use.datatypes)):
        for kind, triples in counted.items():
            inner = node_of(base, partition.value, kind)
            yield partition, term(namespace, f"{name}Partition"), inner
            yield inner, term(namespace, name), NamedNode(kind)
            yield from figures(inner, {"triples": triples})


def link_triples(part: Part, base: str) -> Iterator[Triple]:
    """Give a linkset for each property of a part and each database whose identifiers are its values."""
    for (name, prefix), triples in part.statistics.links.items():
        links, target = node_of(base, part.name, "links", name, prefix), node_of(base, f"space-{prefix}")
        yield target, TYPE, term(VOID, "Dataset")
        yield target, term(DCTERMS, "title"), Literal(spaces()[prefix].title, language="en")
        yield target, term(VOID, "uriSpace"), Literal(spaces()[prefix].stem)
        yield links, TYPE, term(VOID, "Linkset")
        yield node_of(base, part.name), term(VOID, "subset"), links
        yield links, term(VOID, "linkPredicate"), NamedNode(name)
        yield links, term(VOID, "subjectsTarget"), node_of(base, part.name)
        yield links, term(VOID, "objectsTarget"), target
        yield from figures(links, {"triples": triples})
