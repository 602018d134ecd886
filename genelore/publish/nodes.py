"""The nodes of a stored graph as plain values: what is said of one, and who says something of it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pyoxigraph
from pyoxigraph import Literal, NamedNode

from ontology.terms import BASE, GL, RDF, gl


def text(node: object) -> str:
    """Return an IRI or the text of a literal."""
    return node.value if isinstance(node, NamedNode | Literal) else str(node)


def base_of(store: pyoxigraph.Store) -> str:
    """Return the base of the IRIs that a store mints: what stands before the name of its provenance graph."""
    quad = next(store.quads_for_pattern(None, gl("sha256"), None, None), None)
    return text(quad.graph_name).removesuffix("provenance") if quad else BASE


@dataclass(frozen=True, slots=True)
class Node:
    """Everything that is said of one thing, in whatever graph; predicates are full IRIs."""

    iri: str
    said: Mapping[str, tuple[str, ...]]

    def all(self, predicate: str) -> tuple[str, ...]:
        """Return the values of a property; a plain name means one of ours."""
        return self.said.get(predicate if "/" in predicate else GL + predicate, ())

    def one(self, predicate: str) -> str:
        """Return the first value of a property, empty if there is none."""
        return next(iter(self.all(predicate)), "")


class Nodes:
    """A store, or a graph that was loaded into one."""

    def __init__(self, store: pyoxigraph.Store) -> None:
        """Read from the store."""
        self.store = store

    def node(self, iri: str) -> Node:
        """Return what is said of a thing."""
        said: defaultdict[str, set[str]] = defaultdict(set)
        for quad in self.store.quads_for_pattern(NamedNode(iri), None, None, None):
            said[quad.predicate.value].add(text(quad.object))
        return Node(iri, {predicate: tuple(sorted(values)) for predicate, values in said.items()})

    def subjects(self, predicate: str, value: str) -> tuple[str, ...]:
        """Return what has an IRI as the value of a property, sorted."""
        property_ = NamedNode(predicate if "/" in predicate else GL + predicate)
        found = self.store.quads_for_pattern(None, property_, NamedNode(value), None)
        return tuple(sorted({text(quad.subject) for quad in found}))

    def of_class(self, name: str) -> Iterator[Node]:
        """Give the things of one of our classes, sorted."""
        for iri in self.subjects(f"{RDF}type", GL + name):
            yield self.node(iri)
