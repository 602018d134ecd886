"""What the documents come to together, as the audit remembers it: by key, by entity and by document."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from genelore.audit.model import Conflict
from genelore.audit.packing import packed, unpacked
from genelore.audit.settling import Word
from genelore.audit.statement import Key


@dataclass(frozen=True, slots=True)
class Outcomes:
    """Where each document speaks, what each key comes to for it, and the conflicts.

    A place is a key or an entity; the owner of a conflict is a key or a document's graph.
    """

    TABLES = (
        "CREATE TABLE IF NOT EXISTS said (place TEXT, graph TEXT, PRIMARY KEY (place, graph)) WITHOUT ROWID",
        "CREATE TABLE IF NOT EXISTS word"
        " (graph TEXT, place TEXT, body BLOB, PRIMARY KEY (graph, place)) WITHOUT ROWID",
        "CREATE INDEX IF NOT EXISTS word_on ON word (place)",
        "CREATE TABLE IF NOT EXISTS conflict (iri TEXT, owner TEXT, body BLOB)",
        "CREATE INDEX IF NOT EXISTS conflict_by ON conflict (owner)",
        "CREATE INDEX IF NOT EXISTS conflict_of ON conflict (iri)",
    )

    connection: sqlite3.Connection

    def clear(self) -> None:
        """Forget everything."""
        for statement in ("DELETE FROM said", "DELETE FROM word", "DELETE FROM conflict"):
            self.connection.execute(statement)

    def place(self, graph: str, places: Iterable[str]) -> None:
        """Note where a document speaks."""
        rows = [(one, graph) for one in places]
        self.connection.executemany("INSERT OR IGNORE INTO said VALUES (?, ?)", rows)

    def displace(self, graph: str, places: Iterable[str]) -> None:
        """Forget where a document speaks."""
        rows = [(one, graph) for one in places]
        self.connection.executemany("DELETE FROM said WHERE place = ? AND graph = ?", rows)

    def speakers(self, place: str) -> list[str]:
        """Return the graphs of the documents that speak at a place."""
        return [
            graph for (graph,) in self.connection.execute("SELECT graph FROM said WHERE place = ?", (place,))
        ]

    def pronounce(self, key: Key, words: Mapping[str, Word]) -> None:
        """Remember what a key comes to for each document, in place of what it came to before."""
        place = place_of(key)
        self.connection.execute("DELETE FROM word WHERE place = ?", (place,))
        rows = [(graph, place, packed(word)) for graph, word in words.items()]
        self.connection.executemany("INSERT INTO word VALUES (?, ?, ?)", rows)

    def words_on(self, key: Key) -> dict[str, Word]:
        """Return what a key comes to, by document."""
        rows = self.connection.execute("SELECT graph, body FROM word WHERE place = ?", (place_of(key),))
        return {graph: unpacked(Word, body) for graph, body in rows}

    def words_for(self, graph: str) -> dict[Key, Word]:
        """Return what keys come to for a document."""
        rows = self.connection.execute("SELECT place, body FROM word WHERE graph = ?", (graph,))
        return {key_of(place): unpacked(Word, body) for place, body in rows}

    def words(self) -> Mapping[str, Mapping[Key, Word]]:
        """Return what all keys come to, by document."""
        found: defaultdict[str, dict[Key, Word]] = defaultdict(dict)
        for graph, place, body in self.connection.execute("SELECT graph, place, body FROM word"):
            found[graph][key_of(place)] = unpacked(Word, body)
        return found

    def hold(self, owner: str, conflicts: Mapping[str, Iterable[Conflict]]) -> None:
        """Remember an owner's conflicts by their IRIs, in place of those before."""
        self.connection.execute("DELETE FROM conflict WHERE owner = ?", (owner,))
        rows = [(iri, owner, packed(one)) for iri, several in conflicts.items() for one in several]
        self.connection.executemany("INSERT INTO conflict VALUES (?, ?, ?)", rows)

    def conflicts(self) -> list[Conflict]:
        """Return all conflicts."""
        return [unpacked(Conflict, body) for (body,) in self.connection.execute("SELECT body FROM conflict")]

    def conflicts_by(self, owner: str) -> list[tuple[str, Conflict]]:
        """Return an owner's conflicts, each with its IRI."""
        rows = self.connection.execute("SELECT iri, body FROM conflict WHERE owner = ?", (owner,))
        return [(iri, unpacked(Conflict, body)) for iri, body in rows]

    def conflicts_of(self, iri: str) -> list[Conflict]:
        """Return the conflicts of one IRI, whoever owns them."""
        rows = self.connection.execute("SELECT body FROM conflict WHERE iri = ?", (iri,))
        return [unpacked(Conflict, body) for (body,) in rows]


def place_of(key: Key) -> str:
    """Return a key as a place: no topic has a line feed."""
    return f"{key.subject}\n{key.topic}"


def key_of(place: str) -> Key:
    """Return the key that a place is."""
    subject, _, topic = place.rpartition("\n")
    return Key(subject, topic)
