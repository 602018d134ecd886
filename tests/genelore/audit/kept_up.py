"""Stores whose entity layer is kept up to date, and the layer that a rebuild from nothing gives."""

from collections.abc import Mapping
from pathlib import Path

from pyoxigraph import DefaultGraph

from genelore.audit.graphs import generated
from genelore.audit.upkeep import Upkeep, Wish, keep_up
from genelore.build import Options, build
from genelore.recovery import open_store
from genelore.repair import repair
from genelore.store import Store
from ingest.intake import Intake
from tests.seeds import NAMES, ROOT

OPTIONS = Options(validate=False, date="2026-01-01T00:00:00Z")
SEEDS = {name: (ROOT / "seeds" / name).read_bytes() for name in NAMES.values()}


def layer(store: Store) -> set[str]:
    """Return all quads of the entity layer."""
    graphs = (*generated(store.base), DefaultGraph())
    return {str(q) for graph in graphs for q in store.quads.quads_for_pattern(None, None, None, graph)}


def brought(
    folder: Path, documents: Mapping[str, bytes], wish: Wish | None = None
) -> tuple[Upkeep, set[str]]:
    """Make a store hold these documents and no others, keep its audit up, and return the layer."""
    store, damage = open_store(folder)
    with store:
        repair(store, damage, OPTIONS)
        list(build([Intake(name, documents[name]) for name in sorted(documents)], store, OPTIONS))
        for name in store.entries.keys() - documents.keys():
            store.remove(name)
        done = keep_up(store, wish or Wish())
        return done, layer(store)


def post(symbol: str, *lines: str) -> bytes:
    """Return a post on a gene."""
    head = f'---\ntitle: "{symbol}"\ndate: 2023-05-10 00:00:00\nlayout: post\ncategories: Gene\n---\n\n'
    body = "\n".join((f"# Gene Information for {symbol}", "", "## External IDs and Aliases", "", *lines))
    end = "\n\n**_This information is analyzed by AI language model and written by OpenAI's GPT-3._**\n"
    return (head + body + end).encode()
