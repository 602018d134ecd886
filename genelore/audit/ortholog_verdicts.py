"""Verdicts on the orthologs that a record gives its gene."""

from genelore.audit.case import Case
from genelore.audit.denotation import HUMAN, denoted, human_counterpart
from genelore.audit.model import Standing, Verdict
from genelore.audit.reading import Claim
from genelore.audit.ruling import confirmed, refuted, undecided, unverified
from genelore.audit.wording import called, written
from ontology.reference import Gene, gene


def judge_ortholog(case: Case, claim: Claim) -> Verdict:
    """Judge that a gene is the ortholog of the record's: HGNC names those of human genes in mouse and rat."""
    link = case.links["gene"]
    if link.standing is not Standing.ACCEPTED:
        return undecided(claim, link)
    found, own = denoted(claim.curie), gene(link.gene)
    if not found or not own:
        return unverified(claim, "not-covered", f"the reference does not know {written(claim.curie)}")
    other = found[0].gene
    if other.taxon == HUMAN:
        return _human(claim, other, own, case.is_human)
    rows = (*other.rows, *own.rows[:1])
    if other.curie in own.orthologs:
        return confirmed(
            claim, "ortholog", f"HGNC gives {called(other)} as an ortholog of {own.symbol}", rows
        )
    if human_counterpart(other) == own:
        reason = f"{called(other)} has the symbol of {own.symbol}, which is no proof"
        return unverified(claim, "ortholog", reason, rows)
    return unverified(claim, "ortholog", f"the reference does not tie {called(other)} to {own.symbol}", rows)


def _human(claim: Claim, other: Gene, own: Gene, is_human: bool) -> Verdict:
    rows = (*other.rows, *own.rows[:1])
    if is_human:
        reason = (
            f"{written(claim.curie)} is {called(other)}, a human gene, and the record is of a human gene too"
        )
        return refuted(claim, "ortholog", reason, rows, other.curie)
    if other.curie == own.curie:
        reason = (
            f"{written(claim.curie)} is {called(other)}, which the record's other claims point to as well"
        )
        return unverified(claim, "ortholog", reason, rows)
    reason = f"{written(claim.curie)} is {called(other)}; the record's other claims point to {own.symbol}"
    return refuted(claim, "ortholog", reason, rows, other.curie)
