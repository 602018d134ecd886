"""Descriptions for the heads of pages, by schema.org and the profiles of Bioschemas where one fits."""

from collections.abc import Mapping

from genelore.audit.model import Judgement
from genelore.endpoint.pages.kept_text import LICENCE
from genelore.endpoint.site import Site
from genelore.publish.nodes import Node
from ontology.terms import DCTERMS, LABEL

_CONTEXT = "https://schema.org/"
# How true a claim is held to be, as ClaimReview asks: from 1, false, to 5, true.
_RATINGS: Mapping[str, int] = {
    Judgement.REFUTED: 1,
    Judgement.OUTDATED: 2,
    Judgement.CONTESTED: 3,
    Judgement.CORROBORATED: 4,
    Judgement.CONFIRMED: 5,
}


def document_data(site: Site, node: Node, claims: int) -> Mapping[str, object]:
    """Describe a document graph as a dataset of claims that was made out of a work."""
    said = {
        "license": node.one(LICENCE),
        "datePublished": node.one(f"{DCTERMS}issued"),
        "dateModified": node.one(f"{DCTERMS}modified"),
        "url": node.one(f"{DCTERMS}source"),
    }
    name = node.one(LABEL.value)
    work = {"@type": "CreativeWork", "name": node.one(f"{DCTERMS}title") or name} | _given(said)
    described = f"{claims} claims about genes read from {name}, each with its quote, lines and verdict"
    own = {"name": f"Claims of {name}", "description": described, "identifier": node.iri}
    dataset = {"@context": _CONTEXT, "@type": "Dataset", "@id": node.iri, "url": _url(site, node.iri)} | own
    return dataset | _given({"license": node.one(LICENCE)}) | {"isBasedOn": work}


def review_data(site: Site, claim: Node, said: str, verdict: Node) -> Mapping[str, object]:
    """Describe a verdict as the review of a claim; a claim that was not decided is described without one."""
    judgement = verdict.one("judgement").rpartition("#")[2].lower()
    document = claim.one("http://www.w3.org/1999/02/22-rdf-syntax-ns#subject").partition("#")[0]
    appearance = {"@type": "CreativeWork", "@id": document, "url": _url(site, document)}
    stated = {"@type": "Claim", "@id": claim.iri, "name": said, "appearance": appearance}
    rating = _RATINGS.get(judgement)
    if not rating:
        return {"@context": _CONTEXT, "url": _url(site, claim.iri)} | stated
    marks = {"ratingValue": rating, "worstRating": 1, "bestRating": 5, "alternateName": judgement}
    return {
        "@context": _CONTEXT,
        "@type": "ClaimReview",
        "@id": verdict.iri,
        "url": _url(site, claim.iri),
        "claimReviewed": said,
        "reviewBody": verdict.one("reason"),
        "author": {"@type": "Organization", "name": "Genelore", "url": site.public},
        "itemReviewed": stated,
        "reviewRating": {"@type": "Rating"} | marks,
    }


def term_data(site: Site, curie: str, iri: str, label: str, vocabulary: str) -> Mapping[str, object]:
    """Describe a term as one of a set of defined terms."""
    return {
        "@context": _CONTEXT,
        "@type": "DefinedTerm",
        "@id": iri,
        "name": label,
        "termCode": curie,
        "inDefinedTermSet": vocabulary,
        "url": f"{site.public}term/{curie}",
    }


def _url(site: Site, iri: str) -> str:
    return site.public.removesuffix("/") + site.address(iri)


def _given(said: Mapping[str, str]) -> dict[str, str]:
    return {key: value for key, value in said.items() if value}
