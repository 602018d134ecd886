"""A folder's seal: a checksum of each of its files, so that damage at rest is noticed.

CRC-32, because nobody is to be kept from forging, and opening a store means to read all of it.
"""

import json
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import lru_cache
from pathlib import Path
from zlib import crc32


class State(Enum):
    """What a folder's seal says of it."""

    WHOLE = auto()  # every file is as it was sealed
    BROKEN = auto()  # some file is not
    OPEN = auto()  # there is no seal: its writer did not close it


# Files that an engine rewrites without changing what the store holds.
_PASSING = ("LOCK", "LOG")


# What the engine writes once and never again; generations have the same files under other names.
_TABLE = ".sst"
_PIECE = 1 << 18


@dataclass(frozen=True, slots=True)
class _Table:
    """A finished table of the engine: the same one under every name it has."""

    path: Path = field(compare=False)
    device: int
    number: int
    size: int
    written: int


def fingerprint(folder: Path) -> dict[str, str]:
    """Return the checksum of each file in the folder, by name."""
    return {path.name: _checksum(path) for path in _files(folder)}


def _files(folder: Path) -> list[Path]:
    files = (path for path in folder.iterdir() if path.is_file())
    return sorted(path for path in files if not path.name.startswith(_PASSING))


def _checksum(path: Path) -> str:
    found = 0
    with path.open("rb") as stream:
        while piece := stream.read(_PIECE):
            found = crc32(piece, found)
    return f"{found:08x}"


def _known_checksum(path: Path) -> str:
    if path.suffix != _TABLE:
        return _checksum(path)
    found = path.stat()
    return _checksum_of(_Table(path, found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns))


@lru_cache(maxsize=4096)
def _checksum_of(table: _Table) -> str:
    return _checksum(table.path)


def close(folder: Path) -> None:
    """Write the seal beside the folder; a table that this process sealed before is not read again."""
    seal = _path(folder)
    fresh = seal.with_suffix(".new")
    checksums = {path.name: _known_checksum(path) for path in _files(folder)}
    fresh.write_text(json.dumps(checksums, indent=1), encoding="utf-8")
    fresh.replace(seal)


def break_open(folder: Path) -> None:
    """Remove the seal, because the folder is about to change."""
    _path(folder).unlink(missing_ok=True)


def state(folder: Path) -> State:
    """Say whether every file of the folder is as it was when it was sealed."""
    try:
        sealed = json.loads(_path(folder).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return State.OPEN
    except ValueError:
        return State.BROKEN
    return State.WHOLE if folder.is_dir() and sealed == fingerprint(folder) else State.BROKEN


def _path(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.seal")
