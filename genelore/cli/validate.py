"""genelore validate: documents against the shapes, without a store."""

from enum import StrEnum
from typing import Annotated

import typer

from genelore.cli.console import Exit, OutputOption, PathsArgument, narration, output
from genelore.prepare import Clock, prepare
from genelore.prepared import Prepared
from genelore.quarantine import Refusal
from ingest.intake import take_in


class Format(StrEnum):
    """How the reports are written."""

    TEXT = "text"
    TURTLE = "turtle"


def command(
    paths: PathsArgument,
    strict: Annotated[bool, typer.Option(help="Exit with 3 if a document has a violation.")] = False,
    form: Annotated[Format, typer.Option("--format", help="How to write the reports.")] = Format.TEXT,
    to: OutputOption = None,
) -> None:
    """Map documents and check each one's graph with SHACL; nothing is stored.

    Example: genelore validate seeds
    """
    refusals: list[Refusal] = []
    with output(to) as stream:
        for intake in take_in(paths):
            prepared = prepare(intake, Clock())
            if isinstance(prepared, Refusal):
                refusals.append(prepared)
                if form is Format.TURTLE:
                    narration.print(str(prepared), style="red", markup=False)
            stream.write(_text(prepared, form).encode())
    stages = {refusal.stage for refusal in refusals}
    if strict and "validate" in stages:
        raise typer.Exit(Exit.FINDINGS)
    raise typer.Exit(Exit.UNREADABLE if stages - {"validate"} else Exit.DONE)


def _text(prepared: Prepared | Refusal, form: Format) -> str:
    if form is Format.TURTLE:
        return _turtle(prepared)
    if isinstance(prepared, Refusal):
        return f"{prepared.name}: refused by {prepared.stage}: {prepared.reason}\n"
    results = prepared.report.results if prepared.report else ()
    lines = [f"{prepared.name}: conforms"]
    lines += [f"  {result.severity}: {result.message} ({result.focus})" for result in results]
    return "\n".join(lines) + "\n"


def _turtle(prepared: Prepared | Refusal) -> str:
    if isinstance(prepared, Refusal):
        return prepared.turtle
    return prepared.report.turtle if prepared.report else ""
