"""genelore remove: documents out of the store."""

from typing import Annotated

import typer

from genelore import quarantine
from genelore.audit.upkeep import Wish, is_kept, keep_up
from genelore.build import Options
from genelore.cli.console import StoreOption, fail, failures, narration
from genelore.recovery import open_store
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
        held = [name for name in names if name in opened.entries]
        for name in held:
            opened.remove(name)
        released = {name for name in names if quarantine.release(opened.folder, name)}
        told = _audited(opened, audit) if held else ""
    if told:
        narration.print(told, markup=False)
    if missing := [name for name in names if name not in {*held, *released}]:
        fail(f"not in the store: {', '.join(missing)}")


def _audited(store: Store, audit: bool) -> str:
    if not is_kept(store):
        return ""
    return str(keep_up(store, Wish())) if audit else "'genelore audit' takes them out of the consensus"
