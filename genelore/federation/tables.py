"""Solutions as a table, and as the VALUES block that stands for them in a query."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

Term: TypeAlias = NamedNode | BlankNode | Literal | Triple
Row: TypeAlias = tuple[Term | None, ...]

# What a blank node of another server is called in a VALUES block, which can hold none.
BLANK = "urn:genelore:blank:"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows over named variables, None where a solution has no value; equal rows count each time."""

    names: tuple[str, ...]
    rows: tuple[Row, ...]


def values(table: Table) -> str:
    """Return the VALUES block that has these solutions."""
    head = " ".join(f"?{name}" for name in table.names)
    body = "\n".join(f"({' '.join(map(cell, row))})" for row in table.rows)
    return f"VALUES ({head}) {{ {body} }}"


def cell(term: Term | None) -> str:
    """Return a term as VALUES has it; a blank node becomes an IRI that no graph uses."""
    if term is None:
        return "UNDEF"
    return f"<{BLANK}{term.value}>" if isinstance(term, BlankNode) else str(term)


def restored(term: Term | None) -> Term | None:
    """Return the blank node that an IRI stands for; any other term as it is."""
    if isinstance(term, NamedNode) and term.value.startswith(BLANK):
        return BlankNode(term.value.removeprefix(BLANK))
    return term


def complete(names: Sequence[str], rows: Iterable[Row]) -> Table:
    """Return distinct rows over the variables that have a value in all of them.

    A row with a blank node is left out: no other server can know it.
    """
    known = [row for row in rows if not any(_is_blank(term) for term in row)]
    filled = [at for at in range(len(names)) if all(row[at] is not None for row in known)]
    distinct = dict.fromkeys(tuple(row[at] for at in filled) for row in known)
    return Table(tuple(names[at] for at in filled), tuple(distinct))


def _is_blank(term: Term | None) -> bool:
    return isinstance(term, BlankNode) or (isinstance(term, NamedNode) and term.value.startswith(BLANK))
