"""What is known locally around a SERVICE clause: the pattern whose solutions restrict what is asked.

The pattern has at least the solutions that the clause's own will be joined with, seen through the variables
that it binds, so that solutions which match none of them cannot change the answer (docs/decisions/
a-service-is-asked-by-a-semi-join.md has the rules one by one).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from genelore.federation.clauses import Clause, Step
from genelore.federation.pattern import Element, Part, Query, Span, Way
from genelore.federation.text import block, element, select

_LEFT_ONLY = frozenset({Way.OPTIONAL, Way.MINUS, Way.BIND})


@dataclass(frozen=True, slots=True)
class Context:
    """Groups that are joined, the variables that they bind, and the graph of the GRAPH clause around."""

    groups: tuple[str, ...] = ()
    bound: frozenset[str] = frozenset()
    graph: str | None = None
    is_local: bool = True


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A query, and the tables (as text) that stand for the SERVICE clauses already answered."""

    query: Query
    tables: Mapping[Span, str]


def context(around: Surroundings, clause: Clause) -> Context:
    """Return the pattern whose solutions restrict a clause."""
    here = _start(around.query, clause)
    for step in clause.trail[:-1]:
        here = _enter(_with_kept(here, around, step), around, step)
    return _with_kept(here, around, clause.trail[-1])


def _start(query: Query, clause: Clause) -> Context:
    trailing = query.trailing
    if trailing is None or query.is_grouped or clause.is_free:
        return Context()
    return Context((block([query.of(trailing.span)]),), trailing.bound)


def _with_kept(here: Context, around: Surroundings, step: Step) -> Context:
    kept = _kept(here, around, step)
    if not kept:
        return here
    filters = _filters(around, step, kept) if here.is_local else []
    pieces = [element(around.query, each, around.tables) for each in (*kept, *filters)]
    bound = here.bound.union(*(each.bound for each in kept))
    return replace(here, groups=(*here.groups, block(pieces, here.graph)), bound=bound)


def _enter(here: Context, around: Surroundings, step: Step) -> Context:
    part = step.part
    if part.way is Way.SERVICE:
        return replace(here, is_local=False)
    if part.way is Way.HEAD:
        return replace(here, groups=(), bound=frozenset())
    if part.way is Way.JOIN:
        return replace(here, graph=part.graph or here.graph)
    return _projected(here, _passing(here, around, step, part))


def _passing(here: Context, around: Surroundings, step: Step, part: Part) -> frozenset[str]:
    if part.way is Way.SELECT:
        return here.bound & (part.passes or frozenset())
    kept = _kept(here, around, step)
    return here.bound & frozenset[str]().union(*(each.certain for each in kept))


def _projected(here: Context, names: frozenset[str]) -> Context:
    if not names:
        return replace(here, groups=(), bound=names)
    inner = select(sorted(names), block(list(here.groups)), distinct=True)
    return replace(here, groups=(block([inner]),), bound=names)


def _kept(here: Context, around: Surroundings, step: Step) -> list[Element]:
    elements = [each for each in step.group.elements if each.way is not Way.FILTER]
    if not here.is_local:
        return [each for each in elements if each.is_values]
    at = elements.index(step.element) if step.element in elements else len(elements)
    after = [] if step.element.way in _LEFT_ONLY else elements[at + 1 :]
    joined = [each for each in after if each.way is Way.JOIN and not is_pending(each, around.tables)]
    return _kept_before(around, elements[:at]) + joined


def _kept_before(around: Surroundings, elements: list[Element]) -> list[Element]:
    kept: list[Element] = []
    is_whole = True
    for each in elements:
        if not is_pending(each, around.tables) and (is_whole or each.way is Way.JOIN):
            kept.append(each)
        elif each.way is not Way.MINUS:
            is_whole = False
    return kept


def is_pending(found: Element, tables: Mapping[Span, str]) -> bool:
    """Say whether an element has a SERVICE clause that is not answered yet."""
    if found.service:
        return found.span not in tables
    inner = [each for part in found.parts for each in part.group.elements]
    return any(is_pending(each, tables) for each in inner)


def _filters(around: Surroundings, step: Step, kept: list[Element]) -> list[Element]:
    certain = frozenset[str]().union(*(each.certain for each in kept))
    return [
        each
        for each in step.group.elements
        if each.way is Way.FILTER
        and each is not step.element
        and not is_pending(each, around.tables)
        and _is_settled(around.query, each, certain)
    ]


def _is_settled(query: Query, found: Element, certain: frozenset[str]) -> bool:
    """Say whether a FILTER decides here as it will at the end: no other variable of it is bound anywhere."""
    open_names = found.mentioned - certain
    inside = range(found.span.start, found.span.end)
    return not any(name in open_names and place not in inside for place, name in query.occurrences)
