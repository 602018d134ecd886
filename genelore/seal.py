"""A folder's seal: the size and hash of each of its files, so that damage at rest is noticed."""

import json
from enum import Enum, auto
from hashlib import blake2b, file_digest
from pathlib import Path


class State(Enum):
    """What a folder's seal says of it."""

    WHOLE = auto()  # every file is as it was sealed
    BROKEN = auto()  # some file is not
    OPEN = auto()  # there is no seal: its writer did not close it


# Files that an engine rewrites without changing what the store holds.
_PASSING = ("LOCK", "LOG")


def fingerprint(folder: Path) -> dict[str, str]:
    """Return the BLAKE2b hash of each file in the folder, by name."""
    files = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith(_PASSING))
    return {path.name: _hash(path) for path in files}


def _hash(path: Path) -> str:
    with path.open("rb") as stream:
        return file_digest(stream, lambda: blake2b(digest_size=16)).hexdigest()


def close(folder: Path) -> None:
    """Write the seal beside the folder."""
    seal = _path(folder)
    fresh = seal.with_suffix(".new")
    fresh.write_text(json.dumps(fingerprint(folder), indent=1), encoding="utf-8")
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
