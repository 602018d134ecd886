"""genelore query: SPARQL over the store, and over public endpoints where that is asked for."""

import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from genelore.cli.console import Exit, OutputOption, StoreOption, fail, failures, output
from genelore.cli.rows import Format, table
from genelore.dataset import evaluate
from genelore.generation import open_current
from genelore.query_fault import fault
from genelore.results import QueryError, ResultFormat, write

# Names of files that hold a query.
_SUFFIXES = (".rq", ".sparql")


def command(
    query: Annotated[str | None, typer.Argument(help="SPARQL text, or a file that holds it.")] = None,
    *,
    store: StoreOption,
    form: Annotated[Format, typer.Option("--format", help="How to write the answer.")] = Format.TABLE,
    to: OutputOption = None,
    example: Annotated[str | None, typer.Option(metavar="NAME", help="Ask an example query.")] = None,
    federate: Annotated[bool, typer.Option("--federate", help="Ask the endpoints of SERVICE.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Show what would be asked; ask no one.")] = False,
    offline: Annotated[bool, typer.Option("--offline", help="Use kept answers alone.")] = False,
    no_rewrite: Annotated[bool, typer.Option("--no-rewrite", help="Send identifiers as they are.")] = False,
    stand_ins: Annotated[
        bool, typer.Option("--stand-ins", help="Ask small copies, not the network.")
    ] = False,
    endpoint_map: Annotated[
        list[str] | None, typer.Option(metavar="LOGICAL=ADDRESS", help="Ask an endpoint elsewhere.")
    ] = None,
    cache: Annotated[Path | None, typer.Option(help="Folder of kept answers.", file_okay=False)] = None,
) -> None:
    """Ask the store a SPARQL 1.1 query; its default graph is the consensus, each document is a named graph.

    The prefixes of `ontology/prefixes.ttl` need not be declared. Without a query, standard input is read.
    SERVICE is refused without --federate, and with it for endpoints that are not on the list; exit code 5
    says that an endpoint did not answer. --stand-ins starts small graphs in the shape of the public ones and
    asks those, so that the query runs without a network.

    Example: genelore query "SELECT (COUNT(*) AS ?claims) WHERE { GRAPH ?document { ?claim a gl:Claim } }"
    """
    text = _text(query) if example is None else _example(example, query)
    if stand_ins and (offline or cache):
        raise typer.BadParameter("--stand-ins asks servers and keeps nothing: not with --offline or --cache")
    if federate:
        # The SPARQL grammar takes half a second to load, which a plain query need not wait for.
        federated = import_module("genelore.cli.federated")
        wish = federated.Wish(store, offline, not no_rewrite, tuple(endpoint_map or ()), cache, stand_ins)
        federated.respond(text, wish, None if explain else form, to)
    elif explain or offline or no_rewrite or stand_ins or endpoint_map or cache:
        raise typer.BadParameter("federation is asked for by --federate")
    else:
        _respond(text, store, form, to)


def _text(query: str | None) -> str:
    if query is None or query == "-":
        return sys.stdin.read()
    if os.path.isfile(query):  # noqa: PTH113 - a query is seldom a path, and Path would fail on a long one
        return _read(Path(query))
    if query.endswith(_SUFFIXES) and not query.split()[1:]:
        fail(f"{query}: no such file", Exit.UNREADABLE)
    return query


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        fail(f"{path}: {error.strerror}", Exit.UNREADABLE)
        raise
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        fail(f"{path}:{line}: not UTF-8", Exit.UNREADABLE)
        raise


def _example(name: str, query: str | None) -> str:
    # They take a while to import, which a query that is given need not wait for.
    examples = import_module("genelore.description.examples").examples()
    found: dict[str, str] = {each.name: each.text for each in examples}
    if query is not None or name not in found:
        known = "takes the place of a query" if name in found else f"is one of {', '.join(found)}"
        raise typer.BadParameter(f"--example {known}")
    return found[name]


def _respond(text: str, store: Path, form: Format, to: Path | None) -> None:
    with failures():
        graph = open_current(store)
    try:
        result = evaluate(graph, text)
        content = table(result, to) if form is Format.TABLE else write(result, ResultFormat(form.value))
    except QueryError as error:
        found = fault(text, str(error))
        fail(f"not a SPARQL query\n{found}" if found else str(error))
    with output(to) as stream:
        stream.write(content)
