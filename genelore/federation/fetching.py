"""Answering one SERVICE clause: blocks of bindings out, a table of solutions back."""

from collections.abc import Iterator
from dataclasses import replace
from math import ceil
from time import perf_counter

from pyoxigraph import BlankNode, NamedNode

from genelore.federation.context import Surroundings
from genelore.federation.failure import FederationError, ServiceError
from genelore.federation.network import Request
from genelore.federation.ordering import Next
from genelore.federation.question import Question, answered, question, spelled, text
from genelore.federation.registry import Place
from genelore.federation.tables import Row, Table, Term
from genelore.federation.task import Course, Task, bindings


def names(found: Next) -> tuple[str, ...]:
    """Return the variables of a clause's solutions, that of the endpoint included."""
    endpoint = {found.endpoint} if found.endpoint else set()
    return tuple(sorted(found.clause.body.bound | endpoint))


def blocks(task: Task, course: Course, around: Surroundings, found: Next) -> Iterator[list[Row]]:
    """Yield the solutions of a clause, one request at a time, over the variables of `names`.

    Raises:
        RefusedError: an endpoint is not on the list; then none is asked.
        ServiceError: an endpoint failed; under SILENT a warning, and one solution that binds nothing.
    """
    for place, known in _places(task, around, found):
        asked = question(around, found.clause, place.endpoint, is_rewritten=task.is_rewritten)
        fixed: dict[str, Term | None] = {found.endpoint: NamedNode(place.named)} if found.endpoint else {}
        requests = _requests(task, course, place, (asked, known))
        try:
            if found.clause.service.silent:
                requests = iter(list(requests))
            for rows in requests:
                yield [_ordered(found, dict(zip(asked.names, row, strict=True)) | fixed) for row in rows]
        except ServiceError as error:
            if not found.clause.service.silent:
                raise
            course.warnings.append(str(error))
            yield [_ordered(found, dict(fixed))]


def _ordered(found: Next, solution: dict[str, Term | None]) -> Row:
    return tuple(solution.get(name) for name in names(found))


def _places(task: Task, around: Surroundings, found: Next) -> list[tuple[Place, Table]]:
    service = found.clause.service
    if not found.endpoint:
        place = task.registry.find(around.query.iris[service.endpoint])
        return [(place, bindings(task, found.names, found.context))]
    every = bindings(task, sorted({*found.names, found.endpoint}), found.context)
    if found.endpoint not in every.names:
        raise FederationError(f"SERVICE {service.endpoint} is not bound in every solution")
    return list(_apart(task, every, found))


def _apart(task: Task, every: Table, found: Next) -> Iterator[tuple[Place, Table]]:
    at = every.names.index(found.endpoint or "")
    kept = [place for place, name in enumerate(every.names) if name in found.names]
    rows: dict[Term | None, list[Row]] = {}
    for row in every.rows:
        rows.setdefault(row[at], []).append(tuple(row[place] for place in kept))
    for endpoint, known in rows.items():
        if not isinstance(endpoint, NamedNode):
            raise FederationError(f"SERVICE {found.clause.service.endpoint} is bound to {endpoint}")
        distinct = tuple(dict.fromkeys(known))
        yield task.registry.find(endpoint.value), Table(tuple(every.names[each] for each in kept), distinct)


def _requests(task: Task, course: Course, place: Place, asked: tuple[Question, Table]) -> Iterator[list[Row]]:
    wanted, known = asked
    size = place.endpoint.block if known.names else 1
    needed = ceil(len(known.rows) / size)
    if needed > place.endpoint.requests:
        raise FederationError(f"<{place.endpoint.iri}> would be asked {needed} times: narrow the query")
    for start in range(0, len(known.rows), size):
        some = replace(known, rows=known.rows[start : start + size])
        began = perf_counter()
        block = spelled(wanted, some)
        table, age = task.network.ask(place, text(wanted, block))
        rows = answered(wanted, block, _apart_blank(table, len(course.requests)))
        took = perf_counter() - began
        bound = len(some.rows) if some.names else 0
        course.requests.append(Request(place.endpoint.iri, bound, len(table.rows), took, age))
        yield rows


def _apart_blank(table: Table, number: int) -> Table:
    """Return the table with blank nodes named apart from those of every other answer."""
    return replace(table, rows=tuple(tuple(_named(term, number) for term in row) for row in table.rows))


def _named(term: Term | None, number: int) -> Term | None:
    return BlankNode(f"r{number}{term.value}") if isinstance(term, BlankNode) else term
