"""Verdicts on protein changes and their types."""

from functools import lru_cache

from genelore.audit.case import Case
from genelore.audit.change import Change, parse
from genelore.audit.model import Verdict
from genelore.audit.reading import Claim
from genelore.audit.ruling import confirmed, contested, refuted, undecided, unverified
from genelore.audit.wording import written
from ontology.reference import Gene, Residue, Variant, residue, variants

RULE = "residue"
MISSENSE = "missense"
OTHER_ALLELE = "the same change from the other allele"
POLYMORPHISM = "likely benign or benign"


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
            "the reference has missense variants alone, and this is none as HGVS writes them",
        )
    return _listed(claim, gene, change) or _by_residue(case, claim, gene, change)


def _listed(claim: Claim, gene: Gene, change: Change) -> Verdict | None:
    """Judge a change that UniProt lists, as it is written or from the other allele; None if it does not."""
    known = known_variants(gene.curie)
    for one in known:
        if is_change(one, change):
            reason = f"UniProt lists {one.hgvs} of {gene.symbol} ({one.significance})"
            return confirmed(claim, "known-variant", reason, (one.row,))
    for one in known:
        if is_reverse(one, change):
            return _of_other_allele(claim, gene, one)
    return None


def _of_other_allele(claim: Claim, gene: Gene, one: Variant) -> Verdict:
    """Judge a change that UniProt has the other way round: of a polymorphism either allele may come first."""
    reason = f"UniProt has it as {one.hgvs} of {gene.symbol} ({one.significance}), {OTHER_ALLELE}"
    if one.significance == POLYMORPHISM:
        return confirmed(claim, "known-variant", reason, (one.row,))
    return unverified(claim, RULE, f"{reason}; that is no polymorphism, so look which was meant", (one.row,))


def is_change(one: Variant, change: Change) -> bool:
    """Say whether a known variant is the change as it is written."""
    return (one.reference, one.position, one.alternative) == (
        change.reference,
        change.position,
        change.alternative,
    )


def is_reverse(one: Variant, change: Change) -> bool:
    """Say whether a known variant is the change counted from the other allele: `p.Pro72Arg`, `p.Arg72Pro`."""
    return (one.alternative, one.position, one.reference) == (
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
        return (beyond and refuted(claim, RULE, *beyond)) or unverified(claim, RULE, _unknown(gene, change))
    letters = {one.letter for one in found}
    place = f"{written(found[0].protein)} of {gene.symbol} has {_spelled(letters)} at {change.position}"
    rows = tuple(one.row for one in found)
    if change.reference in letters:
        return unverified(claim, RULE, f"{place}, as the variant says, but {_unlisted(change)}", rows)
    if other := _other_allele(gene, change):
        reason = f"{place}, and {change.written_reference} in a polymorphism ({other.hgvs})"
        return unverified(claim, RULE, f"{reason}, but {_unlisted(change)}", (*rows, other.row))
    return refuted(claim, RULE, f"{place}, not {change.written_reference}", rows)


def _other_allele(gene: Gene, change: Change) -> Variant | None:
    """Return the polymorphism that has the claimed residue at this position, which then is no wrong one."""
    for one in known_variants(gene.curie):
        is_there = (one.position, one.alternative) == (change.position, change.reference)
        if is_there and one.significance == POLYMORPHISM:
            return one
    return None


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


def _unknown(gene: Gene, change: Change) -> str:
    residue_unknown = f"no known variant gives away the residue of {gene.symbol} at {change.position}"
    return residue_unknown if change.kind == MISSENSE else f"{residue_unknown}, and {_unlisted(change)}"


def _unlisted(change: Change) -> str:
    """Say why a change is not among the known ones: it may be none of those that the reference has at all."""
    if change.kind == MISSENSE:
        return "UniProt does not list this change"
    return "the reference has missense variants alone, so it does not speak of this change"


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
