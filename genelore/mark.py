"""The mark in a store's folder that stands while its generated graphs are what the audit remembers.

Whoever changes them by other means, or finds that the store was not closed, takes it away; the audit then
compares the whole layer with what it should be.
"""

from pathlib import Path


def audit_folder(store: Path) -> Path:
    """Return where the audit keeps what it remembers of a store."""
    return store / "audit"


def stands(store: Path) -> bool:
    """Say whether the generated graphs are what the audit remembers."""
    return _path(store).exists()


def put(store: Path) -> None:
    """Say that they are."""
    _path(store).touch()


def take_away(store: Path) -> None:
    """Say that they may be anything."""
    _path(store).unlink(missing_ok=True)


def _path(store: Path) -> Path:
    return audit_folder(store) / "in-step"
