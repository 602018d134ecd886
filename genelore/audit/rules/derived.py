"""Identifiers that imply others: KEGG's hold NCBI's."""

from collections.abc import Iterator, Sequence

from genelore.audit.case import Case
from genelore.audit.denotation import derived, organism_besides
from genelore.audit.model import Conflict, Judgement, Severity
from genelore.audit.reading import Claim
from genelore.audit.rules.making import sentence, side
from genelore.audit.wording import listed, written


def derived_identifiers(case: Case) -> Iterator[Conflict]:
    """Give a conflict where a KEGG number holds another NCBI number than the record claims.

    That a number is of another organism, its verdict says.
    """
    own = case.reading.of("gene", "ncbiGene")
    for claim in case.reading.of("gene", "keggGene"):
        implied = "" if organism_besides(claim.curie, case.taxon()) else derived(claim.curie)
        if implied and own and implied not in {other.curie for other in own}:
            yield _conflict(own, claim, implied)


def _conflict(own: Sequence[Claim], claim: Claim, implied: str) -> Conflict:
    numbers = listed(written(other.curie) for other in own)
    text = (
        f"{claim.source.name} gives {numbers} and {written(claim.curie)} for one gene, but KEGG's number "
        f"holds NCBI's, so it says {written(implied)}; one of the two is of another gene, or was replaced"
    )
    return Conflict(
        kind="derived-identifier",
        key=f"{claim.subject} {claim.curie}",
        subject=claim.subject,
        sides=(side(numbers, own), side(written(claim.curie), [claim])),
        sentence=sentence(text),
        rule="kegg-holds-ncbi",
        severity=Severity.MEDIUM,
        judgement=Judgement.CONTESTED,
    )
