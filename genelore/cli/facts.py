"""genelore facts: what documents say, as a table."""

import csv
import io
import json
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

import typer

from genelore.cli.console import Exit, OutputOption, PathsArgument, narration, output
from genelore.facts import COLUMNS, Row, read_rows
from ingest.intake import take_in


class Format(StrEnum):
    """How the table is written."""

    TSV = "tsv"
    CSV = "csv"
    JSONL = "jsonl"


def command(
    paths: PathsArgument,
    form: Annotated[Format, typer.Option("--format", help="How to write the facts.")] = Format.TSV,
    to: OutputOption = None,
) -> None:
    r"""Print every fact that documents state, with the lines and the exact quote it was read from.

    In tsv, tabs and newlines inside a value are written as \t and \n.

    Example: genelore facts --format tsv seeds/alas2-gpt3-gene-post.md
    """
    failed = False
    with output(to) as stream:
        stream.write(_header(form).encode())
        for rows in read_rows(take_in(paths)):
            if isinstance(rows, Exception):
                failed = True
                narration.print(f"genelore: {rows}", style="red", markup=False)
                continue
            for text in _lines(form, rows):
                stream.write(text.encode())
    raise typer.Exit(Exit.UNREADABLE if failed else Exit.DONE)


def _header(form: Format) -> str:
    match form:
        case Format.TSV:
            return "\t".join(COLUMNS) + "\n"
        case Format.CSV:
            return _csv(COLUMNS)
        case Format.JSONL:
            return ""


def _lines(form: Format, rows: list[Row]) -> Iterator[str]:
    for row in rows:
        match form:
            case Format.TSV:
                yield "\t".join(_escaped(cell) for cell in row) + "\n"
            case Format.CSV:
                yield _csv(tuple(_neutral(cell) for cell in row))
            case Format.JSONL:
                yield json.dumps(dict(zip(COLUMNS, row, strict=True)), ensure_ascii=False) + "\n"


def _escaped(cell: str) -> str:
    return cell.replace("\\", "\\\\").replace("\t", r"\t").replace("\n", r"\n").replace("\r", r"\r")


def _neutral(cell: str) -> str:
    """Keep a spreadsheet from taking a cell for a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def _csv(cells: tuple[str, ...]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue()
