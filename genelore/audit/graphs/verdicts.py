"""Verdicts as RDF: one for each claim, with the reference rows and claims that it rests on."""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from genelore.audit.minting import row_iri, verdict_iri
from genelore.audit.model import Judgement, Verdict
from ingest.parts import Triple
from ontology import bridge
from ontology.terms import PROV, TYPE, gl, term

JUDGEMENTS = {
    Judgement.REFUTED: gl("Refuted"),
    Judgement.OUTDATED: gl("Outdated"),
    Judgement.CONTESTED: gl("Contested"),
    Judgement.CONFIRMED: gl("Confirmed"),
    Judgement.CORROBORATED: gl("Corroborated"),
    Judgement.UNVERIFIED: gl("Unverified"),
}


def verdict_triples(verdict: Verdict, base: str) -> Iterator[Triple]:
    """Say what the audit says of a claim, by which rule, and why."""
    node = verdict_iri(verdict.claim, base)
    yield node, TYPE, gl("Verdict")
    yield node, gl("judges"), NamedNode(verdict.claim)
    yield node, gl("judgement"), JUDGEMENTS[verdict.judgement]
    yield node, gl("rule"), Literal(verdict.rule)
    yield node, gl("reason"), Literal(verdict.reason)
    if bridge.is_valid(verdict.denotes):
        yield node, gl("reallyDenotes"), bridge.iri(verdict.denotes)
    for row in verdict.rows:
        yield node, term(PROV, "wasDerivedFrom"), row_iri(row, base)
    for claim in verdict.claims:
        yield node, gl("restsOnClaim"), NamedNode(claim)
