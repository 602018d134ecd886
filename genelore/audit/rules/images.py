"""Pictures whose file names carry another symbol than their captions."""

from collections.abc import Iterator

from genelore.audit.case import Case
from genelore.audit.denotation import HUMAN
from genelore.audit.model import Conflict, Judgement, Severity
from genelore.audit.reading import Claim
from genelore.audit.rules.making import sentence, side
from genelore.audit.wording import listed, plural, species_named
from ontology.reference import genes_named

# The species whose symbols the reference has: human, mouse, zebrafish, fly.
_NAMED = frozenset({HUMAN, "NCBITaxon:10090", "NCBITaxon:7955", "NCBITaxon:7227"})


def image_evidence(case: Case) -> Iterator[Conflict]:
    """Give one conflict for a document whose pictures are named after another gene."""
    carried = [claim for claim in case.reading.claims if claim.predicate == "imageSymbol"]
    others = [claim for claim in carried if not case.is_own_symbol(claim.value)]
    if not others or not case.symbol:
        return
    yield _conflict(case, others, f"{len(others)} of {plural(len(carried), 'picture')}")


def _conflict(case: Case, others: list[Claim], number: str) -> Conflict:
    read, symbol = case.reading, case.symbol
    captions = [one for claim in others for one in read.of(claim.part, "caption") if symbol in one.value]
    symbols = listed(sorted({claim.value for claim in others}))
    is_known = any(genes_named(claim.value, taxon) for claim in others for taxon in {HUMAN, case.taxon()})
    is_covered = case.taxon() in _NAMED
    said = f"captions say {symbol}" if captions else f"the record says {symbol}"
    return Conflict(
        kind="image-evidence",
        key=f"{read.source.graph}#gene",
        subject=f"{read.source.graph}#gene",
        sides=(side(symbol, captions or read.of("gene", "symbol")), side(symbols, others)),
        sentence=sentence(
            f"In {read.source.name} {said}, but the file names of {number} carry {symbols}; "
            f"{'see which gene was probed' if is_known else _unknown(case.taxon())}"
        ),
        rule="file-name-carries-symbol",
        severity=Severity.MEDIUM if is_known or not is_covered else Severity.LOW,
        judgement=Judgement.CONTESTED,
    )


def _unknown(taxon: str) -> str:
    """Say what it means that no gene of the reference has the symbol, by the species of the record."""
    if taxon == HUMAN:
        return "no human gene is called that: a slip of writing?"
    species = species_named(taxon) if taxon else "other"
    if taxon in _NAMED:
        return f"no human and no {species} gene is called that: a slip of writing?"
    return (
        f"no human gene is called that, and the reference has no {species} genes: see whether it is a slip "
        "of writing or another gene"
    )
