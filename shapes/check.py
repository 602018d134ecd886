"""The check of one document's quads against the shapes, by pySHACL."""

import logging
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

import pyoxigraph
import pyshacl
from pyoxigraph import Quad
from rdflib import RDF, SH, Graph, Literal, URIRef
from rdflib.term import Node

from ontology.rdflib_terms import to_rdflib
from shapes.report import Report, Result, Severity

__all__ = ["Report", "Result", "Severity", "check", "shapes_graph"]

# rdflib logs a traceback for a date such as 2023-13-45; the report names it in words.
logging.getLogger("rdflib.term").setLevel(logging.ERROR)

_SEVERITIES: dict[Node, Severity] = {
    SH.Violation: Severity.VIOLATION,
    SH.Warning: Severity.WARNING,
    SH.Info: Severity.INFO,
}


@cache
def shapes_graph() -> Graph:
    """Return all shapes, parsed once for each process."""
    graph = Graph(bind_namespaces="none")
    for path in sorted(files("shapes").iterdir(), key=lambda path: path.name):
        if path.name.endswith(".ttl"):
            graph.parse(data=path.read_text(encoding="utf-8"), format="turtle")
    return graph


def check(quads: Iterable[Quad]) -> Report:
    """Validate one document's graph together with its provenance; which quad is in which graph is ignored."""
    graph = validate(_to_graph(quads), shapes_graph())
    return Report(tuple(sorted(_results(graph), key=_order)))


def validate(data: Graph, shapes: Graph) -> Graph:
    """Return pySHACL's report graph: SHACL core, nothing inferred."""
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, inference="none", advanced=False, inplace=True)
    if not isinstance(report, Graph):
        raise TypeError(f"pySHACL gave up: {report}")
    return report


def _order(result: Result) -> tuple[int, str, str, str, str]:
    severity = list(Severity).index(result.severity)
    return severity, result.focus, result.shape, result.component, str(result.value)


def _to_graph(quads: Iterable[Quad]) -> Graph:
    # pySHACL takes a pyoxigraph store too, but is eight times slower on it.
    graph = Graph(bind_namespaces="none")
    for quad in quads:
        graph.add((to_rdflib(quad.subject), to_rdflib(quad.predicate), to_rdflib(quad.object)))
    return graph


def _to_oxigraph(node: Node | None) -> pyoxigraph.NamedNode | pyoxigraph.Literal | None:
    if isinstance(node, Literal):
        datatype = pyoxigraph.NamedNode(node.datatype) if node.datatype else None
        return pyoxigraph.Literal(str(node), datatype=datatype, language=node.language)
    return pyoxigraph.NamedNode(node) if isinstance(node, URIRef) else None


def _results(graph: Graph) -> Iterator[Result]:
    for node in graph.subjects(RDF.type, SH.ValidationResult):
        said = dict(graph.predicate_objects(node))
        yield Result(
            severity=_SEVERITIES[said[SH.resultSeverity]],
            focus=str(said[SH.focusNode]),
            path=str(said.get(SH.resultPath, "")),
            value=_to_oxigraph(said.get(SH.value)),
            message=str(said[SH.resultMessage]),
            shape=str(said[SH.sourceShape]),
            component=str(said[SH.sourceConstraintComponent]),
        )
