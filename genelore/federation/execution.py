"""Running a federated query: clause after clause becomes a table, and the store answers what is left."""

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples

from genelore.federation import correlation
from genelore.federation.context import Surroundings
from genelore.federation.failure import FederationError
from genelore.federation.fetching import blocks, names
from genelore.federation.ordering import Next, following
from genelore.federation.pattern import Span, Way
from genelore.federation.tables import Row, Table, values
from genelore.federation.task import Course, Task, evaluate
from genelore.federation.text import replaced
from genelore.guard import asks_elsewhere

Result = QuerySolutions | QueryTriples | QueryBoolean


@dataclass(frozen=True, slots=True)
class Steps:
    """The answers to all clauses but the last, which is left open."""

    tables: dict[Span, str]
    last: Next | None


def prepare(task: Task, course: Course) -> Steps:
    """Answer all SERVICE clauses but the last one.

    Raises:
        RefusedError: an endpoint is not on the list, or must not be asked.
        ServiceError: an endpoint failed.
        FederationError: the query is not understood, or a variable endpoint has no value.
    """
    _check(task)
    pending = list(task.clauses)
    tables: dict[Span, str] = {}
    while pending:
        around = Surroundings(task.query, tables)
        found = following(around, pending)
        pending.remove(found.clause)
        if not pending:
            return Steps(tables, found)
        rows = tuple(row for some in blocks(task, course, around, found) for row in some)
        tables[found.clause.element.span] = values(Table(names(found), rows))
    return Steps(tables, None)


def _check(task: Task) -> None:
    for clause in task.clauses:
        correlation.check(task.query, clause)
        if not clause.service.is_variable:
            task.registry.find(task.query.iris[clause.service.endpoint])
    empty = {clause.element.span: values(Table(("s",), ())) for clause in task.clauses}
    if asks_elsewhere(replaced(task.query, Span(0, len(task.query.text)), empty)):
        raise FederationError("SERVICE is written in a way that is not understood here")


def finish(task: Task, course: Course, steps: Steps) -> Result:
    """Answer the last clause whole, and the query."""
    rows = tuple(row for some in _last(task, course, steps) for row in some)
    return final(task, steps, rows)


def stream(task: Task, course: Course, steps: Steps) -> Iterator[QuerySolutions]:
    """Answer the last clause piece by piece, and the query for 1, 1, 2, 4, 8, ... requests together."""
    held: list[Row] = []
    number, waiting, due = 0, 0, 1
    for number, some in enumerate(_last(task, course, steps), start=1):
        held += some
        waiting += 1
        if waiting == due:
            yield _solutions(final(task, steps, tuple(held)))
            held, waiting, due = [], 0, max(1, number)
    if held or not number:
        yield _solutions(final(task, steps, tuple(held)))


def _solutions(result: Result) -> QuerySolutions:
    assert isinstance(result, QuerySolutions)
    return result


def _last(task: Task, course: Course, steps: Steps) -> Iterator[list[Row]]:
    if steps.last:
        yield from blocks(task, course, Surroundings(task.query, steps.tables), steps.last)


def final(task: Task, steps: Steps, rows: tuple[Row, ...]) -> Result:
    """Evaluate the query with a table in the place of each SERVICE clause.

    Raises:
        FederationError: not SPARQL 1.1.
    """
    tables = dict(steps.tables)
    if steps.last:
        tables[steps.last.clause.element.span] = values(Table(names(steps.last), rows))
    return evaluate(task, replaced(task.query, Span(0, len(task.query.text)), tables))


def is_streamed(task: Task, steps: Steps) -> bool:
    """Say whether more solutions of the last clause only mean more rows of the answer."""
    if not steps.last or not task.query.is_linear or steps.last.clause.service.silent:
        return False
    trail = steps.last.clause.trail
    return not steps.last.clause.is_free and all(
        len(step.element.parts) == 1 and step.part.way in {Way.JOIN, Way.SERVICE} for step in trail
    )
