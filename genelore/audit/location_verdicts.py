"""Verdicts on where a gene is: chromosome, band, and base pairs of an assembly."""

from genelore.audit.bands import chromosome_of, compare, exact
from genelore.audit.case import Case
from genelore.audit.model import Standing, Verdict
from genelore.audit.reading import Claim
from genelore.audit.regions import Region, region
from genelore.audit.ruling import confirmed, refuted, undecided, unverified
from genelore.audit.wording import called
from ontology.reference import Gene, Location

RULE = "location"


def judge_chromosome(case: Case, claim: Claim) -> Verdict:
    """Judge the chromosome of a gene."""
    gene = case.gene(claim.part)
    known = _chromosomes(gene) if gene else set()
    if not gene or not known:
        return _unknown(case, claim)
    reason = f"{called(gene)} is on chromosome {' and '.join(sorted(known))}"
    if claim.value.upper().removeprefix("CHR") in known:
        return confirmed(claim, "chromosome", reason, gene.rows)
    return refuted(claim, "chromosome", f"{reason}, not {claim.value}", gene.rows)


def judge_cytoband(case: Case, claim: Claim) -> Verdict:
    """Judge the band of a gene: the same, a wider or finer one, near, or elsewhere."""
    gene = case.gene(claim.part)
    if not gene or not gene.cytobands:
        return _unknown(case, claim)
    bands = exact(gene.cytobands)
    nearness = min(compare(claim.value, band) for band in bands)
    reason = f"{called(gene)} is at {' and '.join(bands)}"
    if nearness == "0 same":
        return confirmed(claim, "cytoband", reason, gene.rows)
    if nearness == "1 wider":
        wider = f"{reason}, and {claim.value} is the same place less exactly"
        return confirmed(claim, "cytoband", wider, gene.rows)
    if nearness == "2 finer":
        return unverified(claim, "cytoband", _finer(claim, gene, bands), gene.rows)
    if nearness == "3 near":
        near = f"{reason}; {claim.value} is near, and bands are not told apart that finely"
        return unverified(claim, "cytoband", near, gene.rows)
    return refuted(claim, "cytoband", f"{reason}, not at {claim.value}", gene.rows)


def _finer(claim: Claim, gene: Gene, bands: tuple[str, ...]) -> str:
    """Say that the reference is too coarse for a band that lies within its own."""
    known = " and ".join(bands)
    if {*bands} == {*map(chromosome_of, bands)}:
        no_band = f"the reference has no band of it, so {claim.value} is open"
        return f"{called(gene)} is on chromosome {known}; {no_band}"
    return f"{called(gene)} is at {known}, which is less exact than {claim.value}, so that is open"


def judge_location(case: Case, claim: Claim) -> Verdict:
    """Judge a region: another end of the same gene under another annotation release refutes nothing."""
    gene = case.gene(claim.part)
    said = case.properties(claim.value)
    if not gene or "begin" not in said:
        return _unknown(case, claim)
    place = region(said)
    chromosomes = _chromosomes(gene)
    if chromosomes and place.chromosome not in chromosomes:
        known = " and ".join(sorted(chromosomes))
        reason = f"{called(gene)} is on chromosome {known}, not {said['regionChromosome']}"
        return refuted(claim, RULE, reason, gene.rows)
    return _placed(claim, place, gene, gene.location) if gene.location else _unknown(case, claim)


def _placed(claim: Claim, place: Region, gene: Gene, known: Location) -> Verdict:
    given = _given(gene, known)
    if place.is_same(known) and (not place.assembly or place.is_comparable(known)):
        return confirmed(claim, RULE, given, gene.rows)
    if place.chromosome != known.chromosome:
        reason = f"{given} of chromosome {known.chromosome}, and its place on {place.chromosome} is not known"
        return unverified(claim, RULE, reason, gene.rows)
    if place.is_comparable(known):
        return _on_same_assembly(claim, place, gene, known)
    return _on_another_assembly(claim, place, gene, known)


def _given(gene: Gene, known: Location) -> str:
    return f"{called(gene)} is at {known.begin}-{known.end} on {known.assembly} ({known.annotation_release})"


def _on_same_assembly(claim: Claim, place: Region, gene: Gene, known: Location) -> Verdict:
    given, numbers = _given(gene, known), f"{place.begin}-{place.end}"
    if place.gap(known):
        return refuted(claim, RULE, f"{given}, which {numbers} does not touch", gene.rows)
    reason = f"{given}; {numbers} overlaps it, as gene models of different annotation releases do"
    return unverified(claim, "location-release", reason, gene.rows)


def _on_another_assembly(claim: Claim, place: Region, gene: Gene, known: Location) -> Verdict:
    """Judge numbers that are of another assembly, or of none that is named: alike or far, they still tell."""
    given = _given(gene, known)
    if place.is_too_far(known):
        distance = f"{place.gap(known) / 1e6:.0f} million base pairs from there"
        reason = f"{given}; {place.begin}-{place.end} is {distance}, farther than assemblies differ"
        return refuted(claim, RULE, reason, gene.rows)
    if place.assembly and (likeness := place.likeness(known)):
        reason = (
            f"{given}; the document gives {likeness} under the name of {place.assembly}, and the two "
            "assemblies differ at most places, so the name is probably wrong"
        )
        return unverified(claim, "location-assembly", reason, gene.rows)
    stated = f"the region is on {place.assembly}" if place.assembly else "the region names no assembly"
    return unverified(claim, RULE, f"{given}; {stated}, so the numbers are not compared", gene.rows)


def judge_release(case: Case, claim: Claim) -> Verdict:
    """Judge an assembly or annotation release: it says of which the document's own numbers are."""
    del case
    return unverified(claim, "scope", "says which assembly or gene model the document's numbers are of")


def _chromosomes(gene: Gene) -> set[str]:
    banded = {chromosome_of(band) for band in gene.cytobands}
    return {
        name.upper() for name in banded | ({gene.location.chromosome} if gene.location else set()) if name
    }


def _unknown(case: Case, claim: Claim) -> Verdict:
    link = case.link(claim)
    if link.standing is not Standing.ACCEPTED and case.is_human and claim.part == "gene":
        return undecided(claim, link)
    return unverified(claim, "not-covered", "the reference has no such place for the gene")
