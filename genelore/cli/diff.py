"""genelore diff: what changed between two graphs."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, fields
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from genelore.cli.console import Exit, OutputOption, QuietOption, fail, failures, narration, output
from genelore.publish.difference import Change, Difference, NotAGraphError, differences, open_graph
from genelore.publish.finding_table import escaped

COLUMNS = tuple(field.name for field in fields(Difference))
_SIGNS = {Change.ADDED: "+", Change.REMOVED: "-", Change.CHANGED: "~", Change.RENAMED: "="}


class Format(StrEnum):
    """How differences are written."""

    TEXT = "text"
    TSV = "tsv"
    JSONL = "jsonl"


def command(
    before: Annotated[
        Path, typer.Argument(help="A store, or an export (.nq, .trig, .ttl, .nt).", exists=True)
    ],
    after: Annotated[Path, typer.Argument(help="Another.", exists=True)],
    form: Annotated[Format, typer.Option("--format", help="How to write the differences.")] = Format.TEXT,
    to: OutputOption = None,
    strict: Annotated[bool, typer.Option(help="Exit with 3 if anything differs.")] = False,
    quiet: QuietOption = False,
) -> None:
    """Show which claims, verdicts and conflicts were added, removed or changed, and which documents renamed.

    A document of the same bytes is the same document; a conflict that says the same is the same.

    Example: genelore diff tests/golden/wikimd.nq tests/golden/medlineplus.nq
    """
    try:
        with failures():
            found = list(differences(open_graph(before), open_graph(after)))
    except NotAGraphError as error:
        fail(str(error), Exit.UNREADABLE)
    with output(to) as stream:
        stream.write(_written(form, found).encode())
    if not quiet:
        counted = Counter(one.change for one in found)
        narration.print(", ".join(f"{counted[change]} {change}" for change in Change))
    if strict and found:
        raise typer.Exit(Exit.FINDINGS)


def _written(form: Format, found: Iterable[Difference]) -> str:
    match form:
        case Format.TSV:
            rows = [COLUMNS, *(tuple(map(escaped, asdict(one).values())) for one in found)]
            return "".join("\t".join(row) + "\n" for row in rows)
        case Format.JSONL:
            return "".join(json.dumps(asdict(one), ensure_ascii=False) + "\n" for one in found)
        case Format.TEXT:
            return "".join(f"{_line(one)}\n" for one in found)


def _line(one: Difference) -> str:
    values = " -> ".join(value for value in (one.before, one.after) if value)
    return f"{_SIGNS[one.change]} {one.kind} {one.subject} {one.property} {values}"
