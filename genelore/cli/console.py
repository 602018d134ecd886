"""How commands talk: data to standard output, narration to standard error, and the exit codes."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import IntEnum
from pathlib import Path
from typing import IO, Annotated

import platformdirs
import typer
from rich.console import Console

from genelore.generation import DamagedStoreError, NoStoreError
from genelore.lock import StoreInUseError

narration = Console(stderr=True, highlight=False, soft_wrap=True)


class Exit(IntEnum):
    """What a command's exit code means."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    FINDINGS = 3
    UNREADABLE = 4
    NETWORK = 5


def default_store() -> Path:
    """Return `build/store` in a checkout of Genelore, else a folder among the user's data."""
    if Path("pyproject.toml").is_file() and Path("seeds").is_dir():
        return Path("build/store")
    return Path(platformdirs.user_data_dir("genelore")) / "store"


StoreOption = Annotated[
    Path,
    typer.Option(
        "--store", help="Folder of the store.", default_factory=default_store, show_default="build/store"
    ),
]
PathsArgument = Annotated[
    list[Path], typer.Argument(help="Files, folders or archives.", exists=True, show_default=False)
]
OutputOption = Annotated[
    Path | None, typer.Option("--output", "-o", help="File to write instead of standard output.")
]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")]


@contextmanager
def failures() -> Iterator[None]:
    """Turn the errors that a user can mend into one line and an exit code.

    Raises:
        typer.Exit: one of them was raised.
    """
    try:
        yield
    except (NoStoreError, DamagedStoreError, StoreInUseError) as error:
        fail(str(error))


@contextmanager
def terminable() -> Iterator[None]:
    """End in an orderly way when told to by SIGTERM, so that what was started is ended too."""
    before = signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def fail(message: str, code: Exit = Exit.FAILED) -> None:
    """Say what is wrong and end.

    Raises:
        typer.Exit: always, with the code.
    """
    narration.print(f"genelore: {message}", style="red", markup=False)
    raise typer.Exit(code)


@contextmanager
def output(path: Path | None) -> Iterator[IO[bytes]]:
    """Open the file that the user named, or standard output; a file appears whole or not at all.

    Raises:
        typer.Exit: the file cannot be written.
    """
    if path is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    try:
        with _written(path) as stream:
            yield stream
    except OSError as error:
        # What failed to be read names another file.
        if error.filename not in {None, str(path), str(path.parent), str(_fresh(path.absolute()))}:
            raise
        fail(f"{path} cannot be written: {error.strerror}")


@contextmanager
def _written(path: Path) -> Iterator[IO[bytes]]:
    if path.exists() and not path.is_file():
        # A device or a pipe is written to, never replaced.
        with path.open("wb") as stream:
            yield stream
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = _fresh(path.absolute())
    with fresh.open("wb") as stream:
        yield stream
    fresh.replace(path)


def _fresh(path: Path) -> Path:
    return path.with_name(f".{path.name}.new")


def instant(text: str) -> str:
    """Return an instant that the user gave, in UTC, as xsd:dateTime has it.

    Raises:
        typer.BadParameter: it is no date and time of ISO 8601, or names no time zone.

    >>> instant("2026-01-01T01:00:00+01:00")
    '2026-01-01T00:00:00Z'
    """
    try:
        read = datetime.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"{text} is no instant such as 2026-01-31T12:00:00Z") from error
    if read.tzinfo is None:
        raise typer.BadParameter(f"{text} has no time with its zone, as 2026-01-31T12:00:00Z has")
    return read.astimezone(UTC).isoformat().replace("+00:00", "Z")
