"""Which claims a consensus believes: named policies, and how they end a tie.

Every policy weighs the values that documents give for one property of one entity, in one scope.

- `reference-then-majority`: what the reference confirms, what documents agree on and what nobody disputes.
  Where one value is wanted, what the reference confirms; else the value of most independent sources.
- `majority`: what most independent sources say, whatever the reference says of it.
- `strict`: only what the reference confirms or independent documents agree on.
- `everything`: every claim that says what it is about.

Where one value is wanted and two have equally many sources, `everything` states both, the others none.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from genelore.audit.model import Judgement


class Policy(StrEnum):
    """The named policies."""

    REFERENCE_THEN_MAJORITY = "reference-then-majority"
    MAJORITY = "majority"
    STRICT = "strict"
    EVERYTHING = "everything"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One value of a property: the best that the audit says of its claims, and how many sources give it.

    `independent` counts the documents that say it, copies of one another once.
    """

    value: str
    judgement: Judgement
    independent: int


_AGREED = frozenset({Judgement.CONFIRMED, Judgement.CORROBORATED})
_RANKS = (
    Judgement.CONFIRMED,
    Judgement.CORROBORATED,
    Judgement.UNVERIFIED,
    Judgement.CONTESTED,
    Judgement.OUTDATED,
    Judgement.REFUTED,
)
# Where many values may stand side by side, a contested one needs this many sources to be a majority's.
_ENOUGH = 2


def best(judgements: Iterable[Judgement]) -> Judgement:
    """Return the judgement that speaks most for a value."""
    return min(judgements, key=_RANKS.index)


def accepted(policy: Policy, candidates: Iterable[Candidate], *, single: bool) -> tuple[str, ...]:
    """Return the values that a policy accepts, sorted; `single` says that the property wants one value."""
    found = [*candidates]
    # A value that is disputed though it has no rival here is disputed by claims of another property.
    has_rivals = single and len(found) > 1
    passing = [candidate for candidate in found if _passes(policy, candidate, has_rivals)]
    if not single or policy is Policy.EVERYTHING:
        return tuple(sorted(candidate.value for candidate in passing))
    if policy is not Policy.MAJORITY:
        confirmed = [c.value for c in passing if c.judgement is Judgement.CONFIRMED]
        if confirmed:
            return tuple(sorted(confirmed))
        passing = [c for c in passing if c.judgement is Judgement.CORROBORATED] or passing
    return _most(passing)


def _passes(policy: Policy, candidate: Candidate, has_rivals: bool) -> bool:
    match policy:
        case Policy.EVERYTHING:
            return True
        case Policy.STRICT:
            return candidate.judgement in _AGREED
        case Policy.MAJORITY:
            contested = candidate.judgement is Judgement.CONTESTED
            return has_rivals or not contested or candidate.independent >= _ENOUGH
        case Policy.REFERENCE_THEN_MAJORITY:
            disputed = candidate.judgement is Judgement.CONTESTED
            return candidate.judgement in _AGREED | {Judgement.UNVERIFIED} or (has_rivals and disputed)


def _most(candidates: list[Candidate]) -> tuple[str, ...]:
    if not candidates:
        return ()
    number = max(candidate.independent for candidate in candidates)
    first = [candidate.value for candidate in candidates if candidate.independent == number]
    return tuple(first) if len(first) == 1 else ()
