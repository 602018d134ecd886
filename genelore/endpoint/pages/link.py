"""What a record denotes as its page shows it: the votes, and what they come to."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph

from genelore.audit.findings import short
from genelore.endpoint.pages.dispute import Citation, citations
from genelore.endpoint.pages.entity import Entity
from genelore.endpoint.pages.naming import named
from genelore.endpoint.pages.passage import Passage, passage
from genelore.endpoint.site import Site
from genelore.publish.nodes import Node, Nodes
from genelore.publish.wording import in_words
from ontology.terms import RDF

_OWL = "http://www.w3.org/2002/07/owl#"
_CONFIDENCE = "https://w3id.org/sssom/confidence"


@dataclass(frozen=True, slots=True)
class Link:
    """What a record denotes: `standing` is a word such as `contested`, `confidence` from 0 to 1."""

    iri: str
    name: str
    address: str
    record: Entity
    target: Entity | None
    leading: Entity | None
    standing: str
    confidence: float
    reason: str


@dataclass(frozen=True, slots=True)
class Ballot:
    """All votes for one reason: what they weigh together, and the claims that cast them.

    `cast` has the name of each vote and the passage of its claim.
    """

    weight: float
    reason: str
    cast: tuple[tuple[str, Passage], ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A gene that was voted for: the sum of its votes, and how much of the heaviest that is, in percent."""

    gene: Entity
    weight: float
    votes: int
    percent: float
    is_chosen: bool
    ballots: tuple[Ballot, ...]


def link(store: pyoxigraph.Store, site: Site, iri: str) -> Link:
    """Return what a link says."""
    node = Nodes(store).node(iri)
    target, leading = node.one(f"{_OWL}annotatedTarget"), node.one("leadingGene")
    return Link(
        iri=iri,
        name=short(iri),
        address=site.address(iri),
        record=named(store, site, node.one(f"{_OWL}annotatedSource")),
        target=named(store, site, target) if target else None,
        leading=named(store, site, leading) if leading else None,
        standing=in_words(node.one("standing")).removesuffix(" link"),
        confidence=float(node.one(_CONFIDENCE) or 0),
        reason=node.one("reason"),
    )


def link_of(store: pyoxigraph.Store, site: Site, claim: Node) -> Link | None:
    """Return the link of the record that a claim is of: that of its part, else that of the gene."""
    nodes, record = Nodes(store), claim.one(f"{RDF}subject")
    for owner in (record, f"{record.partition('#')[0]}#gene"):
        found = nodes.subjects(f"{_OWL}annotatedSource", owner)
        if found:
            return link(store, site, found[0])
    return None


def candidates(store: pyoxigraph.Store, site: Site, iri: str) -> list[Candidate]:
    """Return the genes that were voted for, with their votes, those with most votes first."""
    nodes = Nodes(store)
    node = nodes.node(iri)
    grouped: defaultdict[str, list[Node]] = defaultdict(list)
    for vote in (*node.all("voteFor"), *node.all("voteAgainst")):
        found = nodes.node(vote)
        grouped[found.one("votedGene")].append(found)
    sums = {gene: sum(_weight(vote) for vote in votes) for gene, votes in grouped.items()}
    most = max(sums.values(), default=0) or 1
    return [
        Candidate(
            gene=named(store, site, gene),
            weight=sums[gene],
            votes=len(grouped[gene]),
            percent=100 * sums[gene] / most,
            is_chosen={vote.iri for vote in grouped[gene]} <= {*node.all("voteFor")},
            ballots=tuple(_ballots(store, site, grouped[gene])),
        )
        for gene in sorted(grouped, key=lambda gene: (-sums[gene], gene))
    ]


def _weight(vote: Node) -> float:
    return float(vote.one("weight") or 0)


def _ballots(store: pyoxigraph.Store, site: Site, votes: list[Node]) -> Iterator[Ballot]:
    """Gather votes by reason, the heaviest first."""
    grouped: defaultdict[str, list[Node]] = defaultdict(list)
    for vote in votes:
        grouped[vote.one("reason")].append(vote)
    sums = {reason: sum(map(_weight, found)) for reason, found in grouped.items()}
    for reason in sorted(grouped, key=lambda reason: (-sums[reason], reason)):
        rows = citations(Nodes(store), site, grouped[reason][0])
        cast = sorted((_cast(store, site, vote) for vote in grouped[reason]), key=_place)
        yield Ballot(sums[reason], reason, tuple(cast), rows)


def _cast(store: pyoxigraph.Store, site: Site, vote: Node) -> tuple[str, Passage]:
    claim = Nodes(store).node(vote.one("votingClaim"))
    return vote.iri.rpartition("/")[2], passage(store, site, claim)


def _place(cast: tuple[str, Passage]) -> tuple[str, int, str]:
    name, said = cast
    return said.document, int(said.lines.partition("-")[0] or 0), name
