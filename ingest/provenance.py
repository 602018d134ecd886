"""Where a document graph comes from: what the provenance graph says of one document version."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from typing import TypeAlias
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, Quad

from ingest.document import Document
from ingest.mapping import DocumentGraph
from ingest.sources import SourceKind
from ontology.terms import BASE, DCTERMS, LABEL, PAV, PROV, TYPE, XSD, gl, term

Triple: TypeAlias = tuple[NamedNode, NamedNode, NamedNode | Literal]

_SOURCE, _LICENSE = term(DCTERMS, "source"), term(DCTERMS, "license")
_AGENT_TYPES = {
    "human-written": gl("HumanWritten"),
    "database-export": gl("DatabaseExport"),
    "language-model": gl("LanguageModel"),
}
# What a document says of itself: the standard property that the provenance graph says it with.
_STANDARD = {
    gl("sourceUrl"): _SOURCE,
    gl("canonicalUrl"): _SOURCE,
    gl("license"): _LICENSE,
    gl("issued"): term(DCTERMS, "issued"),
    gl("modified"): term(DCTERMS, "modified"),
    gl("revision"): term(PAV, "version"),
    gl("contributor"): term(DCTERMS, "contributor"),
    gl("title"): term(DCTERMS, "title"),
}


@dataclass(frozen=True, slots=True)
class Reading:
    """When one run of the ingest began and ended reading a document: ISO 8601 instants in UTC."""

    started: str
    ended: str


def provenance_graph(base: str = BASE) -> NamedNode:
    """Return the name of the graph that holds the provenance of all documents."""
    return NamedNode(f"{base}provenance")


def source_iri(name: str, base: str = BASE) -> NamedNode:
    """Return the IRI of what a document is a version of: the place it was read from."""
    return NamedNode(f"{base}source/{quote(name)}")


def to_provenance(
    document: Document,
    kind: SourceKind,
    graph: DocumentGraph,
    reading: Reading,
) -> tuple[Quad, ...]:
    """Say where the document graph comes from, who wrote the document, and what read it and when."""
    base = graph.name.value.partition("document/")[0]
    triples = [
        *_document_triples(document, graph, base),
        *_origin_triples(graph.name, kind),
        *_stated_triples(graph, kind),
        *_activity_triples(graph.name, kind, reading, base),
    ]
    return tuple(dict.fromkeys(Quad(*triple, provenance_graph(base)) for triple in triples))


def _document_triples(document: Document, graph: DocumentGraph, base: str) -> Iterator[Triple]:
    node = graph.name
    yield node, TYPE, gl("Document")
    yield node, TYPE, term(PROV, "Entity")
    yield from name_triples(node, document.name, base)
    yield node, gl("sha256"), Literal(document.sha256)
    yield node, gl("byteCount"), _integer(document.byte_count)
    yield node, gl("claimCount"), _integer(graph.claim_count)


def name_triples(node: NamedNode, name: str, base: str = BASE) -> Iterator[Triple]:
    """Say under which name a document was read; the same bytes may have been read under several."""
    yield node, LABEL, Literal(name)
    yield node, term(DCTERMS, "isVersionOf"), source_iri(name, base)


def _origin_triples(node: NamedNode, kind: SourceKind) -> Iterator[Triple]:
    yield node, gl("sourceKind"), Literal(kind.name)
    yield node, gl("agentType"), _AGENT_TYPES[kind.agent]


def _stated_triples(graph: DocumentGraph, kind: SourceKind) -> Iterator[Triple]:
    own = [quad for quad in graph.quads if quad.subject == graph.name]
    said = [(_STANDARD[q.predicate], q.object) for q in own if q.predicate in _STANDARD]
    for predicate, value in said:
        if isinstance(value, NamedNode | Literal):
            yield graph.name, predicate, value
        if predicate == _SOURCE and isinstance(value, NamedNode):
            yield graph.name, term(PROV, "wasDerivedFrom"), value
    if kind.licence and all(predicate != _LICENSE for predicate, _ in said):
        yield graph.name, _LICENSE, NamedNode(kind.licence)


def _activity_triples(node: NamedNode, kind: SourceKind, reading: Reading, base: str) -> Iterator[Triple]:
    activity = NamedNode(f"{base}activity/{node.value.rpartition('/')[2]}")
    instant = term(XSD, "dateTime")
    yield node, term(PROV, "wasGeneratedBy"), activity
    yield activity, TYPE, term(PROV, "Activity")
    yield activity, gl("toolVersion"), Literal(version("genelore"))
    yield activity, gl("sourceModule"), Literal(f"ingest.sources.{kind.name}")
    yield activity, term(PROV, "startedAtTime"), Literal(reading.started, datatype=instant)
    yield activity, term(PROV, "endedAtTime"), Literal(reading.ended, datatype=instant)


def _integer(number: int) -> Literal:
    return Literal(str(number), datatype=term(XSD, "integer"))


def provenance_subjects(graph: NamedNode) -> tuple[NamedNode, NamedNode]:
    """Return the nodes that the provenance graph describes for one document: itself and its reading."""
    base, _, digest = graph.value.rpartition("document/")
    return graph, NamedNode(f"{base}activity/{digest}")
