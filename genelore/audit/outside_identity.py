"""Verdicts on identifiers that the reference does not know: what endpoints say that they are."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from genelore.audit.case import Case
from genelore.audit.denotation import are_one, derived, same
from genelore.audit.model import Standing, Verdict
from genelore.audit.outside import Answer, Relation
from genelore.audit.reading import Claim
from genelore.audit.ruling import confirmed, contested, refuted
from genelore.audit.wording import listed, species_named
from ontology.reference import Gene, Row, gene, genes_named

Answers = tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Sides:
    """Answers that name the record's gene, and answers that name another one; the rest is in neither."""

    agreeing: Answers
    denying: Answers


def judge_from_outside(case: Case, claim: Claim, verdict: Verdict) -> Verdict:
    """Judge an identifier by what endpoints say that it is: the record's gene, another, or of who knows."""
    subject = derived(claim.curie) or claim.curie
    answers = case.outside.of(Relation.GENE, subject)
    groups = case.outside.of(Relation.COUNTERPART, subject)
    stranger = _other_species(case, claim, answers)
    link = case.link(claim)
    own = gene(link.gene) if link.standing is Standing.ACCEPTED else None
    if stranger or not own:
        return stranger or told(verdict, (*answers, *groups))
    return _decided(claim, sides(answers, own), own) or _grouped(claim, verdict, (answers, groups), own)


def _other_species(case: Case, claim: Claim, answers: Answers) -> Verdict | None:
    own = case.taxon(claim.part)
    taxa = {one.taxon for one in answers if one.taxon}
    if not own or not taxa or own in taxa:
        return None
    reason = f"{said(answers)}, and the record is of {species_named(own)}"
    return refuted(claim, "species-of-identifier", reason, rows_of(answers), denotes(answers))


def _decided(claim: Claim, found: Sides, own: Gene) -> Verdict | None:
    if found.agreeing and found.denying:
        reason = f"{said(found.agreeing)}, but {said(found.denying)}"
        return contested(claim, "endpoints-disagree", reason, rows=rows_of((*found.agreeing, *found.denying)))
    if found.agreeing:
        return confirmed(claim, "identifier", said(found.agreeing), rows_of(found.agreeing))
    if found.denying:
        reason = f"{said(found.denying)}, not {own.symbol}"
        rows = (*rows_of(found.denying), *own.rows[:1])
        return refuted(claim, "identifier", reason, rows, denotes(found.denying))
    return None


def _grouped(claim: Claim, verdict: Verdict, given: tuple[Answers, Answers], own: Gene) -> Verdict:
    """Judge by the group of orthologs: it confirms, but groups are made by rules and refute nothing."""
    answers, groups = given
    agreeing = [one for one in groups if one.value in own.identifiers]
    if agreeing:
        return confirmed(claim, "group-of-orthologs", said(agreeing), rows_of(agreeing))
    if groups:
        reason = f"{said(groups)}, and the record's other claims point to {own.symbol}"
        return contested(claim, "group-of-orthologs", reason, rows=rows_of((*answers, *groups)))
    return told(verdict, answers)


def sides(answers: Answers, own: Gene) -> Sides:
    """Sort answers by whether their endpoint names a gene; one that names it among others agrees."""
    agreeing = [one for one in answers if is_of(one, own)]
    speaking = {one.endpoint for one in agreeing}
    others = [one for one in answers if one.endpoint not in speaking and _is_of_another(one, own)]
    return Sides(tuple(agreeing), tuple(others))


def is_of(answer: Answer, own: Gene) -> bool:
    """Say whether an answer names a gene: by a symbol of it, or of its counterpart in another species."""
    return are_one(answer.value, own.symbol)


def _is_of_another(answer: Answer, own: Gene) -> bool:
    found = _named(answer)
    return bool(found) and not any(same(one, own) for one in found)


def _named(answer: Answer) -> list[Gene]:
    """Return the genes whose present symbol an answer gives: of its species, else the human ones."""
    taxa = dict.fromkeys((answer.taxon, "NCBITaxon:9606"))
    found = (
        (match.kind, match.gene) for taxon in taxa if taxon for match in genes_named(answer.value, taxon)
    )
    return [one for kind, one in found if kind == "symbol"]


def denotes(answers: Iterable[Answer]) -> str:
    """Return the CURIE of the gene that answers name, empty if the reference does not have it."""
    return next((one.curie for answer in answers for one in named_in_its_species(answer)), "")


def named_in_its_species(answer: Answer) -> list[Gene]:
    """Return the genes of the reference that an answer names in the species that it names."""
    return [one for one in _named(answer) if one.taxon == answer.taxon]


def told(verdict: Verdict, answers: Iterable[Answer]) -> Verdict:
    """Return a verdict that stays what it is, with the answers for whoever reads it."""
    found = tuple(dict.fromkeys(answers))
    if not found:
        return verdict
    return replace(verdict, reason=f"{verdict.reason}; {said(found)}", rows=(*verdict.rows, *rows_of(found)))


def said(answers: Iterable[Answer]) -> str:
    """Return what answers say, in one sentence."""
    return listed(one.sentence for one in answers)


def rows_of(answers: Iterable[Answer]) -> tuple[Row, ...]:
    """Return the rows that answers are, each once."""
    return tuple(dict.fromkeys(one.row for one in answers))
