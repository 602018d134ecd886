"""Which SERVICE clause is answered next."""

from collections.abc import Sequence
from dataclasses import dataclass

from genelore.federation.clauses import Clause
from genelore.federation.context import Context, Surroundings, context, is_pending
from genelore.federation.failure import FederationError


@dataclass(frozen=True, slots=True)
class Next:
    """A clause that can be answered now, what is known around it, and the variables that restrict it."""

    clause: Clause
    context: Context
    names: tuple[str, ...]

    @property
    def endpoint(self) -> str | None:
        """The variable that names the endpoint, if one does."""
        return self.clause.service.endpoint[1:] if self.clause.service.is_variable else None


def following(around: Surroundings, pending: Sequence[Clause]) -> Next:
    """Return the first clause that is restricted by what is known, or the first that needs no restriction.

    Raises:
        FederationError: only clauses are left whose endpoint is a variable that nothing binds.
    """
    ready = [_next(around, clause) for clause in pending if not _waits(around, clause)]
    able = [each for each in ready if each.endpoint is None or each.endpoint in each.context.bound]
    restricted = [each for each in able if each.names]
    if not able:
        raise FederationError(f"nothing binds the endpoint of SERVICE {pending[0].service.endpoint}")
    return (restricted or able)[0]


def _next(around: Surroundings, clause: Clause) -> Next:
    here = context(around, clause)
    return Next(clause, here, tuple(sorted(clause.body.certain & here.bound)))


def _waits(around: Surroundings, clause: Clause) -> bool:
    return any(is_pending(each, around.tables) for each in clause.body.elements)
