"""The connections of a server by the networks of their clients, and which of them makes room for another.

Whoever opens connections and sends nothing, or a little now and then, could take every place from all others.
So where no place is left, a connection ends that waits for its client: of the network that has most of those,
the one that has waited longest.
"""

from collections import Counter
from collections.abc import Hashable
from typing import Generic, TypeVar

One = TypeVar("One", bound=Hashable)


class Crowd(Generic[One]):
    """Who is there, and who of them waits for its client, the longest first."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._sizes: Counter[str] = Counter()
        self._waiting: dict[str, dict[One, None]] = {}

    def enter(self, network: str) -> int:
        """Take in a connection, and return how many its network has now."""
        self._sizes[network] += 1
        return self._sizes[network]

    def leave(self, network: str, one: One) -> None:
        """Forget a connection."""
        self.end_wait(network, one)
        self._sizes[network] -= 1
        if not self._sizes[network]:
            del self._sizes[network]

    def wait(self, network: str, one: One) -> None:
        """Note that a connection waits for its client; if it does already, since when stays."""
        self._waiting.setdefault(network, {})[one] = None

    def end_wait(self, network: str, one: One) -> None:
        """Note that a connection does not wait any more."""
        waiting = self._waiting.get(network)
        if waiting is not None:
            waiting.pop(one, None)
            if not waiting:
                del self._waiting[network]

    def longest(self) -> One | None:
        """Return which has waited longest of the network that has most of those; None if none waits.

        >>> crowd = Crowd[str]()
        >>> for network, one in (("a", "first"), ("b", "second"), ("b", "third")):
        ...     crowd.wait(network, one)
        >>> crowd.longest()
        'second'
        """
        if not self._waiting:
            return None
        largest: dict[One, None] = max(self._waiting.values(), key=len)
        return next(iter(largest))
