"""Verdicts on the dbSNP ids of protein changes."""

from genelore.audit.case import Case
from genelore.audit.change import Change, parse
from genelore.audit.denotation import denoted
from genelore.audit.model import Verdict
from genelore.audit.reading import Claim
from genelore.audit.ruling import confirmed, refuted, undecided, unverified
from genelore.audit.variant_verdicts import MISSENSE, OTHER_ALLELE, is_change, is_reverse, known_variants
from genelore.audit.wording import called, listed, written
from ontology.reference import Gene, Variant, proteins_of_dbsnp, variants

RULE = "dbsnp"


def judge_dbsnp(case: Case, claim: Claim) -> Verdict:
    """Judge a dbSNP id: the same change of the gene's protein, another change, or another gene's."""
    gene = case.gene()
    if not gene:
        return undecided(claim, case.link(claim))
    own = [one for one in known_variants(gene.curie) if one.dbsnp == claim.curie]
    if own:
        return _of_own_gene(case, claim, gene, own)
    proteins = proteins_of_dbsnp(claim.curie)
    if not proteins:
        return unverified(claim, RULE, _unlisted(claim, _change(case, claim)))
    genes = [one.gene for protein in proteins for one in denoted(protein)]
    if any(one.curie == gene.curie for one in genes):
        return unverified(claim, RULE, f"{written(claim.curie)} changes a protein of {gene.symbol}")
    return _of_another(claim, gene, proteins, genes)


def _change(case: Case, claim: Claim) -> Change | None:
    return parse(case.label(f"{case.reading.source.graph}#{claim.part}"))


def _unlisted(claim: Claim, change: Change | None) -> str:
    """Say that the reference does not have an id: of another kind of change that tells nothing."""
    if change and change.kind == MISSENSE:
        return f"UniProt's missense variants do not have {written(claim.curie)}"
    return (
        f"the reference has dbSNP ids of missense variants alone, and {written(claim.curie)} is none of them"
    )


def _of_own_gene(case: Case, claim: Claim, gene: Gene, own: list[Variant]) -> Verdict:
    change = _change(case, claim)
    known = f"{written(claim.curie)} is {listed(one.hgvs for one in own)} in UniProt"
    rows = tuple(dict.fromkeys(one.row for one in own))
    if not change:
        return unverified(claim, RULE, known, rows)
    if any(is_change(one, change) for one in own):
        return confirmed(claim, RULE, known, rows)
    if any(is_reverse(one, change) for one in own):
        return confirmed(claim, RULE, f"{known}, {OTHER_ALLELE}", rows)
    if any(_is_of_residue(one, change) for one in own):
        return unverified(claim, RULE, f"{known}, another change of the same residue", rows)
    right = [one for one in known_variants(gene.curie) if is_change(one, change) or is_reverse(one, change)]
    if not right and any(_is_moved(one, change) for one in own):
        return unverified(
            claim, "numbering", f"{known}, the same change if residues are counted in another way", rows
        )
    ids = listed(written(one.dbsnp) for one in right if one.dbsnp)
    return refuted(claim, RULE, f"{known}, not {change.text}{ids and f', which is {ids}'}", rows)


def _is_of_residue(one: Variant, change: Change) -> bool:
    return one.position == change.position and change.reference in {one.reference, one.alternative}


def _is_moved(one: Variant, change: Change) -> bool:
    return (one.reference, one.alternative) == (change.reference, change.alternative)


def _of_another(claim: Claim, gene: Gene, proteins: tuple[str, ...], genes: list[Gene]) -> Verdict:
    whose = listed(called(one) for one in genes) or listed(map(written, proteins))
    found = [one for protein in proteins for one in variants(protein) if one.dbsnp == claim.curie]
    change = f", {found[0].hgvs}" if found else ""
    reason = f"{written(claim.curie)} is a variant of {whose}{change}, not of {gene.symbol}"
    rows = tuple(dict.fromkeys(one.row for one in found))
    return refuted(claim, RULE, reason, rows, genes[0].curie if genes else proteins[0])
