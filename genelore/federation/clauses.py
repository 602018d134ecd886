"""The SERVICE clauses of a query, each with the way that leads to it from the outermost group."""

from collections.abc import Iterator
from dataclasses import dataclass

from genelore.federation.pattern import Element, Group, Part, Query, Service, Way


@dataclass(frozen=True, slots=True)
class Step:
    """One group on the way: the element that leads on, and the part of it that is entered next."""

    group: Group
    element: Element
    part: Part


@dataclass(frozen=True, slots=True)
class Clause:
    """A SERVICE clause; `trail` ends with the clause itself, and is rooted where solutions are handed in.

    `is_free` says that nothing outside hands solutions to the root: EXISTS beside a WHERE group.
    """

    number: int
    element: Element
    service: Service
    body: Group
    trail: tuple[Step, ...]
    is_free: bool


def clauses(query: Query) -> tuple[Clause, ...]:
    """Return the SERVICE clauses: in a group those that join before those that test, inner before outer."""
    found = [(element, trail, False) for element, trail in _walk(query.where, ())] if query.where else []
    for other in query.others:
        found += [(element, trail, True) for element, trail in _walk(other, ())]
    return tuple(
        Clause(number, element, element.service, element.parts[0].group, trail, is_free)
        for number, (element, trail, is_free) in enumerate(found, start=1)
        if element.service
    )


def _walk(group: Group, trail: tuple[Step, ...]) -> Iterator[tuple[Element, tuple[Step, ...]]]:
    for element in sorted(group.elements, key=lambda each: each.way is Way.FILTER):
        for part in element.parts:
            yield from _walk(part.group, (*trail, Step(group, element, part)))
        if element.service:
            yield element, (*trail, Step(group, element, element.parts[0]))
