"""Verdicts on protein changes, their types and their dbSNP ids."""

from functools import lru_cache

from genelore.audit.case import Case
from genelore.audit.change import Change, parse
from genelore.audit.denotation import denoted
from genelore.audit.model import Verdict
from genelore.audit.reading import Claim
from genelore.audit.ruling import confirmed, contested, refuted, undecided, unverified
from genelore.audit.wording import called, listed, written
from ontology.reference import Gene, Residue, Variant, proteins_of_dbsnp, residue, variants

RULE = "residue"


@lru_cache(maxsize=1 << 13)
def known_variants(gene: str) -> tuple[Variant, ...]:
    """Return the variants that UniProt knows of a gene's proteins."""
    return variants(gene)


def judge_variant(case: Case, claim: Claim) -> Verdict:
    """Judge that a gene has a variant: known to UniProt, at odds with the protein's residue, or neither."""
    gene = case.gene()
    if not gene:
        return undecided(claim, case.link(claim))
    change = parse(case.label(claim.value))
    if not change:
        return unverified(
            claim,
            "not-covered",
            "the reference has changes of single residues alone, and this is none as HGVS writes them",
        )
    listed_change = [one for one in known_variants(gene.curie) if _is(one, change)]
    if listed_change:
        one = listed_change[0]
        reason = f"UniProt lists {one.hgvs} of {gene.symbol} ({one.significance})"
        return confirmed(claim, "known-variant", reason, (one.row,))
    return _by_residue(case, claim, gene, change)


def _is(one: Variant, change: Change) -> bool:
    return (one.reference, one.position, one.alternative) == (
        change.reference,
        change.position,
        change.alternative,
    )


def _by_residue(case: Case, claim: Claim, gene: Gene, change: Change) -> Verdict:
    moved = _moved(case, claim, gene, change)
    if moved:
        reason = (
            f"UniProt lists the same change as {moved.hgvs}, so the document counts residues in another way"
        )
        return unverified(claim, "numbering", reason, (moved.row,))
    found = residues(case, gene, change.position)
    if not found:
        beyond = _beyond(case, gene, change.position)
        return (beyond and refuted(claim, RULE, *beyond)) or unverified(
            claim, RULE, _unknown(gene, change.position)
        )
    letters = {one.letter for one in found}
    place = f"{written(found[0].protein)} of {gene.symbol} has {_spelled(letters)} at {change.position}"
    rows = tuple(one.row for one in found)
    if change.reference in letters:
        return unverified(
            claim, RULE, f"{place}, as the variant says, but UniProt does not list this change", rows
        )
    return refuted(claim, RULE, f"{place}, not {change.written_reference}", rows)


def _moved(case: Case, claim: Claim, gene: Gene, change: Change) -> Variant | None:
    """Return the same change elsewhere under the same dbSNP id: counted without a signal peptide."""
    own = _dbsnp(case, claim.value)
    for one in known_variants(gene.curie):
        same_residues = (one.reference, one.alternative) == (change.reference, change.alternative)
        if one.dbsnp and one.dbsnp in own and same_residues:
            return one
    return None


def _dbsnp(case: Case, node: str) -> set[str]:
    part = node.partition("#")[2]
    return {claim.curie for claim in case.reading.of(part, "dbsnp")}


def residues(case: Case, gene: Gene, position: int) -> list[Residue]:
    """Return the residues at a position of the gene's proteins, by given sequences or known variants."""
    proteins = [curie for curie in gene.identifiers if curie.startswith("uniprot:")]
    given = [case.proteins.residue(curie, position) for curie in proteins] if case.proteins else []
    known = [found for found in given if found]
    return known or [found for curie in proteins if (found := _residue(curie, position))]


@lru_cache(maxsize=1 << 15)
def _residue(protein: str, position: int) -> Residue | None:
    return residue(protein, position)


