"""Rows for a spreadsheet: CSV whose cells it does not take for formulas."""

import csv
from io import TextIOWrapper
from typing import IO

from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions, Triple

from genelore.endpoint.job import Content

# What makes a spreadsheet evaluate a cell that begins with it.
_STARTS = ("=", "+", "-", "@", "\t", "\r")


def writer(result: QuerySolutions) -> Content:
    """Return what writes the rows; a cell that would be a formula begins with an apostrophe."""

    def rows(stream: IO[bytes]) -> None:
        text = TextIOWrapper(stream, "utf-8", newline="", write_through=True)
        lines = csv.writer(text)
        lines.writerow(variable.value for variable in result.variables)
        for row in result:
            lines.writerow(neutral(_text(value)) for value in row)
        text.detach()

    return rows


def neutral(cell: str) -> str:
    """Return the text of a cell, with an apostrophe before what a spreadsheet would evaluate.

    >>> neutral("=1+1"), neutral("ALAS2")
    ("'=1+1", 'ALAS2')
    """
    return f"'{cell}" if cell.startswith(_STARTS) else cell


def _text(value: NamedNode | BlankNode | Literal | Triple | None) -> str:
    if value is None:
        return ""
    return value.value if isinstance(value, NamedNode | Literal) else str(value)
