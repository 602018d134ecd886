"""What a query is made of, as far as planning needs it: groups, their elements, and where each stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of the query's text: 0-based, half-open, in code points."""

    start: int
    end: int


class Way(StrEnum):
    """How a pattern is combined with what stands before it in its group."""

    JOIN = "join"
    OPTIONAL = "optional"
    MINUS = "minus"
    BIND = "bind"
    FILTER = "filter"
    EXISTS = "exists"
    SELECT = "select"
    HEAD = "head"
    SERVICE = "service"


@dataclass(frozen=True, slots=True)
class Part:
    """A group inside an element, and how its solutions get out of it.

    `graph` is the text of the GRAPH clause's term; `passes` the variables through which a sub-select can
    be restricted from outside (None: all).
    """

    group: "Group"
    way: Way
    graph: str | None = None
    passes: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Service:
    """A SERVICE clause: its endpoint is an IRI or a variable, as written."""

    endpoint: str
    is_variable: bool
    silent: bool


@dataclass(frozen=True, slots=True)
class Element:
    """One member of a group: `bound` may have a value after it, `certain` has one, `mentioned` is named."""

    way: Way
    span: Span
    bound: frozenset[str]
    certain: frozenset[str]
    mentioned: frozenset[str]
    parts: tuple[Part, ...] = ()
    service: Service | None = None
    is_triples: bool = False
    is_values: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """A group graph pattern, braces included."""

    span: Span
    elements: tuple[Element, ...]

    @property
    def bound(self) -> frozenset[str]:
        """The variables in scope after it."""
        return frozenset[str]().union(*(element.bound for element in self.elements))

    @property
    def certain(self) -> frozenset[str]:
        """The variables that have a value in each of its solutions."""
        return frozenset[str]().union(*(element.certain for element in self.elements))


class Role(StrEnum):
    """Where an IRI stands: as subject or object, in a VALUES block of one variable, or anywhere else."""

    TERM = "term"
    VALUE = "value"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Constant:
    """An IRI in a query as it is written; `inner` is where the pattern inside its group's brace begins."""

    span: Span
    written: str
    role: Role
    inner: int


@dataclass(frozen=True, slots=True)
class Link:
    """A triple pattern's predicate as it is written, and the variable that is its object."""

    place: int
    written: str
    variable: str


@dataclass(frozen=True, slots=True)
class Query:
    """A query: its WHERE group, and the groups of EXISTS outside of it.

    `trailing` is the VALUES clause at the end; `is_grouped` says that solutions are aggregated before they
    meet it, `is_linear` that more solutions of the pattern mean more rows, up to `limit`, and nothing else;
    `occurrences` are the places of all variables, `iris` what each IRI as written stands for.
    """

    text: str
    prologue: Span
    dataset: tuple[Span, ...]
    where: Group | None
    others: tuple[Group, ...]
    trailing: Element | None
    is_grouped: bool
    is_linear: bool
    limit: int | None
    occurrences: tuple[tuple[int, str], ...]
    constants: tuple[Constant, ...]
    links: tuple[Link, ...]
    iris: Mapping[str, str]

    def of(self, span: Span) -> str:
        """Return the text of a stretch."""
        return self.text[span.start : span.end]
