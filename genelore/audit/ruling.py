"""How verdicts are put: a function for each judgement, and one for claims of a record that is in doubt."""

from collections.abc import Callable
from typing import TypeAlias

from genelore.audit.case import Case
from genelore.audit.model import Judgement, Link, Standing, Verdict
from genelore.audit.reading import Claim
from ontology.reference import Row

Judge: TypeAlias = Callable[[Case, Claim], Verdict]

Rows: TypeAlias = tuple[Row, ...]

# How many votes of each side a contested claim cites.
_CITED = 3
# The rule of verdicts on claims whose record may be another gene's; the consensus goes by it.
CONTESTED_RECORD = "contested-record"


def confirmed(claim: Claim, rule: str, reason: str, rows: Rows) -> Verdict:
    """Say that the reference says the same."""
    return Verdict(claim.iri, Judgement.CONFIRMED, reason, rule, rows)


def refuted(claim: Claim, rule: str, reason: str, rows: Rows, denotes: str = "") -> Verdict:
    """Say that the reference covers the value and says otherwise."""
    return Verdict(claim.iri, Judgement.REFUTED, reason, rule, rows, denotes=denotes)


def outdated(claim: Claim, rule: str, reason: str, rows: Rows, denotes: str = "") -> Verdict:
    """Say that the value was right once, and what took its place."""
    return Verdict(claim.iri, Judgement.OUTDATED, reason, rule, rows, denotes=denotes)


def contested(claim: Claim, rule: str, reason: str, claims: tuple[str, ...] = (), rows: Rows = ()) -> Verdict:
    """Say that other claims disagree and the reference does not decide."""
    return Verdict(claim.iri, Judgement.CONTESTED, reason, rule, rows, claims)


def unverified(claim: Claim, rule: str, reason: str, rows: Rows = ()) -> Verdict:
    """Say that nothing else speaks to the claim, or not clearly."""
    return Verdict(claim.iri, Judgement.UNVERIFIED, reason, rule, rows)


def undecided(claim: Claim, link: Link) -> Verdict:
    """Judge a claim of which gene a record is, where the record's own link leaves that open."""
    if link.standing is Standing.CONTESTED:
        votes = (*link.votes_for[:_CITED], *link.votes_against[:_CITED])
        others = dict.fromkeys(vote.claim for vote in votes if vote.claim != claim.iri)
        reason = f"what the record denotes is contested: {link.reason}"
        return contested(claim, CONTESTED_RECORD, reason, tuple(others))
    return unverified(
        claim, "unresolved-record", f"it is not known which gene the record denotes: {link.reason}"
    )
