"""Federation: one query over our graph and public ones, with the right rows."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, islice

import pyoxigraph
from pyoxigraph import Literal, QueryBoolean, QuerySolutions, QueryTriples, Triple

from genelore.federation.answer import Answer
from genelore.federation.clauses import clauses
from genelore.federation.execution import Result, Steps, finish, is_streamed, prepare, stream
from genelore.federation.network import Network
from genelore.federation.reading import read
from genelore.federation.registry import Registry, load
from genelore.federation.tables import Row, restored
from genelore.federation.task import Course, Task
from genelore.results import Dataset


@dataclass(frozen=True, slots=True)
class Options:
    """How a federated query is run: of which graphs, with whose spellings, through which client."""

    network: Network = field(default_factory=Network)
    dataset: Dataset = field(default_factory=Dataset)
    is_rewritten: bool = True


def run(query: str, store: pyoxigraph.Store, registry: Registry, options: Options | None = None) -> Answer:
    """Answer a query whose SERVICE clauses are asked of the endpoints in a registry.

    Raises:
        RefusedError: an endpoint is not on the list, or its address must not be asked.
        ServiceError: an endpoint did not answer; also while rows are read.
        FederationError: not SPARQL 1.1, or a variable endpoint has no value.
    """
    chosen = options or Options()
    parsed = read(query)
    task = Task(parsed, clauses(parsed), store, registry, chosen.network, chosen.dataset, chosen.is_rewritten)
    course = Course()
    steps = prepare(task, course)
    return _answer(task, course, steps)


def _answer(task: Task, course: Course, steps: Steps) -> Answer:
    answer = Answer(requests=course.requests, warnings=course.warnings)
    if is_streamed(task, steps):
        pieces = stream(task, course, steps)
        first = next(pieces)
        answer.names, answer.rows = _names(first), islice(_rows(first, pieces), task.query.limit)
        return answer
    return _whole(answer, finish(task, course, steps))


def _whole(answer: Answer, result: Result) -> Answer:
    if isinstance(result, QueryBoolean):
        answer.boolean = bool(result)
    elif isinstance(result, QueryTriples):
        answer.triples = map(_triple, result)
    else:
        answer.names, answer.rows = _names(result), _rows(result, iter(()))
    return answer


def _names(solutions: QuerySolutions) -> tuple[str, ...]:
    return tuple(each.value for each in solutions.variables)


def _rows(first: QuerySolutions, others: Iterator[QuerySolutions]) -> Iterator[Row]:
    for solutions in chain((first,), others):
        yield from (tuple(map(restored, row)) for row in solutions)


def _triple(found: Triple) -> Triple:
    subject, value = restored(found.subject), restored(found.object)
    assert subject and value and not isinstance(subject, Literal)
    return Triple(subject, found.predicate, value)


__all__ = ["Answer", "Network", "Options", "Registry", "load", "run"]
