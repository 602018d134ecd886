"""What an endpoint is asked: the body of a SERVICE clause in its spellings, with a block of bindings."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product, takewhile

from pyoxigraph import NamedNode

from genelore.federation.clauses import Clause
from genelore.federation.context import Surroundings
from genelore.federation.pattern import Constant, Group, Query, Role, Span
from genelore.federation.rewriting import incoming, outgoing
from genelore.federation.tables import Row, Table, Term, values
from genelore.federation.text import block, replaced, select
from ontology.endpoints import Endpoint


@dataclass(frozen=True, slots=True)
class Question:
    """A SERVICE clause for one endpoint.

    `names` are the variables of its solutions, `inner` the pattern without its braces, `leading` the
    variables that its first triple patterns bind, `properties` the predicates that lead to each variable.
    """

    endpoint: Endpoint
    names: tuple[str, ...]
    inner: str
    leading: frozenset[str]
    properties: Mapping[str, frozenset[str]]
    is_rewritten: bool


def question(around: Surroundings, clause: Clause, endpoint: Endpoint, *, is_rewritten: bool) -> Question:
    """Write the body of a clause for an endpoint; clauses inside it must have their tables."""
    query, body = around.query, clause.body
    within = Span(body.span.start + 1, body.span.end - 1)
    here = [each for each in query.constants if within.start <= each.span.start < within.end]
    spelled = _spelled(endpoint, here, query.iris) if is_rewritten else {}
    plain = {each.span: f"<{query.iris[each.written]}>" for each in here}
    return Question(
        endpoint=endpoint,
        names=tuple(sorted(body.bound)),
        inner=replaced(query, within, {**plain, **spelled, **around.tables}),
        leading=_leading(body),
        properties=_properties(query, within),
        is_rewritten=is_rewritten,
    )


def _leading(body: Group) -> frozenset[str]:
    triples = takewhile(lambda element: element.is_triples, body.elements)
    return frozenset[str]().union(*(element.certain for element in triples))


def _properties(query: Query, within: Span) -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for link in query.links:
        if within.start <= link.place < within.end and link.written in query.iris:
            found[link.variable] = found.get(link.variable, frozenset()) | {query.iris[link.written]}
    return found


def _spelled(endpoint: Endpoint, here: list[Constant], iris: Mapping[str, str]) -> dict[Span, str]:
    texts: dict[Span, str] = {}
    for number, each in enumerate(here, start=1):
        terms = outgoing(endpoint, NamedNode(iris[each.written]))
        if len(terms) == 1 or each.role is Role.VALUE:
            texts[each.span] = " ".join(map(str, terms))
        elif each.role is Role.TERM:
            name = f"genelore_{number}"
            texts[each.span] = f"?{name}"
            start = Span(each.inner, each.inner)
            block_of_terms = values(Table((name,), tuple((term,) for term in terms)))
            texts[start] = f"{texts.get(start, '')} {block_of_terms} "
    return texts


@dataclass(frozen=True, slots=True)
class Block:
    """Bindings of one request: each row as the endpoint may write it, and our rows that it stands for."""

    names: tuple[str, ...]
    ours: Mapping[Row, list[Row]]


def spelled(asked: Question, bindings: Table) -> Block:
    """Write bindings as the endpoint does."""
    ours: dict[Row, list[Row]] = {}
    for row in bindings.rows:
        for variant in _variants(asked, bindings, row):
            ours.setdefault(variant, []).append(row)
    return Block(bindings.names, ours)


def _variants(asked: Question, bindings: Table, row: Row) -> Iterable[Row]:
    if not asked.is_rewritten:
        return [row]
    none: frozenset[str] = frozenset()
    cells = [
        outgoing(asked.endpoint, term, asked.properties.get(name, none)) if term else (None,)
        for name, term in zip(bindings.names, row, strict=True)
    ]
    return product(*cells)


def text(asked: Question, known: Block) -> str:
    """Return the query for a block of bindings.

    The block stands among the first triple patterns where they bind all of its variables, which every engine
    turns into look-ups; elsewhere the pattern keeps its own braces, and thereby its meaning.
    """
    if not known.names:
        return f"{select(list(asked.names), block([asked.inner]))} LIMIT {asked.endpoint.rows}"
    head = values(Table(known.names, tuple(known.ours)))
    is_flat = asked.leading.issuperset(known.names)
    return select(list(asked.names), block([head, asked.inner if is_flat else block([asked.inner])]))


def answered(asked: Question, known: Block, table: Table) -> list[Row]:
    """Return an endpoint's rows in our spelling: what was asked with comes back as it was here."""
    at = {name: place for place, name in enumerate(table.names)}
    keys = [at[name] for name in known.names if name in at]
    rows: list[Row] = []
    for theirs in table.rows:
        plain = {name: _read(asked, theirs[at[name]]) for name in asked.names if name in at}
        for row in known.ours.get(tuple(theirs[key] for key in keys), []):
            merged = plain | dict(zip(known.names, row, strict=True))
            rows.append(tuple(merged.get(name) for name in asked.names))
    return rows


def _read(asked: Question, term: Term | None) -> Term | None:
    return incoming(asked.endpoint, term) if asked.is_rewritten else term
