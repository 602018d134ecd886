"""Nodes of the engine as nodes of rdflib, letter for letter."""

import pyoxigraph
from pyoxigraph import NamedNode, Quad
from rdflib import BNode, Dataset, Literal, URIRef
from rdflib.term import Node

_STRING = "http://www.w3.org/2001/XMLSchema#string"


def to_rdflib(node: object) -> Node:
    """Return the same node; literals keep their text, which rdflib would put in its own form.

    Raises:
        TypeError: a triple term, which rdflib does not have.
    """
    match node:
        case pyoxigraph.NamedNode():
            return URIRef(node.value)
        case pyoxigraph.BlankNode():
            return BNode(node.value)
        case pyoxigraph.Literal() if node.language or node.datatype.value == _STRING:
            return Literal(node.value, lang=node.language)
        case pyoxigraph.Literal():
            return Literal(node.value, datatype=URIRef(node.datatype.value), normalize=False)
    raise TypeError(f"{node} has no form in rdflib")


def add(dataset: Dataset, quad: Quad) -> None:
    """Add a quad to a dataset, in its named graph."""
    name = quad.graph_name
    graph = dataset.graph(URIRef(name.value)) if isinstance(name, NamedNode) else dataset.default_graph
    graph.add((to_rdflib(quad.subject), to_rdflib(quad.predicate), to_rdflib(quad.object)))
