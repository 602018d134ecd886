"""A federated query on its way: what it is asked of, and the steps that answer its SERVICE clauses."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pyoxigraph
from pyoxigraph import NamedNode, QueryBoolean, QuerySolutions, QueryTriples

from genelore.federation.clauses import Clause
from genelore.federation.context import Context
from genelore.federation.failure import FederationError
from genelore.federation.network import Network, Request
from genelore.federation.pattern import Query
from genelore.federation.registry import Registry
from genelore.federation.tables import Table, complete
from genelore.federation.text import block, select
from genelore.results import Dataset
from ontology.prefixes import prefixes


@dataclass(frozen=True, slots=True)
class Task:
    """A query, the store that answers its local parts, and the endpoints that answer the others."""

    query: Query
    clauses: tuple[Clause, ...]
    store: pyoxigraph.Store
    registry: Registry
    network: Network
    dataset: Dataset = field(default_factory=Dataset)
    is_rewritten: bool = True


@dataclass(slots=True)
class Course:
    """What has happened so far: requests made, services that failed silently."""

    requests: list[Request] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def evaluate(task: Task, text: str) -> QuerySolutions | QueryTriples | QueryBoolean:
    """Evaluate a query on the store, which must have no SERVICE clause left.

    Raises:
        FederationError: not SPARQL 1.1, or it would make the store's own engine ask other servers.
    """
    asked = task.dataset
    try:
        if asked == Dataset():
            return task.store.query(text, prefixes=dict(prefixes()))
        return task.store.query(
            text,
            prefixes=dict(prefixes()),
            default_graph=[NamedNode(iri) for iri in asked.default],
            named_graphs=[NamedNode(iri) for iri in asked.named],
        )
    except (SyntaxError, ValueError) as error:
        raise FederationError(f"not SPARQL 1.1: {error}") from error


def bindings(task: Task, names: Sequence[str], context: Context) -> Table:
    """Return what the store knows of variables around a clause: distinct rows over those always bound.

    Raises:
        FederationError: not SPARQL 1.1.
    """
    if not names:
        return Table((), ((),))
    query = task.query
    clauses = " ".join(query.of(span) for span in query.dataset)
    inner = select(list(names), block(list(context.groups)), dataset=clauses, distinct=True)
    found = evaluate(task, f"{query.of(query.prologue)}\n{inner}")
    assert isinstance(found, QuerySolutions)
    return complete(names, [tuple(row) for row in found])
