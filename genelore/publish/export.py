"""Exports: all graphs or some, in one syntax, in an order that does not change from run to run."""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import IO

import pyoxigraph
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat

from genelore.publish.jsonld import compacted
from ontology.prefixes import prefixes


class ExportFormat(StrEnum):
    """The syntaxes of RDF 1.1 that a graph is exported in."""

    TURTLE = "turtle"
    TRIG = "trig"
    NQUADS = "nquads"
    NTRIPLES = "ntriples"
    JSONLD = "jsonld"
    RDFXML = "rdfxml"


_ENGINE_FORMATS = {
    ExportFormat.TURTLE: RdfFormat.TURTLE,
    ExportFormat.TRIG: RdfFormat.TRIG,
    ExportFormat.NQUADS: RdfFormat.N_QUADS,
    ExportFormat.NTRIPLES: RdfFormat.N_TRIPLES,
    ExportFormat.RDFXML: RdfFormat.RDF_XML,
}
# Syntaxes that name the graph of each triple; the others hold the triples of all graphs together.
DATASET_FORMATS = frozenset({ExportFormat.TRIG, ExportFormat.NQUADS, ExportFormat.JSONLD})


# "@prefix gl: <https://w3id.org/genelore/ontology#> ." at the head of Turtle and TriG.
_PREFIX_LINES = re.compile(rb"(?:@prefix [^\n]*\n)+")
# ' xmlns:gl="https://w3id.org/genelore/ontology#"' in the root element of RDF/XML.
_NAMESPACE = re.compile(rb' xmlns:[^=\s]+="[^"]*"')
# ' xmlns:gl="https://w3id.org/genelore/ontology#" xmlns:oa="http://www.w3.org/ns/oa#"': all of them.
_NAMESPACES = re.compile(rb'(?: xmlns:[^=\s]+="[^"]*")+')


class UnknownGraphError(ValueError):
    """The store has no graph of this name; the message lists those it has."""


def graph_names(store: pyoxigraph.Store) -> list[str]:
    """Return the names of all graphs, sorted."""
    return sorted(graph.value for graph in store.named_graphs())


def selected(store: pyoxigraph.Store, graphs: Iterable[str]) -> Iterator[Quad]:
    """Give the quads of the graphs, sorted inside each; of all named graphs if none is given.

    Raises:
        UnknownGraphError: a graph that was asked for is not in the store.
    """
    known = graph_names(store)
    wanted = sorted(graphs) or known
    missing = sorted(set(wanted) - set(known))
    if missing:
        raise UnknownGraphError(f"no graph {', '.join(missing)}; there are {', '.join(known)}")
    for name in wanted:
        yield from sorted(store.quads_for_pattern(None, None, None, NamedNode(name)), key=str)


def export(store: pyoxigraph.Store, graphs: Iterable[str], form: ExportFormat, stream: IO[bytes]) -> None:
    """Write graphs to a stream.

    Turtle, N-Triples and RDF/XML have no graph names: there the triples of all graphs stand together, each
    once.

    Raises:
        UnknownGraphError: a graph that was asked for is not in the store.
    """
    quads = selected(store, graphs)
    if form is ExportFormat.JSONLD:
        stream.write(compacted(quads))
        return
    if form not in DATASET_FORMATS:
        quads = _once(quads)
    if form in {ExportFormat.NQUADS, ExportFormat.NTRIPLES}:
        pyoxigraph.serialize(quads, stream, _ENGINE_FORMATS[form])
    else:
        content = pyoxigraph.serialize(quads, format=_ENGINE_FORMATS[form], prefixes=dict(prefixes()))
        stream.write(sorted_prefixes(content or b""))


def sorted_prefixes(content: bytes) -> bytes:
    """Sort the prefixes of Turtle, TriG or RDF/XML, which the engine writes in an order of chance."""
    head = _PREFIX_LINES.match(content)
    if head:
        return b"".join(sorted(head[0].splitlines(keepends=True))) + content[head.end() :]
    root = _NAMESPACES.search(content)
    if root:
        names = b"".join(sorted(_NAMESPACE.findall(root[0])))
        return content[: root.start()] + names + content[root.end() :]
    return content


def _once(quads: Iterable[Quad]) -> Iterator[Quad]:
    seen = {Quad(quad.subject, quad.predicate, quad.object, DefaultGraph()) for quad in quads}
    yield from sorted(seen, key=str)
