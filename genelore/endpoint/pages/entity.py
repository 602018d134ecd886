"""Things as pages name them: a label for people, the CURIE, and where their page is."""

from dataclasses import dataclass
from functools import lru_cache

import pyoxigraph
from pyoxigraph import NamedNode

from genelore.endpoint.pages.addresses import address, is_gene
from genelore.endpoint.pages.species import SPECIES
from genelore.endpoint.site import Site
from genelore.publish.nodes import Nodes
from genelore.results import shortened
from ontology import bridge, reference
from ontology.terms import LABEL

_EXACT_MATCH = "http://www.w3.org/2004/02/skos/core#exactMatch"


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing: `label` is never empty, `curie` is where there is one, `address` where it has a page."""

    iri: str
    label: str
    curie: str
    address: str


def entity(store: pyoxigraph.Store, site: Site, iri: str) -> Entity:
    """Return how a thing is shown: by the reference's label, else the graph's, else by its CURIE."""
    curie = bridge.curie(iri) or ""
    nodes = Nodes(store)
    label = _of_reference(curie) or nodes.node(iri).one(LABEL.value) or _of_match(nodes, iri) or curie
    return Entity(iri, label or shortened(NamedNode(iri)), curie, address(site, iri))


def _of_match(nodes: Nodes, iri: str) -> str:
    """Return the label of the entity whose other name in another database this is."""
    matches = (bridge.curie(other) or "" for other in nodes.subjects(_EXACT_MATCH, iri))
    return next((label for other in matches if (label := _of_reference(other))), "")


@lru_cache(maxsize=1 << 14)
def _of_reference(curie: str) -> str:
    if not curie:
        return ""
    if curie in SPECIES:
        return SPECIES[curie].latin
    found = reference.gene(curie) if is_gene(curie) else None
    if found:
        return found.symbol
    term = reference.disease_of_omim(curie) if curie.startswith("omim:") else reference.term(curie)
    return term.label.replace("_", " ") if term else ""
