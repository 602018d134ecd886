"""genelore export: the graph as a file."""

from typing import Annotated

import typer

from genelore.cli.console import OutputOption, StoreOption, fail, failures, output
from genelore.generation import open_current
from genelore.publish.export import ExportFormat, UnknownGraphError, export


def command(
    store: StoreOption,
    form: Annotated[ExportFormat, typer.Option("--format", help="Syntax.")] = ExportFormat.TRIG,
    graph: Annotated[
        list[str] | None, typer.Option("--graph", help="Only this graph; may be repeated.")
    ] = None,
    to: OutputOption = None,
) -> None:
    """Write the graph in one of the syntaxes of RDF, sorted.

    Turtle, N-Triples and RDF/XML cannot name graphs: they hold the triples of all graphs that are asked for.

    Example: genelore export --format turtle -o build/genelore.ttl
    """
    with failures():
        source = open_current(store)
    try:
        with output(to) as stream:
            export(source, graph or [], form, stream)
    except UnknownGraphError as error:
        fail(str(error))
