"""Opening a store for writing: the lock, the look for damage, the clearing of what was never acknowledged."""

from dataclasses import dataclass
from pathlib import Path

import pyoxigraph
from pyoxigraph import Literal, NamedNode, Quad

from genelore import ledger, lock, mark, seal
from genelore.document_graphs import drop, stored_graphs, sweep
from genelore.ledger import DamagedLedgerError, Entry
from genelore.prepared import digest, nquads
from genelore.store import Store
from ingest.provenance import name_triples, provenance_graph
from ontology.terms import BASE, LABEL, gl


@dataclass(frozen=True, slots=True)
class Damage:
    """A document whose graph is not what was stored, and what is wrong with it."""

    entry: Entry
    reason: str


def open_store(folder: Path, base: str = BASE) -> tuple[Store, list[Damage]]:
    """Open a store for writing.

    Graphs that were never acknowledged are removed. Damaged ones are removed too and returned: the store
    keeps their documents, and the caller makes the graphs anew. A store whose files are not what was sealed
    is set aside whole (`quads.damaged-1`, ...), because no engine notices every flipped bit. A document whose
    line in the ledger is damaged counts as damaged too; provenance, else its hash, gives its name.

    Raises:
        StoreInUseError: another process is writing to it.
    """
    for path in (folder, folder / "documents", folder / "quarantine"):
        path.mkdir(parents=True, exist_ok=True)
    taken = lock.take(folder / "lock")
    state = seal.state(folder / "quads")
    if state is seal.State.BROKEN:
        _set_aside(folder)
    entries, intact = _entries(folder / "ledger.jsonl")
    sweep(folder, (entry.digest for entry in entries.values()))
    store = Store(folder, _engine(folder), base, taken, entries)
    damage = [] if intact else _unlisted(store)
    if state is not seal.State.WHOLE or not intact:
        damage += _inspect(store)
        mark.take_away(folder)
    seal.break_open(folder / "quads")
    return store, damage


def _entries(path: Path) -> tuple[dict[str, Entry], bool]:
    try:
        return ledger.load(path), True
    except DamagedLedgerError:
        return ledger.load(path, salvage=True), False


def _unlisted(store: Store) -> list[Damage]:
    """Find the kept documents that no line of the ledger names, and clear the damaged ledger away."""
    known = {entry.sha256 for entry in store.entries.values()}
    paths = sorted(path for path in (store.folder / "documents").iterdir() if path.name not in known)
    ledger.rewrite(store.folder / "ledger.jsonl", store.entries.values())
    found = []
    for path in paths:
        graph = f"{store.base}document/{path.name[:16]}"
        entry = Entry(_name(store, graph) or path.name, path.name, graph, 0, "")
        store.entries[entry.name] = entry
        found.append(Damage(entry, "its line in the ledger was damaged"))
        drop(store.quads, NamedNode(graph), store.base)
    return found


def _name(store: Store, graph: str) -> str:
    place = provenance_graph(store.base)
    labels = (quad.object for quad in store.quads.quads_for_pattern(NamedNode(graph), LABEL, None, place))
    return min((label.value for label in labels if isinstance(label, Literal)), default="")


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
    _correct_names(store)
    listed = [entry for entry in store.entries.values() if entry.digest]
    found = [Damage(entry, _damage(store, entry)) for entry in listed]
    damaged = [damage for damage in found if damage.reason]
    for damage in damaged:
        drop(store.quads, NamedNode(damage.entry.graph), store.base)
    return damaged


def _correct_names(store: Store) -> None:
    """Take out names that documents had no longer, or not yet, when a writer was killed."""
    place = provenance_graph(store.base)
    held = {(entry.graph, entry.name) for entry in store.entries.values()}
    for node in {NamedNode(graph) for graph, _ in held}:
        for quad in [*store.quads.quads_for_pattern(node, LABEL, None, place)]:
            if isinstance(quad.object, Literal) and (node.value, quad.object.value) not in held:
                for triple in name_triples(node, quad.object.value, store.base):
                    store.quads.remove(Quad(*triple, place))


def _damage(store: Store, entry: Entry) -> str:
    graph = NamedNode(entry.graph)
    found = [*store.quads.quads_for_pattern(None, None, None, graph)]
    if len(found) != entry.quads:
        return f"{len(found)} quads where {entry.quads} were stored"
    if digest(nquads(found)) != entry.digest:
        return "other quads than were stored"
    place = provenance_graph(store.base)
    known = ((gl("sha256"), Literal(entry.sha256)), (LABEL, Literal(entry.name)))
    is_whole = all(Quad(graph, *said, place) in store.quads for said in known)
    return "" if is_whole else "its provenance is gone"
