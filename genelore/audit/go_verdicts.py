"""Verdicts on GO terms of a gene: annotated with evidence, or through a narrower term; renamed, gone."""

from functools import lru_cache

from genelore.audit.case import Case
from genelore.audit.denotation import HUMAN
from genelore.audit.model import Standing, Verdict
from genelore.audit.reading import Claim
from genelore.audit.ruling import confirmed, outdated, undecided, unverified
from genelore.audit.term_names import former_name, replaced
from genelore.audit.wording import called, listed
from ontology.reference import Annotation, Gene, ancestors, annotations, term

RULE = "go-annotation"


def judge_go(case: Case, claim: Claim) -> Verdict:
    """Judge a GO term that a document says of a gene."""
    if not claim.curie.startswith("GO:"):
        return unverified(claim, "not-grounded", f"{claim.value!r} is not tied to a GO term")
    gone = replaced(claim) or former_name(claim, claim.lines in case.lists)
    if gone:
        return outdated(claim, *gone)
    gene, link = case.gene(claim.part), case.link(claim)
    if not gene or gene.taxon != HUMAN:
        if case.is_human and link.standing is not Standing.ACCEPTED:
            return undecided(claim, link)
        return unverified(claim, "not-covered", "the reference has annotations of human genes alone")
    return _annotated(claim, gene)


def _annotated(claim: Claim, gene: Gene) -> Verdict:
    said = _said(claim.curie)
    direct = [one for one in _annotations(gene.curie) if one.term == claim.curie]
    if direct:
        codes = listed((one.evidence for one in direct), 5)
        reason = f"the reference annotates {gene.symbol} with {said} ({codes})"
        return confirmed(claim, RULE, reason, tuple(dict.fromkeys(one.row for one in direct)))
    narrower = [one for one in _annotations(gene.curie) if claim.curie in _above(one.term)]
    if narrower:
        first = narrower[0]
        reason = (
            f"by inference: the reference annotates {gene.symbol} with {_said(first.term)} "
            f"({first.evidence}), and that is a kind or a part of {said}"
        )
        return confirmed(claim, "go-inference", reason, (first.row,))
    return unverified(
        claim, RULE, f"the reference does not annotate {called(gene)} with {said} or a term below it"
    )


def _said(curie: str) -> str:
    found = term(curie)
    return f"{found.label} ({curie})" if found and found.label else curie


@lru_cache(maxsize=1 << 14)
def _annotations(curie: str) -> tuple[Annotation, ...]:
    return annotations(curie)


@lru_cache(maxsize=1 << 15)
def _above(curie: str) -> frozenset[str]:
    return ancestors(curie)
