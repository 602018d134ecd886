"""genelore validate: documents against the shapes, without a store."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated

import typer

from genelore.build import Examined, examine
from genelore.cli.console import Exit, OutputOption, PathsArgument, narration, output
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
    unreadable = violations = False
    with output(to) as stream:
        for examined in (examine(intake, _now) for intake in take_in(paths)):
            if examined.refusal:
                unreadable = True
                narration.print(str(examined.refusal), style="red", markup=False)
            violations = violations or bool(examined.report and not examined.report.conforms)
            stream.write(_text(examined, form).encode())
    if strict and violations:
        raise typer.Exit(Exit.FINDINGS)
    raise typer.Exit(Exit.UNREADABLE if unreadable else Exit.DONE)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _text(examined: Examined, form: Format) -> str:
    report = examined.report
    if report is None:
        return ""
    if form is Format.TURTLE:
        return report.turtle
    verdict = "conforms" if report.conforms else "violates its shapes"
    lines = [f"{examined.name}: {verdict}"]
    lines += [f"  {result.severity}: {result.message} ({result.focus})" for result in report.results]
    return "\n".join(lines) + "\n"
