"""Where a document says something: what a chip shows, and the quote that it opens."""

from dataclasses import dataclass

import pyoxigraph

from genelore.endpoint.pages.addresses import place
from genelore.endpoint.pages.vocabulary import property_word
from genelore.endpoint.site import Site
from genelore.publish.nodes import Node, Nodes
from genelore.publish.wording import in_words
from ontology.terms import LABEL, RDF


@dataclass(frozen=True, slots=True)
class Passage:
    """A claim as its document makes it: `judgement` is a word such as `refuted`, empty before an audit.

    `property` is in words, `address` leads to the lines in the document, `claim` to the claim's own page;
    `reason` is the verdict's sentence.
    """

    document: str
    lines: str
    quote: str
    address: str
    claim: str
    property: str
    text: str
    judgement: str
    reason: str


def passage(store: pyoxigraph.Store, site: Site, claim: Node) -> Passage:
    """Return where a claim stands and what became of it."""
    nodes = Nodes(store)
    document = claim.one(f"{RDF}subject").partition("#")[0]
    verdict = next((nodes.node(iri) for iri in nodes.subjects("judges", claim.iri)), Node("", {}))
    return Passage(
        document=nodes.node(document).one(LABEL.value) or document,
        lines=claim.one("lines"),
        quote=claim.one("quote"),
        address=place(site, document, claim.one("lines")),
        claim=site.address(claim.iri),
        property=property_word(claim.one("property"), claim.one(f"{RDF}predicate")),
        text=claim.one("sourceText"),
        judgement=in_words(verdict.one("judgement")),
        reason=verdict.one("reason"),
    )
