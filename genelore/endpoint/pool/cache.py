"""Answers that were given before, at most so many bytes of them, the least used forgotten first."""

from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

Kept = TypeVar("Kept")
# One answer may take at most this part of the whole.
_PART = 16


class Cache(Generic[Kept]):
    """Values of known sizes; forget everything when what they come from changes."""

    def __init__(self, most: int) -> None:
        """Keep at most so many bytes."""
        self._most = most
        self._size = 0
        self._kept: OrderedDict[Hashable, tuple[int, Kept]] = OrderedDict()

    @property
    def size(self) -> int:
        """How many bytes are kept."""
        return self._size

    def get(self, key: Hashable) -> Kept | None:
        """Return what is kept under a key."""
        found = self._kept.get(key)
        if found is None:
            return None
        self._kept.move_to_end(key)
        return found[1]

    def put(self, key: Hashable, value: Kept, size: int) -> None:
        """Keep a value that takes so many bytes, unless that is too many."""
        if size > self._most // _PART:
            return
        self._size += size - self._kept.pop(key, (0, None))[0]
        self._kept[key] = (size, value)
        while self._size > self._most:
            _, (freed, _) = self._kept.popitem(last=False)
            self._size -= freed

    def clear(self) -> None:
        """Forget everything."""
        self._kept.clear()
        self._size = 0
