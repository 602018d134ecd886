"""Verdicts on diseases of a gene, and on what is said of a disease."""

from functools import lru_cache

from genelore.audit.case import Case
from genelore.audit.model import Standing, Verdict
from genelore.audit.reading import Claim
from genelore.audit.ruling import confirmed, outdated, refuted, undecided, unverified
from genelore.audit.term_names import replaced
from genelore.audit.wording import called, listed, written
from ontology.reference import (
    DiseaseAnnotation,
    Gene,
    Row,
    Term,
    ancestors,
    descendants,
    diseases_of_gene,
    gene,
    inheritance,
    names_term,
    omim_entry,
    omim_of_mondo,
    phenotypes,
    term,
)

# Up to this many terms stand above those classes of MONDO that say next to nothing: "metabolic disease".
_UPPERMOST = 3
# Modes of inheritance by which one excludes another: autosomal, X- and Y-linked, mitochondrial.
_MENDELIAN = ("HP:0000006", "HP:0000007", "HP:0001417", "HP:0001450", "HP:0001427")


def named(curie: str) -> str:
    """Return the label of a term with its CURIE."""
    found = term(curie)
    return f"{found.label} ({curie})" if found and found.label else curie


@lru_cache(maxsize=1 << 14)
def above(curie: str) -> frozenset[str]:
    """Return what a term is a kind of, over any number of steps."""
    return ancestors(curie)


@lru_cache(maxsize=1 << 13)
def diseases_of(curie: str) -> tuple[tuple[str, Row], ...]:
    """Return the MONDO diseases that the reference ties to a gene, with their rows."""
    return tuple((disease, entry.row) for entry in diseases_of_gene(curie) for disease in entry.diseases)


def judge_disease(case: Case, claim: Claim) -> Verdict:
    """Judge that a gene has to do with a disease."""
    if not claim.curie:
        return unverified(claim, "not-grounded", f"{claim.value!r} is not tied to a disease of MONDO")
    gone = replaced(claim)
    if gone:
        return outdated(claim, *gone)
    own, link = case.gene(claim.part), case.link(claim)
    if not own:
        is_open = link.standing is not Standing.ACCEPTED
        return undecided(claim, link) if is_open else unverified(claim, "not-covered", "not a human gene")
    return _tied(claim, own)


def _tied(claim: Claim, own: Gene) -> Verdict:
    known = diseases_of(own.curie)
    direct = [row for disease, row in known if disease == claim.curie]
    if direct:
        return confirmed(
            claim, "disease", f"the reference ties {named(claim.curie)} to {called(own)}", tuple(direct)
        )
    narrower = [(disease, row) for disease, row in known if claim.curie in above(disease)]
    if narrower:
        disease, row = narrower[0]
        reason = (
            f"by inference: the reference ties {own.symbol} to {named(disease)}, a kind of "
            f"{named(claim.curie)}"
        )
        return confirmed(claim, "disease-inference", reason, (row,))
    others = genes_of(claim.curie)
    hint = f"; it ties it to {listed(one.symbol for one in others)}" if others else ""
    return unverified(
        claim, "disease", f"the reference does not tie {named(claim.curie)} to {own.symbol}{hint}"
    )


@lru_cache(maxsize=1 << 13)
def genes_of(disease: str) -> tuple[Gene, ...]:
    """Return the human genes that the reference ties to a MONDO disease by its OMIM numbers."""
    entries = [entry for number in omim_of_mondo(disease) if (entry := omim_entry(number))]
    return tuple(one for entry in entries for curie in entry.genes if (one := gene(curie)))


def judge_inheritance(case: Case, claim: Claim) -> Verdict:
    """Judge how a disease is inherited, by HPO: refuted only if HPO gives another Mendelian mode."""
    disease = case.disease(claim.part)
    known = [found for number in omim_of_mondo(disease) if (found := inheritance(number))] if disease else []
    modes = {mode for found in known for mode in found.terms}
    if not claim.curie or not modes:
        return unverified(claim, "inheritance", "the reference does not say how this disease is inherited")
    said, rows = named(claim.curie), tuple(found.row for found in known)
    reason = f"HPO gives {named(disease)} {listed(map(named, sorted(modes)))}"
    if claim.curie in modes:
        return confirmed(claim, "inheritance", reason, rows)
    if any(claim.curie in above(mode) for mode in modes):
        return confirmed(claim, "inheritance", f"by inference: {reason}, a kind of {said}", rows)
    if modes & above(claim.curie) or not _excludes(modes, claim.curie):
        return unverified(claim, "inheritance", f"{reason}, which does not exclude {said}", rows)
    return refuted(claim, "inheritance", f"{reason}, not {said}", rows, sorted(modes)[0])


