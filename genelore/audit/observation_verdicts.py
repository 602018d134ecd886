"""Verdicts on pictures of expression: where and when, and which gene they say they show."""

from genelore.audit.case import Case
from genelore.audit.model import Standing, Verdict
from genelore.audit.reading import Claim
from genelore.audit.ruling import contested, undecided, unverified


def judge_expression(case: Case, claim: Claim) -> Verdict:
    """Judge a place of expression: the reference has none."""
    del case
    return unverified(claim, "not-covered", "the reference does not say where genes are expressed")


def judge_picture(case: Case, claim: Claim) -> Verdict:
    """Judge the stage, source or address of a picture: nothing else speaks to it."""
    del case
    return unverified(claim, "not-covered", "the reference has no pictures of expression")


def judge_image_symbol(case: Case, claim: Claim) -> Verdict:
    """Judge the symbol in the name of an image's file against the symbol that the record claims."""
    if not case.is_own_symbol(claim.value):
        return _differs(
            case,
            claim,
            f"the image's file name carries {claim.value}, and the record's symbol is {case.symbol}",
        )
    if case.links["gene"].standing is Standing.CONTESTED:
        return undecided(claim, case.links["gene"])
    return unverified(
        claim, "image-symbol", f"the image's file name carries {claim.value}, as the record says"
    )


def judge_caption(case: Case, claim: Claim) -> Verdict:
    """Judge a caption by the symbol in its image's file name."""
    carried = case.reading.of(claim.part, "imageSymbol")
    others = [one for one in carried if not case.is_own_symbol(one.value)]
    if others and case.symbol and case.symbol.upper() in claim.value.upper().split():
        reason = f"the caption says {case.symbol}, and the image's file name carries {others[0].value}"
        return contested(claim, "image-symbol", reason, (others[0].iri,))
    return unverified(claim, "not-covered", "the reference has no pictures of expression")


def _differs(case: Case, claim: Claim, reason: str) -> Verdict:
    symbols = case.reading.of("gene", "symbol")
    return contested(claim, "image-symbol", reason, tuple(one.iri for one in symbols))
