"""Pictures whose file names carry another symbol than their captions."""

from collections.abc import Iterator

from genelore.audit.case import Case
from genelore.audit.denotation import HUMAN
from genelore.audit.model import Conflict, Judgement, Severity
from genelore.audit.reading import Claim
from genelore.audit.rules.making import sentence, side
from genelore.audit.wording import listed, plural
from ontology.reference import genes_named


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
    are_known = any(genes_named(claim.value, HUMAN) for claim in others)
    said = f"captions say {symbol}" if captions else f"the record says {symbol}"
    return Conflict(
        kind="image-evidence",
        key=f"{read.source.graph}#gene",
        subject=f"{read.source.graph}#gene",
        sides=(side(symbol, captions or read.of("gene", "symbol")), side(symbols, others)),
        sentence=sentence(
            f"In {read.source.name} {said}, but the file names of {number} carry {symbols}; "
            f"{_advice(are_known)}"
        ),
        rule="file-name-carries-symbol",
        severity=Severity.MEDIUM if are_known else Severity.LOW,
        judgement=Judgement.CONTESTED,
    )


def _advice(are_known: bool) -> str:
    return "see which gene was probed" if are_known else "no gene is called that: a slip of writing?"
