"""The command line: one module for each command, imported only when it is called."""

import atexit
import gc
import sys
from importlib import import_module
from typing import Annotated

import typer

from genelore import __version__
from ontology.reference.tables import NoTablesError

# The commands, in the order in which a user meets them; each is `command` in the module of its name, which
# has no hyphen.
COMMANDS = (
    "build",
    "facts",
    "validate",
    "audit",
    "explain",
    "diff",
    "query",
    "stand-ins",
    "export",
    "serve",
    "sources",
    "remove",
    "reference",
)


app = typer.Typer(no_args_is_help=True, rich_markup_mode="markdown")


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"genelore {__version__}")
        raise typer.Exit


@app.callback()
def root(
    _version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Turn documents about genes into a graph that says who said what, where, and whether it holds.

    Data goes to standard output, narration to standard error. Exit codes: 0 done, 1 failed, 2 usage,
    3 findings under --strict, 4 some input could not be read, 5 network.

    Example: genelore sources
    """


def load(names: tuple[str, ...] = COMMANDS) -> typer.Typer:
    """Import the modules of these commands and return the command line that has them."""
    for name in names:
        module = import_module(f"genelore.cli.{name.replace('-', '')}")
        app.command(name)(module.command)
    return app


def main() -> None:
    """Run the command line, with only the libraries of the command that was called."""
    # What lives at the end ends with the process: no last search for cycles in it.
    atexit.register(gc.freeze)
    called = tuple(name for name in COMMANDS if sys.argv[1:2] == [name])
    try:
        load(called or COMMANDS)(prog_name="genelore")
    except NoTablesError as error:
        sys.exit(f"genelore: {error}")
