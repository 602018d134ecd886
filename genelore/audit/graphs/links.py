"""Links as RDF, in the shape of SSSOM: what is tied to what, how, how surely, and who voted."""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from genelore.audit.graphs.literals import decimal
from genelore.audit.minting import link_iri, minted, row_iri
from genelore.audit.model import Link, Standing, Vote
from genelore.audit.standard_terms import expanded
from ingest.parts import Triple
from ontology import bridge
from ontology.terms import PROV, SEMAPV, TYPE, gl, term

_STANDINGS = {
    Standing.ACCEPTED: gl("AcceptedLink"),
    Standing.CONTESTED: gl("ContestedLink"),
    Standing.UNRESOLVED: gl("UnresolvedLink"),
}


def link_triples(link: Link, base: str) -> Iterator[Triple]:
    """Say what a record denotes, by whose votes; only an accepted link says it plainly too."""
    node, record = link_iri(link.record, base), NamedNode(link.record)
    yield node, TYPE, gl("Link")
    yield node, expanded("owl:annotatedSource"), record
    yield node, expanded("owl:annotatedProperty"), gl("denotes")
    target = _iri(link.entity) or _iri(link.gene)
    if target:
        yield node, expanded("owl:annotatedTarget"), target
    if target and link.entity and link.standing is Standing.ACCEPTED:
        yield record, gl("denotes"), target
    yield node, expanded("sssom:mapping_justification"), term(SEMAPV, "CompositeMatching")
    yield node, expanded("sssom:confidence"), decimal(link.confidence)
    yield node, gl("standing"), _STANDINGS[link.standing]
    yield node, gl("reason"), Literal(link.reason)
    leading = _iri(link.gene)
    if leading:
        yield node, gl("leadingGene"), leading
    for predicate, votes in ((gl("voteFor"), link.votes_for), (gl("voteAgainst"), link.votes_against)):
        for vote in votes:
            yield from _vote_triples(node, predicate, vote, base)


def _iri(curie: str) -> NamedNode | None:
    return bridge.iri(curie) if bridge.is_valid(curie) else None


def _vote_triples(link: NamedNode, predicate: NamedNode, vote: Vote, base: str) -> Iterator[Triple]:
    node = minted(base, "vote", link.value, vote.claim, vote.gene, vote.reason)
    yield link, predicate, node
    yield node, TYPE, gl("Vote")
    yield node, gl("votingClaim"), NamedNode(vote.claim)
    gene = _iri(vote.gene)
    if gene:
        yield node, gl("votedGene"), gene
    yield node, gl("weight"), decimal(vote.weight)
    yield node, gl("reason"), Literal(vote.reason)
    for row in vote.rows:
        yield node, term(PROV, "wasDerivedFrom"), row_iri(row, base)
