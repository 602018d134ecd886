"""Rows into table files, always the same bytes for the same rows."""

import hashlib
import lzma
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from ontology.reference.tables import DEFLATED, FILTERS, LZMA, SUFFIX, WINDOW

_SMALL_BLOCK = 1 << 12
_LARGE_BLOCK = 1 << 18
_DICTIONARY_BYTES = 1 << 15
_PIECE_BYTES = 1 << 11
_BLOCKS_WORTH_A_DICTIONARY = 128
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
    """Return a row as it is stored: no tab or line feed inside fields, no empty fields at its end."""
    cleaned = [" ".join(field.split(" ")) for field in map(_plain, fields)]
    while len(cleaned) > 2 and not cleaned[-1]:  # noqa: PLR2004  a key and one field always stay
        cleaned.pop()
    return "\t".join(cleaned).encode()


def _plain(field: str) -> str:
    return field.replace("\t", " ").replace("\n", " ").replace("\r", " ").strip(" ")


def write(folder: Path, name: str, rows: Iterable[Iterable[str]], *, often: bool) -> Written:
    """Write the rows, sorted and each once, as a table; `often` says that it is asked for every name."""
    lines = sorted({line(row) for row in rows}, key=_order)
    content = _deflated(lines) if often else _lzma(lines)
    (folder / (name + SUFFIX)).write_bytes(content)
    return Written(name, len(lines), hashlib.sha256(b"".join(b"\n" + row for row in lines)).hexdigest())


def _deflated(lines: list[bytes]) -> bytes:
    blocks = list(_blocks(lines, _SMALL_BLOCK))
    dictionary = _dictionary([content for _, content in blocks])
    return _file(DEFLATED, dictionary, [(key, _deflate(content, dictionary)) for key, content in blocks])


def _lzma(lines: list[bytes]) -> bytes:
    packed = [
        (key, lzma.compress(content, lzma.FORMAT_RAW, filters=FILTERS))
        for key, content in _blocks(lines, _LARGE_BLOCK)
    ]
    return _file(LZMA, b"", packed)


def _file(first_line: bytes, dictionary: bytes, blocks: list[tuple[bytes, bytes]]) -> bytes:
    content = [first_line, zlib.compress(dictionary, 9), *(packed for _, packed in blocks)]
    index = b"".join(b"\n%b\t%d" % (key, len(packed)) for key, packed in [(b"", content[1]), *blocks])
    place = sum(map(len, content))
    return b"".join([*content, zlib.compress(index, 9), place.to_bytes(8, "big")])


def _dictionary(blocks: list[bytes]) -> bytes:
    """Return pieces of the blocks, evenly taken, so that each deflates nearly as well as among the others."""
    if len(blocks) < _BLOCKS_WORTH_A_DICTIONARY:
        return b""
    pieces = [block[:_PIECE_BYTES] for block in blocks[:: len(blocks) // (_DICTIONARY_BYTES // _PIECE_BYTES)]]
    return b"".join(pieces)[-_DICTIONARY_BYTES:]


def _deflate(content: bytes, dictionary: bytes) -> bytes:
    deflater = zlib.compressobj(
        9, zlib.DEFLATED, WINDOW, zlib.DEF_MEM_LEVEL, zlib.Z_DEFAULT_STRATEGY, dictionary
    )
    return deflater.compress(content) + deflater.flush()


def _order(row: bytes) -> tuple[bytes, bytes]:
    return row.partition(b"\t")[0], row


def _blocks(lines: list[bytes], block_bytes: int) -> Iterator[tuple[bytes, bytes]]:
    """Give each block with its first key; a key's rows stay together."""
    block, size = [], 0
    for _, group in groupby(lines, key=lambda row: row.partition(b"\t")[0]):
        rows = list(group)
        block += rows
        size += sum(map(len, rows)) + len(rows)
        if size >= block_bytes:
            yield block[0].partition(b"\t")[0], b"".join(b"\n" + row for row in block)
            block, size = [], 0
    if block:
        yield block[0].partition(b"\t")[0], b"".join(b"\n" + row for row in block)
