"""Verdicts on the species and the type of a gene."""

from genelore.audit.case import Case
from genelore.audit.model import Standing, Verdict
from genelore.audit.reading import Claim
from genelore.audit.ruling import confirmed, refuted, undecided, unverified
from genelore.audit.wording import called, species_named
from ontology.reference import normalised, term


def judge_taxon(case: Case, claim: Claim) -> Verdict:
    """Judge the species that a record says it is of: an accepted gene has one."""
    gene, link = case.gene(claim.part), case.link(claim)
    if gene and claim.curie == gene.taxon:
        reason = f"{called(gene)}, which the record denotes, is a {species_named(gene.taxon)} gene"
        return confirmed(claim, "species", reason, gene.rows[:1])
    if link.standing is Standing.CONTESTED:
        return unverified(claim, "species", "that the record's gene is contested says nothing of its species")
    return unverified(claim, "species", "the record denotes no gene of the reference in this species")


def judge_gene_type(case: Case, claim: Claim) -> Verdict:
    """Judge the type of a gene: protein-coding, pseudogene, ..."""
    gene = case.gene(claim.part)
    if not gene:
        link = case.link(claim)
        if link.standing is Standing.ACCEPTED or not case.is_human:
            return unverified(claim, "not-covered", "the reference has no genes of this species")
        return undecided(claim, link)
    if not gene.gene_type:
        return unverified(claim, "gene-type", f"the reference has no type for {gene.symbol}")
    said, known = _words(_label(claim)), _words(gene.gene_type)
    reason = f"{called(gene)} is of type {gene.gene_type.replace('_', ' ')}"
    if known in {said, said.removesuffix(" gene")}:
        return confirmed(claim, "gene-type", reason, gene.rows)
    return refuted(claim, "gene-type", f"{reason}, not {_label(claim)}", gene.rows)


def _label(claim: Claim) -> str:
    found = term(claim.curie) if claim.curie else None
    return found.label if found else claim.value


def _words(text: str) -> str:
    return normalised(text.replace("_", " "))
