"""An answer as a table for people."""

import sys
from enum import StrEnum
from pathlib import Path

from pyoxigraph import QuerySolutions, QueryTriples
from rich.console import Console
from rich.table import Table

from genelore.results import Answer, ResultFormat, shortened, write


class Format(StrEnum):
    """A table for people, or one of the result formats."""

    TABLE = "table"
    JSON = "json"
    XML = "xml"
    CSV = "csv"
    TSV = "tsv"
    TURTLE = "turtle"
    NTRIPLES = "ntriples"
    RDFXML = "rdfxml"
    JSONLD = "jsonld"


def table(result: Answer, to: Path | None) -> bytes:
    """Return rows or a truth value as a table, as wide as the terminal it goes to; triples as Turtle."""
    if isinstance(result, QueryTriples):
        return write(result, ResultFormat.TURTLE)
    rows = Table(box=None, pad_edge=False)
    if isinstance(result, QuerySolutions):
        for variable in result.variables:
            rows.add_column(variable.value, overflow="fold")
        for row in result:
            rows.add_row(*(shortened(value) if value else "" for value in row))
    else:
        rows.add_column("answer")
        rows.add_row("true" if result else "false")
    page = Console(width=None if sys.stdout.isatty() and to is None else 240, highlight=False, markup=False)
    with page.capture() as captured:
        page.print(rows)
    return captured.get().encode()
