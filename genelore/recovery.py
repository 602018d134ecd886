"""Opening a store for writing: the lock, the look for damage, the clearing of what was never acknowledged."""

from dataclasses import dataclass
from pathlib import Path

import pyoxigraph
from pyoxigraph import NamedNode

from genelore import lock, seal
from genelore.ledger import Entry
from genelore.prepare import digest, nquads
from genelore.store import Store, drop, stored_graphs
from ingest.provenance import provenance_graph
from ontology.terms import BASE, gl


@dataclass(frozen=True, slots=True)
class Damage:
    """A document whose graph is not what was stored, and what is wrong with it."""

    entry: Entry
    reason: str


def open_store(folder: Path, base: str = BASE) -> tuple[Store, list[Damage]]:
    """Open a store for writing.

    Graphs that were never acknowledged are removed. Damaged ones are removed too and returned: the store
    keeps their documents, and the caller makes the graphs anew. A store whose files are not what was sealed
    is set aside whole (`quads.damaged-1`, ...), because no engine notices every flipped bit.

    Raises:
        StoreInUseError: another process is writing to it.
    """
    for path in (folder, folder / "documents", folder / "quarantine"):
        path.mkdir(parents=True, exist_ok=True)
    taken = lock.take(folder / "lock")
    state = seal.state(folder / "quads")
    if state is seal.State.BROKEN:
        _set_aside(folder)
    store = Store(folder, _engine(folder), base, taken)
    damage = [] if state is seal.State.WHOLE else _inspect(store)
    seal.break_open(folder / "quads")
    return store, damage


def _engine(folder: Path) -> pyoxigraph.Store:
    try:
        return pyoxigraph.Store(str(folder / "quads"))
    except OSError:
        _set_aside(folder)
        return pyoxigraph.Store(str(folder / "quads"))


def _set_aside(folder: Path) -> None:
    numbers = [int(path.suffix.removeprefix(".damaged-")) for path in folder.glob("quads.damaged-*")]
    if (folder / "quads").exists():
        (folder / "quads").rename(folder / f"quads.damaged-{max(numbers, default=0) + 1}")


def _inspect(store: Store) -> list[Damage]:
    acknowledged = {entry.graph for entry in store.entries.values()}
    for graph in stored_graphs(store.quads, store.base) - acknowledged:
        drop(store.quads, NamedNode(graph), store.base)
    found = [Damage(entry, _damage(store, entry)) for entry in store.entries.values()]
    damaged = [damage for damage in found if damage.reason]
    for damage in damaged:
        drop(store.quads, NamedNode(damage.entry.graph), store.base)
    return damaged


def _damage(store: Store, entry: Entry) -> str:
    graph = NamedNode(entry.graph)
    found = [*store.quads.quads_for_pattern(None, None, None, graph)]
    if len(found) != entry.quads:
        return f"{len(found)} quads where {entry.quads} were stored"
    if digest(nquads(found)) != entry.digest:
        return "other quads than were stored"
    provenance = store.quads.quads_for_pattern(graph, gl("sha256"), None, provenance_graph(store.base))
    return "" if any(True for _ in provenance) else "its provenance is gone"
