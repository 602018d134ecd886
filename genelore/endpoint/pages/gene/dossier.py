"""What the graph holds on one gene: the records that denote it, their claims, what became of them."""

from dataclasses import dataclass

import pyoxigraph

from genelore.audit.minting import verdict_iri
from genelore.audit.model import Judgement
from genelore.audit.reading import Claim, Reading, read, sources
from genelore.endpoint.pages.addresses import place
from genelore.endpoint.pages.passage import Passage
from genelore.endpoint.pages.vocabulary import property_word
from genelore.endpoint.site import Site
from genelore.publish.nodes import Node, Nodes
from genelore.publish.wording import in_words
from ontology import bridge
from ontology.reference import Gene
from ontology.reference import gene as reference_gene
from ontology.terms import GL, RDF

_TARGET = "http://www.w3.org/2002/07/owl#annotatedTarget"
_RECORD = "http://www.w3.org/2002/07/owl#annotatedSource"


@dataclass(frozen=True, slots=True)
class Support:
    """How much stands behind a statement of the consensus; `share` is a part of one."""

    sources: int
    share: float


@dataclass(frozen=True, slots=True)
class Said:
    """A claim with the verdict on it; `support` is that of the consensus, None where it does not state it."""

    claim: Claim
    judgement: Judgement
    reason: str
    support: Support | None

    def passage(self, site: Site) -> Passage:
        """Return where it stands in its document."""
        return Passage(
            document=self.claim.source.name,
            lines=self.claim.lines,
            quote=self.claim.quote,
            address=place(site, self.claim.source.graph, self.claim.lines),
            claim=site.address(self.claim.iri),
            property=property_word(self.claim.property, GL + self.claim.predicate),
            text=self.claim.text,
            judgement=self.judgement.value,
            reason=self.reason,
        )


@dataclass(frozen=True, slots=True)
class Holding:
    """A record that is tied to the gene: by an accepted link, or by one that is contested or unresolved.

    `link` and `document` are where the link and the document are shown.
    """

    reading: Reading
    part: str
    link: str
    document: str
    standing: str
    reason: str

    @property
    def is_of_gene(self) -> bool:
        """Say whether the document is about the gene, and does not just give it as an ortholog."""
        return self.part == "gene"

    @property
    def record(self) -> str:
        """The record's IRI."""
        return f"{self.reading.source.graph}#{self.part}"


@dataclass(frozen=True, slots=True)
class Dossier:
    """What is known of a gene; `reference` is what the authority tables say of it."""

    iri: str
    curie: str
    reference: Gene | None
    holdings: tuple[Holding, ...]
    said: tuple[Said, ...]

    def of(self, *predicates: str) -> tuple[Said, ...]:
        """Return the claims with one of some predicates, in the order of the documents."""
        return tuple(one for one in self.said if one.claim.predicate in predicates)

    def parts(self, kind: str) -> tuple[Said, ...]:
        """Return the claims of parts of a kind: `gene`, `variant`, `observation`, ..."""
        return tuple(one for one in self.said if one.claim.part.partition("-")[0] == kind)


def dossier(store: pyoxigraph.Store, site: Site, iri: str) -> Dossier:
    """Return what the graph holds on a gene."""
    nodes = Nodes(store)
    graphs = {source.graph: source for source in sources(store, site.base)}
    held = []
    for name in nodes.subjects(_TARGET, iri):
        link = nodes.node(name)
        graph, _, part = link.one(_RECORD).partition("#")
        if graph in graphs:
            standing = in_words(link.one("standing")).removesuffix(" link")
            reading, where = read(store, graphs[graph]), (site.address(name), site.address(graph))
            held.append(Holding(reading, part, *where, standing, link.one("reason")))
    held.sort(key=lambda one: (not one.is_of_gene, one.reading.source.name, one.part))
    said = tuple(_said(nodes, site, claim) for holding in held for claim in _claims(holding))
    curie = bridge.curie(iri) or ""
    return Dossier(iri, curie, reference_gene(curie), tuple(held), said)


def _claims(holding: Holding) -> tuple[Claim, ...]:
    """Return what a record says: of the gene and all parts of it, or of the ortholog alone."""
    if not holding.is_of_gene:
        return holding.reading.of(holding.part)
    kinds = (claim for claim in holding.reading.claims if claim.part)
    return tuple(claim for claim in kinds if not claim.part.startswith("ortholog-"))


def _said(nodes: Nodes, site: Site, claim: Claim) -> Said:
    verdict = nodes.node(verdict_iri(claim.iri, site.base).value)
    judged = in_words(verdict.one("judgement"))
    judgement = Judgement(judged) if judged else Judgement.UNVERIFIED
    stated = nodes.subjects("supportingClaim", claim.iri)
    support = _support(nodes.node(stated[0])) if stated else None
    return Said(claim, judgement, verdict.one("reason"), support)


def _support(node: Node) -> Support:
    return Support(int(node.one("independentSources")), float(node.one("share")))


def naming(store: pyoxigraph.Store, iri: str) -> list[Node]:
    """Return the claims that have a gene as their value."""
    nodes = Nodes(store)
    found = (nodes.node(name) for name in nodes.subjects(f"{RDF}object", iri))
    return [node for node in found if node.one("lines")]
