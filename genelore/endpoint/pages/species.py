"""What species are called; the reference has no table of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import pyoxigraph
from pyoxigraph import DefaultGraph, NamedNode

from ontology import bridge, reference


@dataclass(frozen=True, slots=True)
class Species:
    """A species: `name` in English where it has one, `latin` in the nomenclature."""

    name: str
    latin: str


SPECIES: Mapping[str, Species] = MappingProxyType(
    {
        "NCBITaxon:6239": Species("roundworm", "Caenorhabditis elegans"),
        "NCBITaxon:7227": Species("fruit fly", "Drosophila melanogaster"),
        "NCBITaxon:7955": Species("zebrafish", "Danio rerio"),
        "NCBITaxon:8355": Species("African clawed frog", "Xenopus laevis"),
        "NCBITaxon:8364": Species("western clawed frog", "Xenopus tropicalis"),
        "NCBITaxon:8839": Species("duck", "Anas platyrhynchos"),
        "NCBITaxon:9031": Species("chicken", "Gallus gallus"),
        "NCBITaxon:9103": Species("turkey", "Meleagris gallopavo"),
        "NCBITaxon:9606": Species("human", "Homo sapiens"),
        "NCBITaxon:10090": Species("mouse", "Mus musculus"),
        "NCBITaxon:10116": Species("rat", "Rattus norvegicus"),
        "NCBITaxon:59729": Species("zebra finch", "Taeniopygia guttata"),
        "NCBITaxon:93934": Species("Japanese quail", "Coturnix japonica"),
    }
)
_IN_TAXON = NamedNode("http://purl.obolibrary.org/obo/RO_0002162")


def species_of(store: pyoxigraph.Store, iri: str) -> Species | None:
    """Return the species of a gene by the reference, else by the consensus; None for what has none."""
    known = reference.gene(bridge.curie(iri) or "")
    if known:
        return SPECIES.get(known.taxon)
    stated = next(store.quads_for_pattern(NamedNode(iri), _IN_TAXON, None, DefaultGraph()), None)
    taxon = stated.object if stated else None
    return SPECIES.get(bridge.curie(taxon.value) or "") if isinstance(taxon, NamedNode) else None
