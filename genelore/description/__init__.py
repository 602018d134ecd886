"""The dataset's description of itself: three graphs that are queried like any other."""

from collections.abc import Iterator

import pyoxigraph
from pyoxigraph import DefaultGraph, NamedNode, Quad

from genelore.description.examples import example_triples
from genelore.description.prefixes import prefix_triples
from genelore.description.void import void_triples
from ingest.parts import Triple
from ontology.terms import BASE

GRAPHS = ("examples", "prefixes", "void")


def described(base: str) -> tuple[NamedNode, ...]:
    """Return the names of the graphs that describe the dataset."""
    return tuple(NamedNode(base + name) for name in GRAPHS)


def describe(store: pyoxigraph.Store, base: str = BASE) -> tuple[Quad, ...]:
    """Return the quads that describe a store, sorted, each in its named graph and in the default graph.

    Editors look for VoID, examples and prefixes in the default graph. What the store already holds of an
    earlier description counts for nothing, nor does its default graph, which is a copy.
    """
    found = {quad for graph, triple in _triples(store, base) for quad in _both(graph, triple)}
    return tuple(sorted(found, key=str))


def _triples(store: pyoxigraph.Store, base: str) -> Iterator[tuple[NamedNode, Triple]]:
    examples, declared, void = described(base)
    for triple in example_triples(base):
        yield examples, triple
    for triple in prefix_triples(base):
        yield declared, triple
    for triple in void_triples(store, base, {examples, declared, void}):
        yield void, triple


def _both(graph: NamedNode, triple: Triple) -> Iterator[Quad]:
    yield Quad(*triple, graph)
    yield Quad(*triple, DefaultGraph())
