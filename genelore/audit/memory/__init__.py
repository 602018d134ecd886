"""What the audit remembers of a store between runs: one SQLite file in the store's folder.

All of it can be made anew, and a file that cannot be read is taken for none.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from genelore.audit.memory.documents import Documents
from genelore.audit.memory.outcomes import Outcomes

FILE = "memory.sqlite"
_FACTS = "CREATE TABLE IF NOT EXISTS fact (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID"


@dataclass(frozen=True, slots=True)
class Memory:
    """An open memory: the documents as they were examined, and what comes of them together."""

    connection: sqlite3.Connection
    documents: Documents
    outcomes: Outcomes

    def fact(self, name: str) -> str:
        """Return a fact that was noted, empty if none was."""
        row = self.connection.execute("SELECT value FROM fact WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else ""

    def note(self, name: str, value: str) -> None:
        """Note a fact."""
        self.connection.execute("REPLACE INTO fact VALUES (?, ?)", (name, value))

    def keep(self) -> None:
        """Make durable what was remembered since the last time, whole or not at all."""
        self.connection.commit()


@contextmanager
def memory_of(folder: Path) -> Iterator[Memory]:
    """Open the memory in a folder; what was not kept is gone when it is closed."""
    folder.mkdir(exist_ok=True)
    connection = _opened(folder / FILE)
    try:
        yield Memory(connection, Documents(connection), Outcomes(connection))
    finally:
        connection.close()


def _opened(path: Path) -> sqlite3.Connection:
    try:
        return _connected(path)
    except sqlite3.DatabaseError:
        path.unlink(missing_ok=True)
        return _connected(path)


def _connected(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    for statement in (_FACTS, *Documents.TABLES, *Outcomes.TABLES):
        connection.execute(statement)
    connection.commit()
    return connection
