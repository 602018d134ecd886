"""Verdicts where the reference leaves a claim open and public endpoints were asked: what they answered."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeAlias

from genelore.audit.case import Case
from genelore.audit.change import Change, parse
from genelore.audit.denotation import denoted
from genelore.audit.model import Judgement, Standing, Verdict
from genelore.audit.outside import Answer, Relation
from genelore.audit.outside_identity import (
    denotes,
    is_of,
    judge_from_outside,
    named_in_its_species,
    rows_of,
    said,
    sides,
    told,
)
from genelore.audit.reading import Claim
from genelore.audit.ruling import CONTESTED_RECORD, confirmed, refuted
from ontology.reference import Gene, gene, omim_of_mondo

Supplement: TypeAlias = Callable[[Case, Claim, Verdict], Verdict]


def supplemented(case: Case, claim: Claim, verdict: Verdict) -> Verdict:
    """Return a verdict with what endpoints said, if the reference leaves open what they speak of."""
    is_open = verdict.judgement is Judgement.UNVERIFIED or verdict.rule == CONTESTED_RECORD
    supplement = _SUPPLEMENTS.get(_topic(claim))
    if not is_open or not supplement or not claim.curie or not case.outside.answers:
        return verdict
    return supplement(case, claim, verdict)


def _topic(claim: Claim) -> str:
    if claim.property != "xref" or claim.predicate == "dbsnp":
        return claim.predicate
    return f"identifier of {claim.part.partition('-')[0]}"


def _ortholog(case: Case, claim: Claim, verdict: Verdict) -> Verdict:
    link = case.links["gene"]
    names = ensembl_of(claim.curie)
    shared = [one for one in case.outside.of(Relation.ORTHOLOG, link.entity) if one.value in names]
    known = case.outside.of(Relation.GENE, claim.curie)
    own = gene(link.gene) if link.standing is Standing.ACCEPTED else None
    if own and shared:
        return confirmed(claim, "ortholog", said(shared), rows_of(shared))
    if own and (tied := _tied(known, own)):
        reason = f"{said(tied)}, which HGNC gives as an ortholog of {own.symbol}"
        return confirmed(claim, "ortholog", reason, (*rows_of(tied), *own.rows[:1]))
    return told(verdict, (*shared, *known))


def ensembl_of(curie: str) -> frozenset[str]:
    """Return the Ensembl genes that an identifier is or, by the reference, denotes."""
    found = (one for each in denoted(curie) for one in each.gene.identifiers)
    return frozenset(one for one in (curie, *found) if one.startswith("ensembl:"))


def _tied(answers: tuple[Answer, ...], own: Gene) -> list[Answer]:
    """Return the answers that name a gene which the reference gives as an ortholog."""
    return [one for one in answers if {found.curie for found in named_in_its_species(one)} & {*own.orthologs}]


def _place(case: Case, claim: Claim, verdict: Verdict) -> Verdict:
    """Judge a place of expression; of a picture's stage endpoints do not speak, so it stays open."""
    link = case.link(claim)
    found = [one for one in case.outside.of(Relation.PLACE, link.entity) if one.value == claim.curie]
    if found and link.standing is Standing.ACCEPTED and not claim.part.startswith("observation"):
        return confirmed(claim, "expression", said(found), rows_of(found))
    return told(verdict, found)


def _disease(case: Case, claim: Claim, verdict: Verdict) -> Verdict:
    own = case.gene(claim.part)
    numbers = omim_of_mondo(claim.curie)
    found = [one for one in case.outside.of(Relation.DISEASE, *proteins_of(own)) if one.value in numbers]
    return confirmed(claim, "disease", said(found), rows_of(found)) if found else verdict


def proteins_of(own: Gene | None) -> tuple[str, ...]:
    """Return the CURIEs of a gene's proteins."""
    return tuple(curie for curie in own.identifiers if curie.startswith("uniprot:")) if own else ()


def _dbsnp(case: Case, claim: Claim, verdict: Verdict) -> Verdict:
    answers = case.outside.of(Relation.CHANGE, claim.curie)
    own = case.gene()
    if not own or not answers or verdict.rows:
        return told(verdict, answers)
    change = parse(case.label(f"{case.reading.source.graph}#{claim.part}"))
    if change and (found := [one for one in answers if is_of(one, own) and _is_change(one, change)]):
        return confirmed(claim, "dbsnp", said(found), rows_of(found))
    found_sides = sides(answers, own)
    if found_sides.denying and not found_sides.agreeing:
        reason = f"{said(found_sides.denying)}, not of {own.symbol}"
        return refuted(claim, "dbsnp", reason, rows_of(found_sides.denying), denotes(found_sides.denying))
    return told(verdict, answers)


def _is_change(answer: Answer, change: Change) -> bool:
    return answer.detail == f"{change.position}:{change.alternative}"


_SUPPLEMENTS: Mapping[str, Supplement] = MappingProxyType(
    {
        "dbsnp": _dbsnp,
        "disease": _disease,
        "expressedIn": _place,
        "identifier of gene": judge_from_outside,
        "identifier of ortholog": judge_from_outside,
        "ortholog": _ortholog,
    }
)