def _beyond(case: Case, gene: Gene, position: int) -> tuple[str, tuple[()]] | None:
    sequences = case.proteins.sequences if case.proteins else {}
    codes = [curie.removeprefix("uniprot:") for curie in gene.identifiers if curie.startswith("uniprot:")]
    lengths = [len(sequences[code]) for code in codes if code in sequences]
    if lengths and position > max(lengths):
        return f"the protein of {gene.symbol} ends at {max(lengths)}, before {position}", ()
    return None


def _unknown(gene: Gene, position: int) -> str:
    return f"no known variant gives away the residue of {gene.symbol} at {position}"


def _spelled(letters: set[str]) -> str:
    return " or ".join(sorted(Change.three_letters(letter) for letter in letters))


def judge_variant_type(case: Case, claim: Claim) -> Verdict:
    """Judge the type of a variant by what its own HGVS text says."""
    node = f"{case.reading.source.graph}#{claim.part}"
    change = parse(case.label(node))
    if not change or not change.kind:
        return unverified(claim, "variant-type", "the variant's own text does not say its type")
    said = claim.text.casefold()
    agrees = change.kind in said or (change.kind == "nonsense" and ("stop" in said or "truncat" in said))
    other_kinds = {"missense", "nonsense", "frameshift", "synonymous"} - {change.kind}
    if not agrees and any(kind in said for kind in other_kinds):
        reason = f"{case.label(node)} is a {change.kind} change by its own text, not {claim.text}"
        return contested(claim, "variant-type", reason)
    return unverified(claim, "variant-type", f"{case.label(node)} is a {change.kind} change by its own text")


def judge_dbsnp(case: Case, claim: Claim) -> Verdict:
    """Judge a dbSNP id: the same change of the gene's protein, another change, or another gene's."""
    gene = case.gene()
    if not gene:
        return undecided(claim, case.link(claim))
    own = [one for one in known_variants(gene.curie) if one.dbsnp == claim.curie]
    if own:
        return _of_own_gene(case, claim, own)
    proteins = proteins_of_dbsnp(claim.curie)
    if not proteins:
        return unverified(claim, "dbsnp", f"UniProt's variants do not have {written(claim.curie)}")
    genes = [one.gene for protein in proteins for one in denoted(protein)]
    if any(one.curie == gene.curie for one in genes):
        return unverified(claim, "dbsnp", f"{written(claim.curie)} changes a protein of {gene.symbol}")
    return _of_another(claim, gene, proteins, genes)


def _of_own_gene(case: Case, claim: Claim, own: list[Variant]) -> Verdict:
    change = parse(case.label(f"{case.reading.source.graph}#{claim.part}"))
    known = f"{written(claim.curie)} is {listed(one.hgvs for one in own)} in UniProt"
    rows = tuple(dict.fromkeys(one.row for one in own))
    if not change:
        return unverified(claim, "dbsnp", known, rows)
    if any(_is(one, change) for one in own):
        return confirmed(claim, "dbsnp", known, rows)
    if any(one.position == change.position and one.reference == change.reference for one in own):
        return unverified(claim, "dbsnp", f"{known}, another change of the same residue", rows)
    if any((one.reference, one.alternative) == (change.reference, change.alternative) for one in own):
        return unverified(
            claim, "numbering", f"{known}, the same change if residues are counted in another way", rows
        )
    return refuted(claim, "dbsnp", f"{known}, not {change.text}", rows)


def _of_another(claim: Claim, gene: Gene, proteins: tuple[str, ...], genes: list[Gene]) -> Verdict:
    whose = listed(called(one) for one in genes) or listed(map(written, proteins))
    found = [one for protein in proteins for one in variants(protein) if one.dbsnp == claim.curie]
    change = f", {found[0].hgvs}" if found else ""
    reason = f"{written(claim.curie)} is a variant of {whose}{change}, not of {gene.symbol}"
    rows = tuple(dict.fromkeys(one.row for one in found))
    return refuted(claim, "dbsnp", reason, rows, genes[0].curie if genes else proteins[0])