def _excludes(modes: set[str], claimed: str) -> bool:
    """Say whether both the known modes and the claimed one are Mendelian."""
    return _is_mendelian(claimed) and any(map(_is_mendelian, modes))


def _is_mendelian(mode: str) -> bool:
    return mode in _MENDELIAN or bool(above(mode) & set(_MENDELIAN))


def judge_subclass(case: Case, claim: Claim) -> Verdict:
    """Judge that a disease is a kind of another, by MONDO."""
    disease = case.disease(claim.part)
    found, wider = term(disease), term(claim.curie)
    if not found or not wider:
        return unverified(claim, "not-grounded", "not both diseases are tied to MONDO")
    rows = (found.row, wider.row)
    if claim.curie == disease or claim.curie in above(disease):
        return confirmed(
            claim, "classification", f"{named(disease)} is a kind of {named(claim.curie)} in MONDO", rows
        )
    if disease in above(claim.curie):
        reason = f"{named(claim.curie)} is a kind of {named(disease)} in MONDO, not the other way round"
        return refuted(claim, "classification", reason, rows)
    return _apart(claim, disease, wider)


def _apart(claim: Claim, disease: str, wider: Term) -> Verdict:
    """Judge a class that no path leads to: refuted unless the two have kinds in common, or nearly meet."""
    rows = tuple(found.row for found in (term(disease), wider) if found)
    both = sorted(descendants(disease) & descendants(wider.curie))
    if both:
        reason = (
            f"MONDO calls some kinds of {named(disease)} a kind of {named(wider.curie)}, as "
            f"{named(both[0])}, but not all"
        )
        return unverified(claim, "classification", reason, rows)
    near = [one for one in wider.parents if one in above(disease) and len(above(one)) > _UPPERMOST]
    hint = f", though both are kinds of {named(near[0])}" if near else ""
    reason = f"no path leads from {named(disease)} to {named(wider.curie)} in MONDO{hint}"
    if near and not names_term(claim.text, "MONDO"):
        reason = f"{claim.text!r} is no name that MONDO has, and {reason}"
        return unverified(claim, "classification", reason, rows)
    return refuted(claim, "classification", reason, rows)


def judge_phenotype(case: Case, claim: Claim) -> Verdict:
    """Judge a phenotype of a disease, by HPO; what HPO does not list is not refuted."""
    disease = case.disease(claim.part)
    known = [found for number in omim_of_mondo(disease) if (found := phenotypes(number))] if disease else []
    if not claim.curie or not known:
        return unverified(claim, "phenotype", "the reference does not say what this disease shows")
    return _shown(claim, disease, known)


def _shown(claim: Claim, disease: str, known: list[DiseaseAnnotation]) -> Verdict:
    shown = sorted({one for found in known for one in found.terms})
    rows = tuple(found.row for found in known)
    if claim.curie in shown:
        return confirmed(claim, "phenotype", f"HPO lists {named(claim.curie)} for {named(disease)}", rows)
    narrower = [one for one in shown if claim.curie in above(one)]
    if narrower:
        reason = (
            f"by inference: HPO lists {named(narrower[0])} for {named(disease)}, a kind of "
            f"{named(claim.curie)}"
        )
        return confirmed(claim, "phenotype", reason, rows)
    numbers = listed(written(found.disease) for found in known)
    return unverified(claim, "phenotype", f"HPO does not list {named(claim.curie)} for {numbers}", rows)


def judge_variant_count(case: Case, claim: Claim) -> Verdict:
    """Judge how many variants are said to cause a disease: the reference does not count them."""
    del case
    return unverified(claim, "not-covered", "the reference does not count the variants of a disease")
