"""What the graph says of one thing, as its twins in the formats of RDF give it."""

from collections.abc import Iterable, Iterator

import pyoxigraph
from pyoxigraph import DefaultGraph, NamedNode, Quad

from genelore.endpoint.site import Site
from ingest.provenance import provenance_subjects
from ontology.terms import gl

# Between the IRI of a thing and the rest of the IRI of a piece of it: `...-side-1`, `...-begin`, `...#gene`.
_JOINTS = ("-", "#")


def is_known(store: pyoxigraph.Store, iri: NamedNode) -> bool:
    """Say whether the graph says anything of a thing, with it, or in a graph of its name."""
    patterns = ((iri, None, None, None), (None, None, iri, None), (None, None, None, iri))
    return any(next(store.quads_for_pattern(*pattern), None) for pattern in patterns)


def description(store: pyoxigraph.Store, site: Site, iri: str) -> list[Quad]:
    """Return everything that is said of a thing and of its pieces, sorted, each in the graph that says it.

    The name of a graph stands for all that is in it. What is only ever named by others is described by what
    they say.
    """
    node = NamedNode(iri)
    found = {*_pieces(store, node), *store.quads_for_pattern(None, None, None, node)}
    for subject in _companions(store, site, node):
        found.update(store.quads_for_pattern(subject, None, None, None))
    if not found:
        found.update(store.quads_for_pattern(None, None, node, None))
    return sorted(_named(found), key=str)


def neighbourhood(store: pyoxigraph.Store, iri: str) -> list[Quad]:
    """Return what is said of an entity and what ties others to it, sorted."""
    node = NamedNode(iri)
    found = {*_pieces(store, node), *store.quads_for_pattern(None, None, node, None)}
    return sorted(_named(found), key=str)


def _companions(store: pyoxigraph.Store, site: Site, node: NamedNode) -> Iterator[NamedNode]:
    """Give what is of no use apart: a document's provenance, a claim's verdict, the votes on a link."""
    kind, _, name = node.value.removeprefix(site.base).partition("/")
    if kind == "document":
        yield from provenance_subjects(node)
    elif kind == "claim":
        yield NamedNode(f"{site.base}verdict/{name}")
    elif kind == "link":
        for predicate in (gl("voteFor"), gl("voteAgainst")):
            for quad in store.quads_for_pattern(node, predicate, None, None):
                if isinstance(quad.object, NamedNode):
                    yield quad.object


def _pieces(store: pyoxigraph.Store, node: NamedNode) -> Iterator[Quad]:
    waiting, seen = [node], {node}
    while waiting:
        for quad in store.quads_for_pattern(waiting.pop(), None, None, None):
            yield quad
            piece = quad.object
            if isinstance(piece, NamedNode) and piece not in seen and _belongs(piece, node):
                seen.add(piece)
                waiting.append(piece)


def _belongs(piece: NamedNode, whole: NamedNode) -> bool:
    return piece.value.startswith(tuple(whole.value + joint for joint in _JOINTS))


def _named(quads: Iterable[Quad]) -> Iterator[Quad]:
    """Leave out the default graph, which is a copy of the consensus."""
    return (quad for quad in quads if not isinstance(quad.graph_name, DefaultGraph))
