"""genelore remove: documents out of the store."""

from typing import Annotated

import typer

from genelore.audit.upkeep import Wish, is_kept, keep_up
from genelore.build import Options
from genelore.cli.console import StoreOption, fail, failures, narration
from genelore.recovery import open_store
from genelore.repair import repair


def command(
    names: Annotated[list[str], typer.Argument(help="Names of documents, as `genelore build` printed them.")],
    store: StoreOption,
    audit: Annotated[bool, typer.Option(help="Bring the audit up to date, if there is one.")] = True,
) -> None:
    """Take documents and everything they say out of the store, and out of the consensus.

    Example: genelore remove seeds/alas2-wikimd.txt
    """
    with failures():
        opened, damage = open_store(store)
    with opened:
        repair(opened, damage, Options())
        missing = [name for name in names if name not in opened.entries]
        for name in names:
            if name not in missing:
                opened.remove(name)
        is_due = not audit and is_kept(opened)
        told = str(keep_up(opened, Wish())) if audit and is_kept(opened) else ""
    if told or is_due:
        narration.print(told or "'genelore audit' takes them out of the consensus", markup=False)
    if missing:
        fail(f"not in the store: {', '.join(missing)}")
