"""The sign of each judgement, so that nothing is told by colour alone."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from genelore.audit.model import Judgement

SIGNS = {
    Judgement.REFUTED: "✗",
    Judgement.OUTDATED: "↻",
    Judgement.CONTESTED: "≠",
    Judgement.CONFIRMED: "✓",
    Judgement.CORROBORATED: "≈",
    Judgement.UNVERIFIED: "·",
}


@dataclass(frozen=True, slots=True)
class Tally:
    """How many claims have one judgement, and what part of all that is, in percent."""

    judgement: Judgement
    number: int
    percent: float

    @property
    def sign(self) -> str:
        """The judgement's sign."""
        return SIGNS[self.judgement]


def tally(judgements: Iterable[Judgement]) -> tuple[Tally, ...]:
    """Count judgements, the gravest first; those that do not occur are left out."""
    counted = Counter(judgements)
    total = counted.total()
    return tuple(
        Tally(judgement, counted[judgement], 100 * counted[judgement] / total)
        for judgement in Judgement
        if counted[judgement]
    )
