"""Sorted rows of text in compressed blocks: how a reference table lies on disk, and how it is looked up.

A table is a file: a first line, the blocks, their index, and the index's place in eight bytes. A block holds some
four kilobytes of rows, deflated; a row is its fields between tabs, the key first, behind a line feed. Rows are
sorted by the bytes of their line, and no key lies in two blocks. The index is the first key and the length of each block.
"""

import os
import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import accumulate
from pathlib import Path

FIRST_LINE = b"genelore rows 1\n"
SUFFIX = ".rows"
_PLACE_BYTES = 8


@dataclass(frozen=True, slots=True)
class Row:
    """Where the reference says something: a row of a table, in the version of the table's data."""

    table: str
    version: str
    key: str


class MalformedTableError(ValueError):
    """A file is no reference table, or is damaged; the message names the table."""


class Table:
    """One table, held compressed; a look-up inflates the one block that can hold the key."""

    def __init__(self, name: str, content: bytes, first_keys: list[bytes], starts: list[int]) -> None:
        """Hold the file's content and its index; `starts` has one place more than there are blocks."""
        self.name = name
        self.content = content
        self.first_keys = first_keys
        self.starts = starts

    def rows(self, key: str) -> list[tuple[str, ...]]:
        """Return the rows of a key, each with its key, in the order of the file."""
        wanted = key.encode()
        number = bisect_right(self.first_keys, wanted) - 1
        if number < 0:
            return []
        content = _block(self, number)
        begin = content.find(b"\n" + wanted + b"\t")
        found = []
        while begin >= 0 and content.startswith(wanted + b"\t", begin + 1):
            end = content.find(b"\n", begin + 1)
            found.append(_fields(content[begin + 1 : end if end >= 0 else len(content)]))
            begin = end
        return found

    def row(self, key: str) -> tuple[str, ...] | None:
        """Return the first row of a key, None if there is none."""
        return next(iter(self.rows(key)), None)

    def keys_from(self, start: str) -> Iterator[str]:
        """Give the keys that do not sort before `start`, one for each row."""
        wanted = start.encode()
        for number in range(max(bisect_right(self.first_keys, wanted) - 1, 0), len(self.first_keys)):
            keys = [line.partition(b"\t")[0] for line in _lines(_block(self, number))]
            for key in keys[bisect_left(keys, wanted) :]:
                yield key.decode()

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        """Give every row."""
        for number in range(len(self.first_keys)):
            for line in _lines(_block(self, number)):
                yield _fields(line)


@lru_cache(maxsize=2048)
def _block(table: Table, number: int) -> bytes:
    packed = table.content[table.starts[number] : table.starts[number + 1]]
    return zlib.decompress(packed)


def _lines(content: bytes) -> list[bytes]:
    return content.split(b"\n")[1:]


def _fields(line: bytes) -> tuple[str, ...]:
    return tuple(line.decode().split("\t"))


def read(name: str, content: bytes) -> Table:
    """Return the table that a file holds.

    Raises:
        MalformedTableError: it is none, or is cut short.
    """
    if not content.startswith(FIRST_LINE):
        raise MalformedTableError(f"reference table {name} does not begin as one")
    place = int.from_bytes(content[-_PLACE_BYTES:], "big")
    try:
        lines = zlib.decompress(content[place:-_PLACE_BYTES]).split(b"\n")[1:]
    except zlib.error as error:
        raise MalformedTableError(f"reference table {name} is damaged: {error}") from error
    pairs = [line.rpartition(b"\t") for line in lines]
    starts = list(accumulate((int(length) for _, _, length in pairs), initial=len(FIRST_LINE)))
    return Table(name, content, [key for key, _, _ in pairs], starts)


def folder() -> Traversable:
    """Return where the tables are: what GENELORE_REFERENCE names, else the folder inside this package."""
    named = os.environ.get("GENELORE_REFERENCE")
    return Path(named) if named else files("ontology.reference").joinpath("tables")


@cache
def table(name: str) -> Table:
    """Return the table of this name, read once."""
    return read(name, folder().joinpath(name + SUFFIX).read_bytes())
