"""What is in the dataset, in the words of VoID and of the SPARQL Service Description.

The graphs of documents are counted as one part, each generated graph is a part of its own. The nodes are
fragments of the graph's own name, so that they dereference.
"""

from collections.abc import Iterator, Mapping, Sequence, Set

import pyoxigraph
from pyoxigraph import Literal, NamedNode

from genelore.description.partitions import (
    DOCUMENTS,
    SD,
    VOID,
    Part,
    figures,
    link_triples,
    node_of,
    part_triples,
)
from genelore.description.statistics import count, nodes, types_of
from ingest.parts import Triple
from ontology.prefixes import prefixes
from ontology.terms import DCTERMS, GL, LABEL, TYPE, term

_LICENSE = term(DCTERMS, "license")
_SYNTAXES = ("Turtle", "N-Triples", "JSON-LD", "RDF_XML", "TriG", "N-Quads")
_EXAMPLES = ("GeneRecord", "Claim", "Conflict", "Verdict", "Link")


def void_triples(store: pyoxigraph.Store, base: str, without: Set[NamedNode]) -> Iterator[Triple]:
    """Give the description of all named graphs of a store but some."""
    graphs = [graph for graph in nodes(store) if graph not in without]
    types = types_of(store, {*graphs})
    grouped = _grouped(graphs, base)
    parts = [Part(name, members, count(store, members, types)) for name, members in grouped.items()]
    whole = node_of(base, "dataset")
    yield from _dataset(whole, base)
    yield from _totals(whole, parts)
    yield from _examples(store, whole)
    for part in parts:
        yield whole, term(VOID, "subset"), node_of(base, part.name)
        yield from part_triples(part, base)
        yield from link_triples(part, base)
        yield from _graphs(store, whole, part, base)


def _grouped(graphs: Sequence[NamedNode], base: str) -> Mapping[str, Sequence[NamedNode]]:
    found: dict[str, list[NamedNode]] = {}
    for graph in graphs:
        is_document = graph.value.startswith(f"{base}document/")
        found.setdefault(DOCUMENTS if is_document else graph.value.removeprefix(base), []).append(graph)
    return found


def _dataset(whole: NamedNode, base: str) -> Iterator[Triple]:
    yield whole, TYPE, term(VOID, "Dataset")
    yield whole, TYPE, term(SD, "Dataset")
    yield whole, term(DCTERMS, "title"), Literal("Genelore", language="en")
    about = "Who says what about genes, on which line, and whether it holds"
    yield whole, term(DCTERMS, "description"), Literal(about, language="en")
    yield whole, term(VOID, "uriSpace"), Literal(base)
    yield whole, term(VOID, "sparqlEndpoint"), NamedNode(f"{base}sparql")
    for dump in ("data.nq", "data.trig"):
        yield whole, term(VOID, "dataDump"), NamedNode(base + dump)
    for syntax in _SYNTAXES:
        yield whole, term(VOID, "feature"), NamedNode(f"http://www.w3.org/ns/formats/{syntax}")


def _totals(whole: NamedNode, parts: Sequence[Part]) -> Iterator[Triple]:
    used = {name for part in parts for name in part.statistics.properties}
    yield from figures(
        whole,
        {
            "triples": sum(part.statistics.triples for part in parts),
            "documents": sum(len(part.graphs) for part in parts if part.name == DOCUMENTS),
            "classes": len({name for part in parts for name in part.statistics.classes}),
            "properties": len(used),
        },
    )
    for namespace in prefixes().values():
        if any(name.startswith(namespace) for name in used):
            yield whole, term(VOID, "vocabulary"), NamedNode(namespace)


def _examples(store: pyoxigraph.Store, whole: NamedNode) -> Iterator[Triple]:
    """Give one resource of each important kind, and the licences of the documents."""
    for kind in _EXAMPLES:
        found = (quad.subject for quad in store.quads_for_pattern(None, TYPE, term(GL, kind)))
        first = min((node for node in found if isinstance(node, NamedNode)), key=str, default=None)
        if first:
            yield whole, term(VOID, "exampleResource"), first
    for quad in store.quads_for_pattern(None, _LICENSE, None):
        if isinstance(quad.object, NamedNode):
            yield whole, _LICENSE, quad.object


def _graphs(store: pyoxigraph.Store, whole: NamedNode, part: Part, base: str) -> Iterator[Triple]:
    """Give the named graphs of a part: a document's with its name and licence, another with its figures."""
    for graph in part.graphs:
        yield whole, term(SD, "namedGraph"), graph
        yield graph, TYPE, term(SD, "NamedGraph")
        yield graph, term(SD, "name"), graph
        if part.name == DOCUMENTS:
            yield from _document(store, graph)
            yield graph, term(VOID, "inDataset"), node_of(base, DOCUMENTS)
        else:
            yield graph, LABEL, Literal(part.name)
            yield graph, term(SD, "graph"), node_of(base, part.name)
    if part.name == DOCUMENTS:
        # One node for all of them: editors list the properties of every subject of sd:graph.
        yield node_of(base, "document-graphs"), LABEL, Literal(DOCUMENTS)
        yield node_of(base, "document-graphs"), term(SD, "graph"), node_of(base, DOCUMENTS)
    if part.name == "consensus":
        yield whole, term(SD, "defaultGraph"), node_of(base, part.name)


def _document(store: pyoxigraph.Store, graph: NamedNode) -> Iterator[Triple]:
    for predicate in (_LICENSE, LABEL):
        for quad in store.quads_for_pattern(graph, predicate, None):
            if isinstance(quad.object, NamedNode | Literal):
                yield graph, predicate, quad.object
