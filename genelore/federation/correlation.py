"""SERVICE inside EXISTS, where variables of the outside have values inside (SPARQL 1.1, 18.6, substitute)."""

from genelore.federation.clauses import Clause
from genelore.federation.failure import FederationError
from genelore.federation.pattern import Group, Query, Way


class CorrelatedError(FederationError):
    """A clause inside EXISTS needs the value that a variable has outside, which is not handed to it."""


def check(query: Query, clause: Clause) -> None:
    """Make sure that a clause means the same whether or not EXISTS hands values into it.

    Raises:
        CorrelatedError: it tests a variable that it does not always bind, and that is named outside.
    """
    if not any(step.part.way in {Way.EXISTS, Way.HEAD} for step in clause.trail) and not clause.is_free:
        return
    inside = range(clause.element.span.start, clause.element.span.end)
    outside = {name for place, name in query.occurrences if place not in inside}
    needed = sorted(_open(clause.body) & outside)
    if needed:
        raise CorrelatedError(f"SERVICE inside EXISTS tests ?{needed[0]}, which only the outside binds")


def _open(group: Group) -> frozenset[str]:
    """Return the variables that are tested where they may have no value yet."""
    tested = (each.mentioned - group.certain for each in group.elements if each.way is not Way.JOIN)
    parts = [_open(part.group) for each in group.elements for part in each.parts]
    return frozenset[str]().union(*tested, *parts)
