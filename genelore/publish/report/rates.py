"""How often each kind of source is wrong: over all its claims, and over each id space."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from genelore.audit.model import Audit, Judgement
from genelore.audit.reading import Reading
from genelore.publish.report.signs import Tally, tally
from ontology import bridge

_WRONG = frozenset({Judgement.REFUTED, Judgement.OUTDATED})
_UNDECIDED = frozenset({Judgement.UNVERIFIED, Judgement.CONTESTED})
# Spaces of terms: their claims are of the gene's properties, not of which gene it is.
_TERMS = frozenset({"GO", "CL", "HP", "SO", "UBERON", "GgalDv", "NCBITaxon", "ECO"})


@dataclass(frozen=True, slots=True)
class Rate:
    """The verdicts on the claims of one source kind, all of them or those of one id space."""

    kind: str
    space: str
    claims: int
    tallies: tuple[Tally, ...]
    wrong: int
    decided: int

    def number(self, judgement: Judgement) -> int:
        """Return how many claims have a judgement."""
        return sum(one.number for one in self.tallies if one.judgement is judgement)

    @property
    def percent(self) -> str:
        """The part of decided claims that is refuted or outdated."""
        return f"{100 * self.wrong / self.decided:.0f} %" if self.decided else "–"


def of_kinds(readings: Sequence[Reading], audit: Audit) -> list[Rate]:
    """Return one rate for each source kind, over all claims of its records."""
    return [rate for rate in _rates(readings, audit) if not rate.space]


def of_spaces(readings: Sequence[Reading], audit: Audit) -> list[Rate]:
    """Return one rate for each source kind and space of gene, variant or disease identifiers."""
    return [rate for rate in _rates(readings, audit) if rate.space and rate.space not in _TERMS]


def _rates(readings: Sequence[Reading], audit: Audit) -> list[Rate]:
    verdicts = {verdict.claim: verdict.judgement for verdict in audit.verdicts}
    found: defaultdict[tuple[str, str], list[Judgement]] = defaultdict(list)
    for reading in readings:
        for claim in reading.claims:
            judgement = verdicts.get(claim.iri, Judgement.UNVERIFIED)
            if claim.part:
                found[reading.source.kind, ""].append(judgement)
            space = bridge.split(claim.curie)
            if claim.part and space:
                found[reading.source.kind, space[0].prefix].append(judgement)
    return [_rate(kind, space, found[kind, space]) for kind, space in sorted(found)]


def _rate(kind: str, space: str, judgements: list[Judgement]) -> Rate:
    wrong = sum(judgement in _WRONG for judgement in judgements)
    decided = sum(judgement not in _UNDECIDED for judgement in judgements)
    return Rate(kind, space, len(judgements), tally(judgements), wrong, decided)
