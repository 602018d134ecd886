"""genelore remove: documents out of the store."""

from typing import Annotated

import typer

from genelore.audit.upkeep import Wish, is_kept, keep_up
from genelore.build import Options
from genelore.cli.console import StoreOption, fail, failures, narration
from genelore.recovery import open_store
from genelore.removal import take_out
from genelore.repair import repair
from genelore.store import Store


def command(
    names: Annotated[list[str], typer.Argument(help="Names of documents, as `genelore build` printed them.")],
    store: StoreOption,
    audit: Annotated[bool, typer.Option(help="Bring the audit up to date, if there is one.")] = True,
) -> None:
    """Take documents and everything they say out of the store, out of the consensus and out of quarantine.

    Example: genelore remove seeds/alas2-wikimd.txt
    """
    with failures():
        opened, damage = open_store(store)
    with opened:
        repair(opened, damage, Options())
        done = take_out(names, opened)
        told = _audited(opened, audit) if done.removed else ""
    if told:
        narration.print(told, markup=False)
    if done.missing:
        fail(f"not in the store: {', '.join(done.missing)}")


def _audited(store: Store, audit: bool) -> str:
    if not is_kept(store):
        return ""
    return str(keep_up(store, Wish())) if audit else "'genelore audit' takes them out of the consensus"
