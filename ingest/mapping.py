"""Facts into quads: one content-addressed named graph for each document, and a claim for each fact.

Every IRI of the document layer is minted here, from the document's hash and checked identifiers; there are
no blank nodes. The same bytes give the same quads on every run and machine.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode, Quad

from ingest.document import Document
from ingest.parts import Parts
from ingest.properties import PROPERTIES, Form
from ingest.record import Fact, Finding, GeneRecord, Grounding, TermEntry
from ontology import bridge
from ontology.terms import BASE, LABEL, OA, RDF, SEMAPV, TYPE, XSD, gl, term

Object: TypeAlias = NamedNode | Literal
Triple: TypeAlias = tuple[NamedNode, NamedNode, Object]

_CLAIM_TYPES = (gl("Claim"), term(RDF, "Statement"))
_SUBJECT, _PREDICATE, _OBJECT = (term(RDF, name) for name in ("subject", "predicate", "object"))
_START, _END = term(OA, "start"), term(OA, "end")
_INTEGER = term(XSD, "integer")
# "2017-02-14", "2009-07", "2013": a day, a month, a year.
_DATE_SHAPES = (
    (re.compile(r"\d{4}-\d{2}-\d{2}"), term(XSD, "date")),
    (re.compile(r"\d{4}-\d{2}"), term(XSD, "gYearMonth")),
    (re.compile(r"\d{4}"), term(XSD, "gYear")),
)
# The aspect of the Gene Ontology that the terms of a property belong to.
_ASPECTS = {
    "enables": "molecular_function",
    "involved_in": "biological_process",
    "located_in": "cellular_component",
}
# "https://omim.org/entry/301300": an absolute address of which nothing must be encoded in an IRI (RFC 3987).
_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`/?#\x00-\x20]+(?:[/?#][^\s<>\"{}|\\^`\x00-\x20]*)?")


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement that a document makes, and the fact it was made of."""

    node: NamedNode
    subject: NamedNode
    predicate: NamedNode
    object: Object
    fact: Fact


@dataclass(frozen=True, slots=True)
class DocumentGraph:
    """A document's named graph: its name, all its quads, and how many claims they hold."""

    name: NamedNode
    quads: tuple[Quad, ...]
    claim_count: int


def document_iri(document: Document, base: str = BASE) -> NamedNode:
    """Return the IRI of this version of the document, which is also the name of its graph."""
    return NamedNode(f"{base}document/{document.sha256[:16]}")


def to_graph(document: Document, record: GeneRecord, base: str = BASE) -> DocumentGraph:
    """Map a document's record to its named graph."""
    graph = document_iri(document, base)
    parts = Parts(graph, record.facts)
    claims: dict[NamedNode, Claim] = {}
    for fact in record.facts:
        for claim in _claims(fact, parts, base):
            claims.setdefault(claim.node, claim)
    triples = [*parts.triples()]
    for claim in claims.values():
        triples.extend(_claim_triples(claim, document))
    for number, finding in enumerate(record.findings, 1):
        triples.extend(_finding_triples(graph, number, finding, document))
    quads = {Quad(*triple, graph): None for triple in triples}
    return DocumentGraph(graph, tuple(quads), len(claims))


def _claims(fact: Fact, parts: Parts, base: str) -> Iterator[Claim]:
    for subject, predicate, value in _statements(fact, parts):
        key = f"{parts.document.value}\n{subject.value}\n{predicate.value}\n{value}"
        digest = sha256(key.encode()).hexdigest()[:20]
        yield Claim(NamedNode(f"{base}claim/{digest}"), subject, predicate, value, fact)


def _statements(fact: Fact, parts: Parts) -> Iterable[Triple]:
    predicate, form = PROPERTIES[fact.property]
    # What is said of a location is said of that location, not of the gene that has it.
    of_location = form is Form.TEXT and fact.part.startswith("location:")
    subject = parts.node(fact.part if of_location else fact.subject)
    if form is Form.PART:
        node = parts.node(fact.part)
        yield subject, predicate, node
        if bridge.split(fact.value):
            yield (node, *_identifier(fact.value))
    elif form is Form.XREF:
        yield (subject, *_identifier(fact.value))
    else:
        yield subject, predicate, _object(fact, form)


