"""Verdicts on cited papers: PubMed ids that the reference ties to the gene, and a hint where it does not."""

from functools import lru_cache

from genelore.audit.case import Case
from genelore.audit.denotation import HUMAN
from genelore.audit.model import Verdict
from genelore.audit.reading import Claim
from genelore.audit.ruling import confirmed, undecided, unverified
from genelore.audit.wording import called, written
from ontology.reference import Publications, publications, shared_paper

RULE = "citation"
_SHARED = "shared-paper"
_OTHER_IDS = ("doi", "pmc")


@lru_cache(maxsize=1 << 13)
def _publications(gene: str) -> Publications | None:
    return publications(gene)


def judge_citation(case: Case, claim: Claim) -> Verdict:
    """Judge a cited paper, or an identifier of one, by its PubMed id; no paper is ever refuted."""
    if claim.predicate in _OTHER_IDS:
        return unverified(claim, "not-covered", "the reference knows papers by PubMed id alone")
    gene = case.gene()
    if not gene or gene.taxon != HUMAN:
        return undecided(claim, case.link(claim)) if case.is_human else _plain(claim)
    part = claim.part if claim.part != "gene" else claim.value.partition("#")[2]
    ids = [one.curie for one in case.reading.of(part, "pubmed")]
    known = _publications(gene.curie)
    if not ids or not known:
        return unverified(claim, "not-covered", "the reference knows papers by PubMed id, and none is given")
    if int(ids[0].removeprefix("pubmed:")) in known.pubmed:
        return confirmed(claim, RULE, f"NCBI ties {written(ids[0])} to {called(gene)}", (known.row,))
    if shared := shared_paper(ids[0].removeprefix("pubmed:")):
        reason = (
            f"NCBI ties {written(ids[0])} to {shared.genes:,} human genes, which the reference does not list"
        )
        return unverified(claim, _SHARED, reason, (shared.row,))
    reason = f"{written(ids[0])} is not among the papers that NCBI ties to {called(gene)}"
    return unverified(claim, RULE, f"{reason}: look whether it is about it", (known.row,))


def _plain(claim: Claim) -> Verdict:
    return unverified(claim, "not-covered", "the reference has papers of human genes alone")


def judge_bibliography(case: Case, claim: Claim) -> Verdict:
    """Judge authors, titles and journals: the reference holds no bibliography."""
    del case
    return unverified(claim, "not-covered", "the reference holds no bibliography")
