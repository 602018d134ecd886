"""genelore remove: documents out of the store."""

from typing import Annotated

import typer

from genelore.cli.console import StoreOption, fail, failures, narration
from genelore.recovery import open_store


def command(
    names: Annotated[list[str], typer.Argument(help="Names of documents, as `genelore build` printed them.")],
    store: StoreOption,
) -> None:
    """Take documents and everything they say out of the store.

    Example: genelore remove seeds/alas2-wikimd.txt
    """
    with failures():
        opened, _ = open_store(store)
    with opened:
        missing = [name for name in names if name not in opened.entries]
        for name in names:
            if name not in missing:
                opened.remove(name)
    narration.print("'genelore audit' takes them out of the consensus")
    if missing:
        fail(f"not in the store: {', '.join(missing)}")
