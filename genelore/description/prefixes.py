"""The prefixes that queries and exports use, as SHACL declares prefixes."""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from ingest.parts import Triple
from ontology.prefixes import prefixes
from ontology.terms import LABEL, SH, TYPE, XSD, term

_OWL = prefixes()["owl"]


def prefix_triples(base: str) -> Iterator[Triple]:
    """Give the declaration of each prefix."""
    graph = NamedNode(f"{base}prefixes")
    yield graph, TYPE, term(_OWL, "Ontology")
    yield graph, LABEL, Literal("Prefixes of Genelore", language="en")
    for prefix, namespace in prefixes().items():
        node = NamedNode(f"{base}prefixes#{prefix}")
        yield graph, term(SH, "declare"), node
        yield node, TYPE, term(SH, "PrefixDeclaration")
        yield node, term(SH, "prefix"), Literal(prefix)
        yield node, term(SH, "namespace"), Literal(namespace, datatype=term(XSD, "anyURI"))
