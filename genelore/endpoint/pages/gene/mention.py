"""Where other records name a gene: as an ortholog, as an identifier, rightly or wrongly."""

from dataclasses import dataclass

import pyoxigraph

from genelore.endpoint.pages.entity import Entity, entity
from genelore.endpoint.pages.gene.dossier import Dossier, naming
from genelore.endpoint.pages.passage import Passage, passage
from genelore.endpoint.pages.vocabulary import word
from genelore.endpoint.site import Site
from genelore.publish.nodes import Nodes
from ontology import bridge
from ontology.terms import RDF

_TARGET = "http://www.w3.org/2002/07/owl#annotatedTarget"
_RECORD = "http://www.w3.org/2002/07/owl#annotatedSource"
_EXACT = "http://www.w3.org/2004/02/skos/core#exactMatch"


@dataclass(frozen=True, slots=True)
class Mention:
    """A claim of another record that has the gene as its value: `name` is what it says the gene is."""

    name: str
    owner: Entity | None
    passage: Passage


def mentions(store: pyoxigraph.Store, site: Site, found: Dossier) -> list[Mention]:
    """Return the claims that name a gene by any of its identifiers and are not of its own records."""
    nodes, own = Nodes(store), {one.claim.iri for one in found.said}
    claims = {claim.iri: claim for iri in _names(nodes, found) for claim in naming(store, iri)}
    made = []
    for iri in sorted(claims.keys() - own):
        said = passage(store, site, claims[iri])
        record = claims[iri].one(f"{RDF}subject")
        links = [nodes.node(link).one(_TARGET) for link in nodes.subjects(_RECORD, record)]
        owner = entity(store, site, links[0]) if links and links[0] else None
        made.append(Mention(word(claims[iri].one(f"{RDF}predicate")), owner, said))
    return sorted(made, key=lambda one: (one.passage.document, one.name))


def _names(nodes: Nodes, found: Dossier) -> set[str]:
    known = found.reference.identifiers if found.reference else ()
    same = (iri.value for curie in known if bridge.is_valid(curie) and (iri := bridge.iri(curie)))
    return {found.iri, *same, *nodes.node(found.iri).all(_EXACT)}
