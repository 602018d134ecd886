"""genelore query: SPARQL over the store."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from pyoxigraph import QuerySolutions, QueryTriples
from rich.console import Console
from rich.table import Table

from genelore.cli.console import OutputOption, StoreOption, fail, failures, output
from genelore.generation import open_current
from genelore.results import Answer, QueryError, ResultFormat, answer, shortened, write


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


def command(
    query: Annotated[str | None, typer.Argument(help="SPARQL text, or a file that holds it.")] = None,
    *,
    store: StoreOption,
    form: Annotated[Format, typer.Option("--format", help="How to write the answer.")] = Format.TABLE,
    to: OutputOption = None,
) -> None:
    """Ask the store a SPARQL 1.1 query; its default graph is the consensus, each document is a named graph.

    The prefixes of `ontology/prefixes.ttl` need not be declared. Without a query, standard input is read.

    Example: genelore query "SELECT (COUNT(*) AS ?claims) WHERE { GRAPH ?document { ?claim a gl:Claim } }"
    """
    with failures():
        graph = open_current(store)
    try:
        result = answer(graph, _text(query))
        if form is Format.TABLE:
            _show(result, to)
        else:
            with output(to) as stream:
                stream.write(write(result, ResultFormat(form.value)))
    except QueryError as error:
        fail(str(error))


def _text(query: str | None) -> str:
    if query is None or query == "-":
        return sys.stdin.read()
    return Path(query).read_text(encoding="utf-8") if query.endswith(".rq") else query


def _show(result: Answer, to: Path | None) -> None:
    if isinstance(result, QueryTriples):
        with output(to) as stream:
            stream.write(write(result, ResultFormat.TURTLE))
        return
    table = Table(box=None, pad_edge=False)
    if isinstance(result, QuerySolutions):
        for variable in result.variables:
            table.add_column(variable.value, overflow="fold")
        for row in result:
            table.add_row(*(shortened(value) if value else "" for value in row))
    else:
        table.add_column("answer")
        table.add_row("true" if result else "false")
    page = Console(width=None if sys.stdout.isatty() and to is None else 240, highlight=False, markup=False)
    with page.capture() as captured:
        page.print(table)
    with output(to) as stream:
        stream.write(captured.get().encode())
