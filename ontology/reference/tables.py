"""Sorted rows of text in compressed blocks: how a reference table lies on disk, and how it is looked up.

A table is a file: a first line, a dictionary, the blocks, their index, and the index's place in eight
bytes. A row is its fields between tabs, the key first, behind a line feed. Rows are sorted by the bytes of
key and line, and no key lies in two blocks. The index gives the dictionary's length under no key, then the
first key and the length of each block.

The first line says how blocks are packed. Tables of names have blocks of four kilobytes, deflated with the
dictionary, since a document names many things; tables that are asked a few times for a gene have large
blocks in LZMA, a third smaller.
"""

import lzma
import os
import zlib
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import accumulate
from pathlib import Path

SUFFIX = ".rows"
DEFLATED = b"genelore rows 1 deflate\n"
LZMA = b"genelore rows 1 lzma\n"
# Packed without headers and checksums of their own; the manifest has the checksum of the rows.
WINDOW = -15
FILTERS: list[dict[str, int]] = [
    {"id": lzma.FILTER_LZMA2, "preset": 9, "lc": 4, "pb": 0, "dict_size": 1 << 20}
]
_PLACE_BYTES = 8
# Bytes of a block that are searched from end to end.
_SEARCHED = 4096


class MalformedTableError(ValueError):
    """A file is no reference table, or is damaged; the message names the table."""


class NoTablesError(Exception):
    """GENELORE_REFERENCE names no folder of reference tables."""


class Table:
    """One table, held compressed; a look-up inflates the one block that can hold the key."""

    def __init__(self, content: bytes, dictionary: bytes, first_keys: list[bytes], starts: list[int]) -> None:
        """Hold the file's content and its index; `starts` has one place more than there are blocks."""
        self.dictionary = dictionary
        self.content = content
        self.first_keys = first_keys
        self.starts = starts
        self.block = _small_block if content.startswith(DEFLATED) else _large_block

    def rows(self, key: str) -> list[tuple[str, ...]]:
        """Return the rows of a key, each with its key, in the order of the file."""
        wanted = key.encode()
        number = bisect_right(self.first_keys, wanted) - 1
        if number < 0:
            return []
        content = self.block(self, number)
        begin = content.find(b"\n" + wanted + b"\t", *_span(content, wanted))
        found = []
        while begin >= 0 and content.startswith(wanted + b"\t", begin + 1):
            end = content.find(b"\n", begin + 1)
            found.append(_fields(content[begin + 1 : end if end >= 0 else len(content)]))
            begin = end
        return found

    def row(self, key: str) -> tuple[str, ...] | None:
        """Return the first row of a key, None if there is none."""
        return next(iter(self.rows(key)), None)

    def begins(self, start: str) -> bool:
        """Say whether a key begins with `start`."""
        wanted = start.encode()
        number = bisect_right(self.first_keys, wanted) - 1
        if number >= 0 and b"\n" + wanted in self.block(self, number):
            return True
        return number + 1 < len(self.first_keys) and self.first_keys[number + 1].startswith(wanted)

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        """Give every row."""
        for number in range(len(self.first_keys)):
            for line in _lines(self.block(self, number)):
                yield _fields(line)


@lru_cache(maxsize=2048)
def _small_block(table: Table, number: int) -> bytes:
    packed = table.content[table.starts[number] : table.starts[number + 1]]
    try:
        return zlib.decompressobj(WINDOW, table.dictionary).decompress(packed)
    except zlib.error as error:
        raise MalformedTableError(f"block {number} is damaged: {error}") from error


@lru_cache(maxsize=256)
def _large_block(table: Table, number: int) -> bytes:
    packed = table.content[table.starts[number] : table.starts[number + 1]]
    try:
        return lzma.decompress(packed, lzma.FORMAT_RAW, filters=FILTERS)
    except lzma.LZMAError as error:
        raise MalformedTableError(f"block {number} is damaged: {error}") from error


def _span(content: bytes, wanted: bytes) -> tuple[int, int]:
    """Return where in a block the first row of a key can begin: a stretch that is quick to search."""
    low, high = 0, len(content)
    while high - low > _SEARCHED:
        middle = content.rfind(b"\n", low, (low + high) // 2)
        if middle <= low:
            break
        if content[middle + 1 : content.find(b"\t", middle)] < wanted:
            low = middle
        else:
            end = middle + len(wanted) + 2
            if end >= high:
                break
            high = end
    return low, high


def _lines(content: bytes) -> list[bytes]:
    return content.split(b"\n")[1:]


def _fields(line: bytes) -> tuple[str, ...]:
    return tuple(line.decode().split("\t"))


def read(name: str, content: bytes) -> Table:
    """Return the table that a file holds.

    Raises:
        MalformedTableError: it is none, or is cut short.
    """
    first_line = content[: content.find(b"\n") + 1]
    if first_line not in {DEFLATED, LZMA}:
        raise MalformedTableError(f"reference table {name} does not begin as one")
    place = int.from_bytes(content[-_PLACE_BYTES:], "big")
    try:
        lines = zlib.decompress(content[place:-_PLACE_BYTES]).split(b"\n")[1:]
    except zlib.error as error:
        raise MalformedTableError(f"reference table {name} is damaged: {error}") from error
    pairs = [line.rpartition(b"\t") for line in lines]
    starts = list(accumulate((int(length) for _, _, length in pairs), initial=len(first_line)))
    dictionary = zlib.decompress(content[starts[0] : starts[1]])
    return Table(content, dictionary, [key for key, _, _ in pairs[1:]], starts[1:])


def folder() -> Traversable:
    """Return where the tables are: what GENELORE_REFERENCE names, else the folder inside this package.

    Raises:
        NoTablesError: the variable names a folder without a manifest.
    """
    named = os.environ.get("GENELORE_REFERENCE")
    if not named:
        return files("ontology.reference").joinpath("data")
    if not Path(named, "manifest.json").is_file():
        raise NoTablesError(f"GENELORE_REFERENCE: no reference tables (no manifest.json) in {named}")
    return Path(named)


@cache
def table(name: str) -> Table:
    """Return the table of this name, read once."""
    return read(name, folder().joinpath(name + SUFFIX).read_bytes())
