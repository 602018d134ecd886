"""The documents that the audit has examined, as it remembers them."""

import sqlite3
import zlib
from dataclasses import dataclass, field

from genelore.audit.copies import Trait, is_copy
from genelore.audit.examined import Examined, read, written
from genelore.audit.packing import packed, unpacked


@dataclass(frozen=True, slots=True)
class Version:
    """Which version of a document is meant: the name it counts under, and the digest of its graph."""

    name: str
    digest: str


def _read(content: bytes) -> Examined:
    try:
        return read(content)
    except (ValueError, TypeError, IndexError, zlib.error) as error:
        raise sqlite3.DatabaseError("what is remembered of a document is damaged") from error


@dataclass(frozen=True, slots=True)
class Documents:
    """The remembered documents, by graph, and which pairs of them were found to be copies."""

    TABLES = (
        "CREATE TABLE IF NOT EXISTS document"
        " (graph TEXT PRIMARY KEY, name TEXT, digest TEXT, trait BLOB, body BLOB)",
        "CREATE TABLE IF NOT EXISTS alike"
        " (one TEXT, other TEXT, is_copy INTEGER, PRIMARY KEY (one, other)) WITHOUT ROWID",
    )

    connection: sqlite3.Connection
    _known: dict[str, Examined] = field(default_factory=dict)

    def versions(self) -> dict[str, Version]:
        """Return the documents that are remembered."""
        rows = self.connection.execute("SELECT graph, name, digest FROM document")
        return {graph: Version(name, digest) for graph, name, digest in rows}

    def traits(self) -> dict[str, Trait]:
        """Return what tells of each document whether it may be a copy."""
        rows = self.connection.execute("SELECT graph, trait FROM document")
        return {graph: unpacked(Trait, trait) for graph, trait in rows}

    def get(self, graph: str) -> Examined:
        """Return a remembered document.

        Raises:
            KeyError: it is not remembered.
            sqlite3.DatabaseError: it cannot be read.
        """
        if graph not in self._known:
            row = self.connection.execute("SELECT body FROM document WHERE graph = ?", (graph,)).fetchone()
            if row is None:
                raise KeyError(graph)
            self._known[graph] = _read(row[0])
        return self._known[graph]

    def put(self, one: Examined, version: Version) -> None:
        """Remember an examined document."""
        row = (one.graph, version.name, version.digest, packed(one.examination.trait), written(one))
        self.connection.execute("REPLACE INTO document VALUES (?, ?, ?, ?, ?)", row)
        self._known[one.graph] = one

    def forget(self, graph: str) -> None:
        """Forget a document."""
        self.connection.execute("DELETE FROM document WHERE graph = ?", (graph,))
        self.connection.execute("DELETE FROM alike WHERE one = ? OR other = ?", (graph, graph))
        self._known.pop(graph, None)

    def clear(self) -> None:
        """Forget all documents."""
        self.connection.execute("DELETE FROM document")
        self.connection.execute("DELETE FROM alike")
        self._known.clear()

    def are_alike(self, one: str, other: str) -> bool:
        """Say whether two documents are copies by their texts, which is found out once."""
        row = self.connection.execute(
            "SELECT is_copy FROM alike WHERE one = ? AND other = ?", (one, other)
        ).fetchone()
        if row:
            return bool(row[0])
        found = is_copy(self.get(one).examination.fingerprint, self.get(other).examination.fingerprint)
        self.connection.execute("INSERT INTO alike VALUES (?, ?, ?)", (one, other, found))
        return found