def _identifier(curie: str) -> tuple[NamedNode, Object]:
    found = bridge.split(curie)
    if found and bridge.is_valid(curie):
        return found[0].predicate, bridge.iri(curie)
    return gl("invalidIdentifier"), Literal(curie)


def _object(fact: Fact, form: Form) -> Object:
    match form:
        case Form.TERM:
            curie = fact.term or fact.value
            return bridge.iri(curie) if bridge.is_valid(curie) else Literal(fact.value)
        case Form.ADDRESS if _ADDRESS.fullmatch(fact.value):
            return NamedNode(fact.value)
        case Form.COUNT if fact.value.isascii() and fact.value.isdigit():
            return Literal(str(int(fact.value)), datatype=_INTEGER)
        case Form.DATE:
            return _date(fact.value)
    return Literal(fact.value)


def _date(value: str) -> Literal:
    for shape, datatype in _DATE_SHAPES:
        if shape.fullmatch(value) and _exists(value):
            return Literal(value, datatype=datatype)
    return Literal(value)


def _exists(value: str) -> bool:
    try:
        date.fromisoformat(f"{value}-01-01"[:10])
    except ValueError:
        return False
    return True


def _claim_triples(claim: Claim, document: Document) -> Iterator[Triple]:
    yield claim.subject, claim.predicate, claim.object
    node, fact = claim.node, claim.fact
    quote = document.quote(fact.span)
    for kind in _CLAIM_TYPES:
        yield node, TYPE, kind
    yield node, _SUBJECT, claim.subject
    yield node, _PREDICATE, claim.predicate
    yield node, _OBJECT, claim.object
    yield node, gl("quote"), Literal(quote)
    yield node, gl("sourceText"), Literal(fact.written or quote)
    yield node, gl("lines"), Literal(document.lines(fact.span))
    yield node, _START, Literal(str(fact.span.start), datatype=_INTEGER)
    yield node, _END, Literal(str(fact.span.end), datatype=_INTEGER)
    yield node, gl("property"), Literal(fact.property)
    if fact.grounding:
        yield from _grounding_triples(node, fact.grounding)
    if fact.entry:
        yield from _entry_triples(node, fact.entry, _ASPECTS.get(fact.property))


def _grounding_triples(node: NamedNode, grounding: Grounding) -> Iterator[Triple]:
    name = grounding.justification.removeprefix("semapv:")
    confidence = f"{grounding.confidence:.2f}".rstrip("0").rstrip(".")
    yield node, gl("mappingJustification"), term(SEMAPV, name)
    yield node, gl("confidence"), Literal(confidence, datatype=term(XSD, "decimal"))
    for curie in grounding.alternatives:
        yield node, gl("alternativeTerm"), bridge.iri(curie)


def _entry_triples(node: NamedNode, entry: TermEntry, expected: str | None) -> Iterator[Triple]:
    yield node, gl("termStatus"), Literal(entry.status)
    if entry.label:
        yield node, gl("termLabel"), Literal(entry.label)
    if entry.aspect and expected:
        yield node, gl("termAspect"), Literal(entry.aspect)
        yield node, gl("expectedAspect"), Literal(expected)


def _finding_triples(graph: NamedNode, number: int, finding: Finding, document: Document) -> Iterator[Triple]:
    node = NamedNode(f"{graph.value}#finding-{number}")
    yield node, TYPE, gl("Finding")
    yield node, LABEL, Literal(finding.message)
    yield node, gl("rule"), Literal(finding.rule)
    yield node, gl("quote"), Literal(document.quote(finding.span))
    yield node, gl("lines"), Literal(document.lines(finding.span))
