"""The graph on disk: one transaction for each document, a ledger, frozen generations.

Beside the quads the folder keeps the documents themselves, so that a graph that was damaged can be made anew.
"""

import os
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import Self

import pyoxigraph
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat

from genelore import generation, ledger, mark, seal, tombstones
from genelore.document_graphs import discard_text, drop, keep_text, kept_text
from genelore.kept_file import keep
from genelore.ledger import Entry, Removal
from genelore.pieces import stream
from genelore.prepared import Prepared
from ingest.intake import Intake
from ingest.provenance import name_triples, provenance_graph

# Documents that are made durable and acknowledged together.
_GROUP = 64


class Store:
    """The one writer of a store folder."""

    def __init__(
        self, folder: Path, quads: pyoxigraph.Store, base: str, lock: int, entries: dict[str, Entry]
    ) -> None:
        """Take over an opened store; `open_store` is the way to make one."""
        self.folder = folder
        self.base = base
        self.entries = entries
        self._quads = quads
        self._lock = lock
        self._pending: list[Entry | Removal] = []
        # Graphs go only when the ledger no longer promises them.
        self._outdated: list[Entry] = []
        self._changes = 0

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

    def holds(self, intake: Intake) -> bool:
        """Say whether the very bytes are stored under this name."""
        entry = None if intake.error else self.entries.get(intake.name)
        return entry is not None and entry.sha256 == sha256(intake.content).hexdigest()

    def document_path(self, digest: str) -> Path:
        """Return where the bytes with this SHA-256 are kept."""
        return self.folder / "documents" / digest

    def add(self, document: Prepared) -> None:
        """Keep a document, store its graph in one transaction, and take out its older version's."""
        self._keep(document)
        old = self.entries.get(document.name)
        self._changes += 1
        self._quads.load(document.nquads, format=RdfFormat.N_QUADS)
        entry = Entry(document.name, document.sha256, document.graph, document.quads, document.digest)
        self.entries[document.name] = entry
        self._acknowledge(entry)
        if old and old.graph != entry.graph:
            self._outdated.append(old)

    def _keep(self, document: Prepared) -> None:
        keep(self.document_path(document.sha256), document.content)
        own, end, _ = document.nquads.rpartition(f" <{document.graph}> .\n".encode())
        keep_text(self.folder, document.digest, own + end)

    def text(self, digest: str) -> bytes | None:
        """Return the N-Quads of the document graph that has a digest, None where they are not at hand."""
        return kept_text(self.folder, digest)

    def forget(self, name: str) -> None:
        """Take a document for not stored, because its graph is gone; its kept bytes stay."""
        del self.entries[name]

    def remove(self, name: str) -> None:
        """Take a document's graph out of the store.

        Raises:
            KeyError: no document of this name is stored.
        """
        old = self.entries.pop(name)
        self._changes += 1
        self._outdated.append(old)
        self._acknowledge(Removal(name))
        self.commit()

    def is_empty(self, graphs: Iterable[NamedNode]) -> bool:
        """Say whether neither the default graph nor any of the named ones holds a quad."""
        places: tuple[NamedNode | DefaultGraph, ...] = (*graphs, DefaultGraph())
        found = (quad for place in places for quad in self._quads.quads_for_pattern(None, None, None, place))
        return next(found, None) is None

    def fill(self, parts: Iterable[Iterator[bytes]]) -> bool:
        """Put quads into empty generated graphs; say whether there are any.

        Each part is valid N-Quads in pieces, none empty, and is loaded at once.
        """
        mark.take_away(self.folder)
        # Not one transaction: what a crash leaves half written is made whole by the next audit.
        number = 0
        for part in parts:
            if first := next(part, b""):
                self._quads.bulk_load(stream(chain([first], part)), format=RdfFormat.N_QUADS, lenient=True)
                number += 1
        self._changes += number
        return number > 0

    def replace(self, graphs: Iterable[NamedNode], quads: Iterable[Quad]) -> bool:
        """Put quads in the place of generated graphs and of the default graph; say whether anything changed.

        The ledger knows nothing of them: they can be made anew at any time from the documents' graphs.
        """
        named, new = {*graphs}, set(quads)
        places: tuple[NamedNode | DefaultGraph, ...] = (*named, DefaultGraph())
        old = {quad for place in places for quad in self._quads.quads_for_pattern(None, None, None, place)}
        if old == new:
            return False
        self.amend(old - new, ())
        self._quads.bulk_extend(new - old)
        for place in named - {quad.graph_name for quad in new}:
            self._quads.remove_graph(place)
        return True

    def amend(self, removed: Iterable[Quad], added: Iterable[Quad]) -> None:
        """Take quads out of generated graphs and put others in."""
        gone, come = [*removed], [*added]
        if not gone and not come:
            return
        mark.take_away(self.folder)
        self._changes += 1
        for quad in gone:
            self._quads.remove(quad)
        self._quads.extend(come)

    def _drop(self, old: Entry) -> None:
        graph = NamedNode(old.graph)
        names = {entry.name for entry in self.entries.values() if entry.graph == old.graph}
        if not names:
            drop(self._quads, graph, self.base)
            discard_text(self.folder, old.digest)
        elif old.name not in names:
            for triple in name_triples(graph, old.name, self.base):
                self._quads.remove(Quad(*triple, provenance_graph(self.base)))
        if all(entry.sha256 != old.sha256 for entry in self.entries.values()):
            self.document_path(old.sha256).unlink(missing_ok=True)

    def _acknowledge(self, record: Entry | Removal) -> None:
        self._pending.append(record)
        if len(self._pending) >= _GROUP:
            self.commit()

    def commit(self) -> None:
        """Make everything so far durable; only now is it acknowledged."""
        tombstones.bury(self.folder, self._outdated, self.entries)
        if self._pending:
            self._quads.flush()
            ledger.append(self.folder / "ledger.jsonl", self._pending)
            self._pending.clear()
        for old in self._outdated:
            self._drop(old)
        self._outdated.clear()

    def close(self) -> None:
        """Commit, publish a new generation if anything changed, and seal."""
        self.commit()
        if self._changes or not (self.folder / "current").exists():
            self._tidy()
            ledger.rewrite(self.folder / "ledger.jsonl", self.entries.values())
            generation.publish(self._quads, self.folder)
        del self._quads
        seal.close(self.folder / "quads")
        os.close(self._lock)

    def _tidy(self) -> None:
        """Compact what many changes left scattered, so that queries are fast."""
        if self._changes >= _GROUP:
            self._quads.optimize()
        self._quads.flush()
