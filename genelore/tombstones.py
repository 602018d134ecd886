"""What a store held once: a line for each document version that was taken out, so that its name stays taken.

The ledger forgets removals when the store is closed; this file, `tombstones.jsonl`, only ever grows.
"""

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from genelore.ledger import Entry

_FILE = "tombstones.jsonl"


@dataclass(frozen=True, slots=True)
class Tombstone:
    """A document version that is gone: its graph, the name it was read under, and the hash of its bytes.

    `successor` is the graph of the version that took its place, empty where the document was removed.
    """

    graph: str
    name: str
    sha256: str
    successor: str = ""


def bury(folder: Path, outdated: Iterable[Entry], entries: Mapping[str, Entry]) -> None:
    """Note entries that are about to go, unless a document of another name still has the same bytes.

    `entries` are those that hold now, by document name. To be called before the graphs are dropped.
    """
    kept = {entry.graph for entry in entries.values()}
    gone = [old for old in outdated if old.graph not in kept]
    newer = {old.name: entries[old.name].graph for old in gone if old.name in entries}
    append(folder, (Tombstone(old.graph, old.name, old.sha256, newer.get(old.name, "")) for old in gone))


def append(folder: Path, tombstones: Iterable[Tombstone]) -> None:
    """Write tombstones so that they outlive the process and the machine's next crash."""
    lines = [json.dumps(asdict(tombstone), sort_keys=True) + "\n" for tombstone in tombstones]
    if not lines:
        return
    path = folder / _FILE
    # A line that a crash cut short must not swallow the next one.
    torn = path.exists() and not path.read_bytes().endswith(b"\n")
    with path.open("a", encoding="utf-8") as stream:
        stream.writelines(["\n", *lines] if torn else lines)
        stream.flush()
        os.fsync(stream.fileno())


def load(folder: Path) -> Mapping[str, Tombstone]:
    """Return what is gone, by graph; of several tombstones of one graph the last one counts.

    A graph that was stored again has a tombstone still: ask the store first.
    """
    path = folder / _FILE
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    found = (tombstone for line in lines if (tombstone := _tombstone(line)))
    return {tombstone.graph: tombstone for tombstone in found}


def _tombstone(line: str) -> Tombstone | None:
    try:
        return Tombstone(**json.loads(line))
    except (ValueError, TypeError):
        return None
