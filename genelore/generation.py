"""Frozen copies of the store for readers: made by hard links, switched by one atomic rename."""

import os
import shutil
from pathlib import Path

import pyoxigraph

from genelore import seal

_KEPT = 2


class DamagedStoreError(ValueError):
    """A frozen generation is not what was sealed; the message says how to rebuild it."""


class NoStoreError(ValueError):
    """There is no store in the folder."""


def publish(quads: pyoxigraph.Store, folder: Path) -> Path:
    """Freeze what the store holds now as the generation that readers open next."""
    generations = folder / "generations"
    generations.mkdir(exist_ok=True)
    number = 1 + max((int(path.name) for path in _existing(generations)), default=0)
    target = generations / str(number)
    shutil.rmtree(target, ignore_errors=True)
    quads.backup(str(target))
    seal.close(target)
    _point_at(folder, target)
    _forget_old(generations)
    return target


def _existing(generations: Path) -> list[Path]:
    return sorted((path for path in generations.iterdir() if path.name.isdigit()), key=lambda p: int(p.name))


def _point_at(folder: Path, target: Path) -> None:
    fresh = folder / "current.new"
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(os.path.relpath(target, folder))
    fresh.replace(folder / "current")


def _forget_old(generations: Path) -> None:
    for path in _existing(generations)[:-_KEPT]:
        shutil.rmtree(path, ignore_errors=True)
        seal.break_open(path)


def current(folder: Path) -> Path:
    """Return the folder of the generation that readers use.

    Raises:
        NoStoreError: nothing has been built there.
    """
    link = folder / "current"
    if not link.exists():
        raise NoStoreError(f"{folder}: no store there; run 'genelore build' first")
    return link.resolve()


def open_current(folder: Path) -> pyoxigraph.Store:
    """Open the current generation for reading.

    Raises:
        NoStoreError: nothing has been built there.
        DamagedStoreError: its files are not what was sealed.
    """
    generation = current(folder)
    if seal.state(generation) is not seal.State.WHOLE:
        raise DamagedStoreError(f"{folder}: the stored graph is damaged; 'genelore build' rebuilds it")
    return pyoxigraph.Store.read_only(str(generation))
