"""What the store has acknowledged: one line for each document stored or removed, never rewritten in place."""

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from zlib import crc32


@dataclass(frozen=True, slots=True)
class Entry:
    """A document that the store holds: its name and hash, its graph, and what that graph must contain.

    `digest` is the SHA-256 of the sorted N-Quads of the document's graph and of its provenance.
    """

    name: str
    sha256: str
    graph: str
    quads: int
    digest: str


@dataclass(frozen=True, slots=True)
class Removal:
    """A document that was taken out of the store."""

    name: str


class DamagedLedgerError(ValueError):
    """A line before the last one is not what was written; the message names file and line."""


def load(path: Path, *, salvage: bool = False) -> dict[str, Entry]:
    """Return the entries that hold now, by document name; a torn last line was never acknowledged.

    With `salvage`, lines that cannot be read are passed over.

    Raises:
        DamagedLedgerError: a line that had been acknowledged cannot be read.
    """
    entries: dict[str, Entry] = {}
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines() if path.exists() else []
    for number, line in enumerate(lines, 1):
        record = _record(line)
        match record:
            case Entry():
                entries[record.name] = record
            case Removal():
                entries.pop(record.name, None)
            case None if number < len(lines) and not salvage:
                raise DamagedLedgerError(f"{path}:{number}: not what was written there")
    return entries


def _record(line: str) -> Entry | Removal | None:
    check, _, body = line.partition(" ")
    if check != _checksum(body):
        return None
    fields = json.loads(body)
    return Removal(fields["name"]) if fields.keys() == {"name"} else Entry(**fields)


def _checksum(body: str) -> str:
    return f"{crc32(body.encode()):08x}"


def _line(record: Entry | Removal) -> str:
    body = json.dumps(asdict(record), ensure_ascii=True, sort_keys=True)
    return f"{_checksum(body)} {body}\n"


def append(path: Path, records: Iterable[Entry | Removal]) -> None:
    """Write records so that they outlive the process and the machine's next crash."""
    _drop_torn_line(path)
    with path.open("a", encoding="utf-8") as stream:
        stream.writelines(_line(record) for record in records)
        stream.flush()
        os.fsync(stream.fileno())


def _drop_torn_line(path: Path) -> None:
    if not path.exists():
        return
    content = path.read_bytes()
    if content and not content.endswith(b"\n"):
        with path.open("r+b") as stream:
            stream.truncate(content.rfind(b"\n") + 1)


def rewrite(path: Path, entries: Iterable[Entry]) -> None:
    """Replace the ledger by one line for each entry, whole or not at all."""
    fresh = path.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    append(fresh, sorted(entries, key=lambda entry: entry.name))
    fresh.replace(path)
