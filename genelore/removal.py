"""Documents out of the store and out of quarantine."""

from collections.abc import Iterable
from dataclasses import dataclass

from genelore import quarantine
from genelore.store import Store


@dataclass(frozen=True, slots=True)
class Removal:
    """Names of documents that were stored and are not any more, and of those that were nowhere."""

    removed: tuple[str, ...]
    missing: tuple[str, ...]


def take_out(names: Iterable[str], store: Store) -> Removal:
    """Take documents and everything they say out of the store, and forget that some were refused."""
    wanted = tuple(dict.fromkeys(names))
    held = tuple(name for name in wanted if name in store.entries)
    for name in held:
        store.remove(name)
    released = {name for name in wanted if quarantine.release(store.folder, name)}
    return Removal(held, tuple(name for name in wanted if name not in {*held, *released}))
