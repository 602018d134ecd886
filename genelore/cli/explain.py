"""genelore explain: from a quote to a verdict."""

from typing import Annotated

import typer

from genelore.cli.console import Exit, OutputOption, StoreOption, fail, failures, output
from genelore.generation import open_current
from genelore.publish.explanation import MalformedNameError, UnknownThingError, explain
from genelore.publish.nodes import Nodes, base_of


def command(
    name: Annotated[
        str,
        typer.Argument(help="An IRI, CURIE or identifier, a finding's id, a gene's symbol or a document."),
    ],
    store: StoreOption,
    to: OutputOption = None,
) -> None:
    """Tell the whole chain: quote, claim, what its record denotes, verdict, conflicts, consensus.

    Run `genelore audit` first: what it has not judged is told without a verdict.

    Example: genelore explain ensembl:ENSG00000102010
    """
    with failures():
        opened = open_current(store)
    nodes = Nodes(opened)
    try:
        lines = list(explain(nodes, name, base_of(opened)))
    except MalformedNameError as error:
        fail(str(error), Exit.USAGE)
    except UnknownThingError as error:
        fail(str(error))
    with output(to) as stream:
        stream.write("".join(f"{line}\n" for line in lines).encode())
