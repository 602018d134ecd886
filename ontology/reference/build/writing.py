"""Rows into table files, always the same bytes for the same rows."""

import hashlib
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from ontology.reference.tables import FIRST_LINE, SUFFIX

_BLOCK_BYTES = 4096
# A row's fields may hold no tab and no line feed; a list inside a field stands between unit separators.
SEPARATOR = "\x1f"


@dataclass(frozen=True, slots=True)
class Written:
    """One table as it was written: its rows, and the SHA-256 of their text, which no compression changes."""

    name: str
    rows: int
    sha256: str


def joined(values: Iterable[str]) -> str:
    """Return the values as one field."""
    return SEPARATOR.join(values)


def line(fields: Iterable[str]) -> bytes:
    """Return a row as it is stored, with white space folded inside fields and empty fields left off its end."""
    cleaned = [" ".join(field.split(" ")) for field in map(_plain, fields)]
    while len(cleaned) > 2 and not cleaned[-1]:  # noqa: PLR2004  a key and one field always stay
        cleaned.pop()
    return "\t".join(cleaned).encode()


def _plain(field: str) -> str:
    return field.replace("\t", " ").replace("\n", " ").replace("\r", " ").strip(" ")


def write(folder: Path, name: str, rows: Iterable[Iterable[str]]) -> Written:
    """Write the rows, sorted and each once, as a table of that name."""
    lines = sorted({line(row) for row in rows}, key=_order)
    packed, index = [], []
    for first_key, content in _blocks(lines):
        packed.append(zlib.compress(content, 9))
        index.append(first_key + b"\t" + str(len(packed[-1])).encode())
    place = len(FIRST_LINE) + sum(map(len, packed))
    tail = zlib.compress(b"".join(b"\n" + entry for entry in index), 9)
    parts = [FIRST_LINE, *packed, tail, place.to_bytes(8, "big")]
    (folder / (name + SUFFIX)).write_bytes(b"".join(parts))
    return Written(name, len(lines), hashlib.sha256(b"".join(b"\n" + row for row in lines)).hexdigest())


def _order(row: bytes) -> tuple[bytes, bytes]:
    return row.partition(b"\t")[0], row


def _blocks(lines: list[bytes]) -> Iterator[tuple[bytes, bytes]]:
    """Give each block with its first key; a key's rows stay together."""
    block, size = [], 0
    for _, group in groupby(lines, key=lambda row: row.partition(b"\t")[0]):
        rows = list(group)
        block += rows
        size += sum(map(len, rows)) + len(rows)
        if size >= _BLOCK_BYTES:
            yield block[0].partition(b"\t")[0], b"".join(b"\n" + row for row in block)
            block, size = [], 0
    if block:
        yield block[0].partition(b"\t")[0], b"".join(b"\n" + row for row in block)
