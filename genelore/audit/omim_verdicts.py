"""Verdicts on OMIM numbers given as a gene's or a disease's: the gene's entry, another's, a disorder's."""

from genelore.audit.case import Case
from genelore.audit.model import Verdict
from genelore.audit.plain_verdicts import judge_plain
from genelore.audit.reading import Claim
from genelore.audit.ruling import confirmed, refuted, unverified
from genelore.audit.wording import agreed, called, listed, written
from ontology.reference import Gene, OmimEntry, disease_of_omim, gene, omim_entry

RULE = "gene-phenotype-number"


def judge_omim(claim: Claim, own: Gene) -> Verdict:
    """Judge an OMIM number that a record claims as that of its gene."""
    entry = omim_entry(claim.curie)
    if not entry:
        reason = f"the reference does not know {written(claim.curie)}{_own(own)}"
        return unverified(claim, "unknown-identifier", reason)
    if entry.kind == "phenotype":
        return _of_phenotype(claim, entry, own)
    found = [one for curie in entry.genes if (one := gene(curie))]
    if any(one.curie == own.curie for one in found):
        return _of_own(claim, entry, own)
    if not found:
        return unverified(
            claim, RULE, f"{written(claim.curie)} is a gene's entry, of which gene is not known"
        )
    reason = (
        f"{written(claim.curie)} is the entry of {listed(map(called, found))}, not of {own.symbol}{_own(own)}"
    )
    return refuted(claim, "identifier", reason, (entry.row, *found[0].rows[:1]), found[0].curie)


def judge_omim_of_disease(case: Case, claim: Claim) -> Verdict:
    """Judge an identifier that a disease has in a document: OMIM's of a gene must not stand for it."""
    entry = omim_entry(claim.curie) if claim.predicate == "omimGene" else None
    if not entry or entry.kind == "phenotype":
        return judge_plain(case, claim)
    found = [one for curie in entry.genes if (one := gene(curie)) and _numbers(one) == (entry.curie,)]
    if not found:
        return judge_plain(case, claim)
    reason = f"{_entry_of(claim, found[0])}, so the number must not stand for a disease"
    return refuted(claim, RULE, reason, (entry.row, *found[0].rows[:1]), found[0].curie)


def _of_own(claim: Claim, entry: OmimEntry, own: Gene) -> Verdict:
    """Judge a number that the reference ties to the gene: of several, one may be a trait's."""
    numbers = _numbers(own)
    if len(numbers) > 1:
        reason = (
            f"{own.symbol} has several OMIM numbers, {listed(map(written, numbers))}: which is the "
            "gene's is open"
        )
        return unverified(claim, RULE, reason, (entry.row,))
    return confirmed(claim, RULE, _entry_of(claim, own), (entry.row,))


def _numbers(own: Gene) -> tuple[str, ...]:
    return tuple(curie for curie in own.identifiers if curie.startswith("omim:"))


def _of_phenotype(claim: Claim, entry: OmimEntry, own: Gene) -> Verdict:
    if entry.curie in own.disorders and not _numbers(own) and len(entry.sources) == 1:
        reason = (
            f"{own.symbol} has no other OMIM number, and one table alone has a disease under "
            f"{written(entry.curie)}"
        )
        return unverified(claim, RULE, reason, (entry.row,))
    disease = disease_of_omim(entry.curie)
    name = f"the disease {disease.label}" if disease else "a disease"
    whose = (
        f"a disorder of {own.symbol}"
        if entry.curie in own.disorders
        else f"which is not tied to {own.symbol}"
    )
    reason = f"{written(claim.curie)} is the number of {name}, {whose}, and not of a gene{_own(own)}"
    rows = (entry.row, disease.row) if disease else (entry.row,)
    return refuted(claim, RULE, reason, rows, disease.curie if disease else "")


def _entry_of(claim: Claim, own: Gene) -> str:
    disorders = f"; its {_disorders(own)}" if own.disorders else ""
    return f"{written(claim.curie)} is the entry of the gene {called(own)}{disorders}"


def _disorders(own: Gene) -> str:
    one_or_more = agreed(own.disorders, "disorder is", "disorders are")
    return f"{one_or_more} {listed(map(written, own.disorders))}"


def _own(own: Gene) -> str:
    """Return the gene's number; of several, one may be a trait's, and the tables do not tell which."""
    numbers = _numbers(own)
    if len(numbers) > 1:
        return (
            f"; of the numbers of {own.symbol}, {listed(map(written, numbers))}, which is the gene's is open"
        )
    return f"; {own.symbol} is {written(numbers[0])}" if numbers else ""
