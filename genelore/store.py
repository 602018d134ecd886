"""The graph on disk: one transaction for each document, a ledger, frozen generations.

Beside the quads the folder keeps the documents themselves, so that a graph that was damaged can be made anew.
"""

import os
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Self

import pyoxigraph
from pyoxigraph import NamedNode, Quad, RdfFormat

from genelore import generation, ledger, seal
from genelore.ledger import Entry, Removal
from ingest.document import Document
from ingest.mapping import DocumentGraph
from ingest.provenance import name_triples, provenance_graph, provenance_subjects

# Documents that are made durable and acknowledged together.
_GROUP = 64


class StoreInUseError(RuntimeError):
    """Another process is writing to the store."""


class Store:
    """The one writer of a store folder."""

    def __init__(self, folder: Path, quads: pyoxigraph.Store, base: str, lock: int) -> None:
        """Take over an opened store; `open_store` is the way to make one."""
        self.folder = folder
        self.base = base
        self.entries = ledger.load(folder / "ledger.jsonl")
        self._quads = quads
        self._lock = lock
        self._pending: list[Entry | Removal] = []
        self._changed = False

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Make everything durable and close."""
        self.close()

    @property
    def quads(self) -> pyoxigraph.Store:
        """The engine, for reading what has been written so far."""
        return self._quads

    def holds(self, name: str, content: bytes) -> bool:
        """Say whether the very bytes are stored under this name."""
        entry = self.entries.get(name)
        return entry is not None and entry.sha256 == sha256(content).hexdigest()

    def keep(self, document: Document, content: bytes) -> None:
        """Keep the document's bytes, whole or not at all."""
        target = self.document_path(document.sha256)
        if not target.exists():
            fresh = target.with_suffix(f".{os.getpid()}")
            fresh.write_bytes(content)
            fresh.replace(target)

    def document_path(self, digest: str) -> Path:
        """Return where the bytes with this SHA-256 are kept."""
        return self.folder / "documents" / digest

    def add(self, document: Document, graph: DocumentGraph, provenance: Iterable[Quad]) -> None:
        """Store a document's graph in one transaction, and take the graph of its older version out."""
        old = self.entries.get(document.name)
        self._changed = True
        self._quads.extend([*graph.quads, *provenance])
        entry = Entry(document.name, document.sha256, graph.name.value, len(graph.quads), digest(graph.quads))
        self.entries[document.name] = entry
        self._acknowledge(entry)
        if old and old.graph != entry.graph:
            self._drop(old)

    def forget(self, name: str) -> None:
        """Take a document for not stored, because its graph is gone; its kept bytes stay."""
        del self.entries[name]

    def remove(self, name: str) -> None:
        """Take a document's graph out of the store.

        Raises:
            KeyError: no document of this name is stored.
        """
        old = self.entries.pop(name)
        self._changed = True
        self._acknowledge(Removal(name))
        self.commit()
        self._drop(old)

    def _drop(self, old: Entry) -> None:
        graph = NamedNode(old.graph)
        if all(entry.graph != old.graph for entry in self.entries.values()):
            drop(self._quads, graph, self.base)
        else:
            for triple in name_triples(graph, old.name, self.base):
                self._quads.remove(Quad(*triple, provenance_graph(self.base)))

    def _acknowledge(self, record: Entry | Removal) -> None:
        self._pending.append(record)
        if len(self._pending) >= _GROUP:
            self.commit()

    def commit(self) -> None:
        """Make everything so far durable; only now is it acknowledged."""
        if self._pending:
            self._quads.flush()
            ledger.append(self.folder / "ledger.jsonl", self._pending)
            self._pending.clear()

    def close(self) -> None:
        """Commit, publish a new generation if anything changed, and seal."""
        self.commit()
        if self._changed or not (self.folder / "current").exists():
            self._quads.flush()
            ledger.rewrite(self.folder / "ledger.jsonl", self.entries.values())
            generation.publish(self._quads, self.folder)
        del self._quads
        seal.close(self.folder / "quads")
        os.close(self._lock)


def digest(quads: Iterable[Quad]) -> str:
    """Return the SHA-256 of the sorted N-Quads."""
    lines = (pyoxigraph.serialize(quads, format=RdfFormat.N_QUADS) or b"").splitlines()
    return sha256(b"\n".join(sorted(set(lines)))).hexdigest()


def stored_graphs(quads: pyoxigraph.Store, base: str) -> set[str]:
    """Return the names of the document graphs that the engine holds, acknowledged or not."""
    prefix = f"{base}document/"
    names = (graph.value for graph in quads.named_graphs() if isinstance(graph, NamedNode))
    return {name for name in names if name.startswith(prefix)}


def drop(quads: pyoxigraph.Store, graph: NamedNode, base: str) -> None:
    """Take a document's provenance and then its graph out of the store."""
    for subject in provenance_subjects(graph):
        for quad in list(quads.quads_for_pattern(subject, None, None, provenance_graph(base))):
            quads.remove(quad)
    quads.remove_graph(graph)
