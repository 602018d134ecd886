"""Under which IRI the graph keeps the gene that an identifier denotes."""

import pyoxigraph
from pyoxigraph import NamedNode

from genelore.audit.denotation import entity_of
from ontology import bridge, reference

_TARGET = NamedNode("http://www.w3.org/2002/07/owl#annotatedTarget")
_MATCH = NamedNode("http://www.w3.org/2004/02/skos/core#exactMatch")


def kept_as(store: pyoxigraph.Store, iri: str) -> str:
    """Return the IRI that claims about a gene are said of, whichever of its identifiers is given.

    A gene that no record denotes is kept under the IRI that the entity layer would use; one that is not
    known at all under the IRI itself.
    """
    if _is_target(store, iri):
        return iri
    known = reference.gene(bridge.curie(iri) or "")
    same = [bridge.iri(curie).value for curie in known.identifiers if bridge.is_valid(curie)] if known else []
    matches = store.quads_for_pattern(None, _MATCH, NamedNode(iri), None)
    same += [quad.subject.value for quad in matches if isinstance(quad.subject, NamedNode)]
    found = next((other for other in sorted(same) if _is_target(store, other)), "")
    return found or (bridge.iri(entity_of(known)).value if known else iri)


def _is_target(store: pyoxigraph.Store, iri: str) -> bool:
    return next(store.quads_for_pattern(None, _TARGET, NamedNode(iri), None), None) is not None
