"""genelore serve: the site and its SPARQL endpoint."""

import inspect
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from genelore.cli.console import Exit, default_store, fail, failures, narration
from genelore.endpoint.configuration import FILE_VARIABLE, ConfigurationError, configure
from genelore.endpoint.operations.serving import StartError
from genelore.endpoint.operations.site_process import serve
from genelore.endpoint.operator.token import TokenError
from genelore.endpoint.options import OPTIONS, Option


def command(**given: str | bool | None) -> None:
    """Serve the store: pages for people, SPARQL 1.1 at /sparql; what a later build publishes is served next.

    Every option is a setting. It can also stand in a TOML file (--config) under the name of its flag with
    underscores, or in the environment; flags win over the environment, and that over the file.

    Example: genelore serve --port 8000
    """
    is_shown = given.pop("show_config")
    try:
        configuration = configure(given, os.environ, default_store())
        if is_shown:
            typer.echo(str(configuration), nl=False)
            return
        with failures():
            serve(configuration, lambda line: narration.print(line, markup=False))
    except ConfigurationError as error:
        fail(str(error), Exit.USAGE)
    except (StartError, TokenError) as error:
        fail(str(error))


def _parameters() -> Iterator[inspect.Parameter]:
    """Give the command's parameters: one for each setting, so that none is left out."""
    file = typer.Option("--config", help=f"TOML file of settings ({FILE_VARIABLE}).", metavar="FILE")
    yield _parameter("config", Annotated[str | None, file], None)
    shown = typer.Option("--show-config", help="Print the settings, and where each comes from, and end.")
    yield _parameter("show_config", Annotated[bool, shown], False)
    for option in OPTIONS:
        yield _parameter(option.key, _annotation(option), None)


def _annotation(option: Option) -> object:
    is_flag = isinstance(option.default, bool)
    flags = f"{option.flag}/--no-{option.flag.removeprefix('--')}" if is_flag else option.flag
    made = typer.Option(
        flags,
        help=f"{option.about} ({option.variable})",
        show_default=_default(option),
        rich_help_panel=option.group,
        metavar=None if is_flag else "VALUE",
    )
    return Annotated[bool | None, made] if is_flag else Annotated[str | None, made]


def _default(option: Option) -> str | bool:
    """Return the default as help shows it."""
    if option.name == "folder":
        return str(Path("build/store"))
    if option.name == "public" or option.default in {None, ()}:
        return False
    return option.shown(option.default).strip('"')


def _parameter(name: str, annotation: object, default: object) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


_MADE = [*_parameters()]
command.__signature__ = inspect.Signature(_MADE)  # type: ignore[attr-defined]  # what inspect.signature reads
command.__annotations__ = {one.name: one.annotation for one in _MADE}
