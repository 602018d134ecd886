"""The consensus as RDF: each plain triple, and the node that says what supports it."""

from collections.abc import Iterator

from pyoxigraph import NamedNode

from genelore.audit.consensus import Consensus
from genelore.audit.graphs.literals import decimal, integer
from genelore.audit.minting import minted, row_iri
from genelore.audit.policy import Policy
from genelore.audit.weighing import Statement
from ingest.parts import Triple
from ontology.terms import PROV, RDF, TYPE, gl, term

POLICIES = {
    Policy.REFERENCE_THEN_MAJORITY: gl("ReferenceThenMajority"),
    Policy.MAJORITY: gl("Majority"),
    Policy.STRICT: gl("Strict"),
    Policy.EVERYTHING: gl("Everything"),
}


def consensus_triples(consensus: Consensus, base: str) -> Iterator[Triple]:
    """Say everything the policy accepts, what supports it, and what the regions and pictures in it are."""
    yield from consensus.description
    for statement in consensus.statements:
        yield statement.subject, statement.predicate, statement.value
        yield from support_triples(statement, consensus.policy, base)


def support_iri(statement: Statement, base: str) -> NamedNode:
    """Return the IRI of what supports a statement: the same as long as the triple is."""
    said = (statement.subject.value, statement.predicate.value, str(statement.value))
    return minted(base, "support", *said)


def support_triples(statement: Statement, policy: Policy, base: str) -> Iterator[Triple]:
    """Say which claims or rows support a statement, and how strongly."""
    node = support_iri(statement, base)
    yield node, TYPE, gl("Support")
    yield node, term(RDF, "subject"), statement.subject
    yield node, term(RDF, "predicate"), statement.predicate
    yield node, term(RDF, "object"), statement.value
    yield node, gl("independentSources"), integer(statement.independent)
    yield node, gl("share"), decimal(statement.share)
    yield node, gl("policy"), POLICIES[policy]
    for claim in statement.claims:
        yield node, gl("supportingClaim"), NamedNode(claim)
    for row in statement.rows:
        yield node, term(PROV, "wasDerivedFrom"), row_iri(row, base)
