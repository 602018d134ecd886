"""A gene as Bioschemas describes one (profile Gene 1.0), for what reads pages by machine."""

from collections.abc import Mapping, Sequence

from genelore.endpoint.pages.gene.dossier import Dossier
from genelore.endpoint.pages.gene.fact import Fact
from genelore.endpoint.pages.gene.identifier import Identifier
from genelore.endpoint.pages.species import SPECIES
from genelore.endpoint.site import Site
from ontology import bridge

_PROFILE = "https://bioschemas.org/profiles/Gene/1.0-RELEASE"


def of_gene(
    site: Site, found: Dossier, title: str, ids: Sequence[Identifier], said: Sequence[Fact]
) -> Mapping[str, object]:
    """Return the description of what stands: names and relations of the consensus alone."""
    stands = [fact for fact in said if fact.support]
    taxon = next((fact.value.curie for fact in stands if fact.predicate == "taxon"), "")
    described: dict[str, object] = {
        "@context": ["https://schema.org/", {"dct": "http://purl.org/dc/terms/"}],
        "@type": "Gene",
        "@id": found.iri,
        "dct:conformsTo": {"@id": _PROFILE, "@type": "CreativeWork"},
        "identifier": found.curie,
        "name": title,
        "url": f"{site.public}gene/{found.curie}",
        "sameAs": [bridge.iri(one.curie).value for one in ids if one.curie != found.curie],
        "alternateName": [fact.value.label for fact in stands if fact.predicate in {"alias", "geneName"}],
        "associatedDisease": [
            {"@type": "MedicalCondition", "@id": fact.value.iri, "name": fact.value.label}
            for fact in stands
            if fact.predicate == "disease" and fact.value.iri
        ],
        "taxonomicRange": _taxon(taxon),
    }
    return {key: value for key, value in described.items() if value}


def _taxon(curie: str) -> Mapping[str, object]:
    if not curie:
        return {}
    latin = SPECIES[curie].latin if curie in SPECIES else curie
    return {"@type": "Taxon", "@id": bridge.iri(curie).value, "name": latin}
