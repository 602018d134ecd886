"""Triples written with prefixed names, as a Turtle file would have them."""

from collections.abc import Iterable
from functools import cache

from pyoxigraph import Literal, NamedNode, Quad, Triple

from ontology.endpoints import endpoints
from ontology.prefixes import prefixes
from ontology.terms import XSD

Value = str | int | bool | Literal | NamedNode
TYPE = "rdf:type"


@cache
def node(name: str) -> NamedNode:
    """Return the IRI of a prefixed name; an IRI is returned as it is.

    >>> node("uniprot:P22557").value, node("http://purl.uniprot.org/mim/301300").value
    ('http://purl.uniprot.org/uniprot/P22557', 'http://purl.uniprot.org/mim/301300')
    """
    prefix, _, local = name.partition(":")
    return NamedNode(name if local.startswith("//") else prefixes()[prefix] + local)


def graph(endpoint: str, name: str) -> NamedNode:
    """Return the graph of an endpoint whose IRI ends with a name, as its profile has it.

    Raises:
        StopIteration: the profile has none.
    """
    return next(NamedNode(iri) for iri in endpoints()[endpoint].graphs if iri.endswith(name))


def text(words: str, language: str | None = None) -> Literal:
    """Return a literal."""
    return Literal(words, language=language) if language else Literal(words)


def said(subject: str, *pairs: tuple[str, Value]) -> Iterable[Triple]:
    """Return triples of one subject; a string is a prefixed name or an IRI, a number an integer."""
    for predicate, value in pairs:
        yield Triple(node(subject), node(predicate), _term(value))


def within(home: NamedNode, triples: Iterable[Triple]) -> Iterable[Quad]:
    """Return the triples as quads of one graph."""
    return (Quad(triple.subject, triple.predicate, triple.object, home) for triple in triples)


def _term(value: Value) -> Literal | NamedNode:
    if isinstance(value, bool):
        return Literal(str(value).lower(), datatype=NamedNode(XSD + "boolean"))
    if isinstance(value, int):
        return Literal(str(value), datatype=NamedNode(XSD + "integer"))
    return node(value) if isinstance(value, str) else value
