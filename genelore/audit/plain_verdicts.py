"""Verdicts on claims that nothing in the reference could decide."""

from genelore.audit.case import Case
from genelore.audit.model import Verdict
from genelore.audit.reading import Claim
from genelore.audit.ruling import unverified


def judge_document(case: Case, claim: Claim) -> Verdict:
    """Judge what a document says of itself: its dates, licence, authors."""
    del case
    return unverified(claim, "states-itself", "what a document says of itself has no other witness")


def judge_plain(case: Case, claim: Claim) -> Verdict:
    """Judge a claim of a kind that the reference does not hold: treatments, absences, primers, links."""
    del case
    kind = claim.property.replace("_", " ")
    return unverified(claim, "not-covered", f"the reference holds nothing of the kind {kind}")
