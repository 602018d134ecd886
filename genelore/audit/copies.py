"""Documents that share long runs of text, or come from one source: they are one witness.

A text is cut into runs of eight words. Two documents are copies if the smaller shares half of its runs with
the other, so that facts that are the same, a list of identifiers and a phrase that all documents of a kind
have in common make no copies. Only documents that share a run of their sketches are compared, and with few
of those that share it, so the work grows with the number of documents. What one document says it was made
from makes copies too: of that document, and of all others that were made from it.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from zlib import crc32

RUN = 8
SHARED = 0.5
# A sketch has the lowest runs of a document, for short ones, and one run of so many, for parts of long ones.
_LOWEST = 16
_ONE_OF = 32
_COMPARED = 8
_FEWEST_RUNS = 8
# "5", "aminolevulinate", "synthase"
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Trait:
    """What tells whether a document may be a copy: some of its runs, and what it is or was made from."""

    sketch: tuple[int, ...]
    origins: tuple[str, ...] = ()


def fingerprint(text: str) -> frozenset[int]:
    """Return the hashes of all runs of eight words in a text."""
    words = _WORD.findall(text.casefold())
    ends = range(RUN, len(words) + 1)
    return frozenset(crc32(" ".join(words[end - RUN : end]).encode()) for end in ends)


def sketch(runs: frozenset[int]) -> tuple[int, ...]:
    """Return the runs by which documents that may be copies find each other, sorted."""
    sampled = {run for run in runs if run % _ONE_OF == 0}
    return tuple(sorted(sampled.union(sorted(runs)[:_LOWEST])))


def is_copy(one: frozenset[int], other: frozenset[int]) -> bool:
    """Say whether the smaller of two documents shares half of its runs with the other."""
    smaller = min(len(one), len(other))
    return smaller >= _FEWEST_RUNS and len(one & other) >= SHARED * smaller


def copies(traits: Mapping[str, Trait], are_alike: Callable[[str, str], bool]) -> tuple[tuple[str, ...], ...]:
    """Return the groups of documents that are one witness, each sorted, without single documents.

    `are_alike` compares the texts of two documents; it is asked about few of all pairs.
    """
    groups = _Groups({name: name for name in traits})
    heads: defaultdict[int, list[str]] = defaultdict(list)
    owners: dict[str, str] = {}
    for name in sorted(traits):
        for origin in traits[name].origins:
            groups.join(owners.setdefault(origin, name), name)
        for run in traits[name].sketch:
            _compare(name, heads[run], groups, are_alike)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(traits):
        found[groups.first(name)].append(name)
    return tuple(tuple(group) for _, group in sorted(found.items()) if len(group) > 1)


def _compare(name: str, heads: list[str], groups: "_Groups", are_alike: Callable[[str, str], bool]) -> None:
    """Tie a document to the first that it copies among those that share a run, else let it stand alone."""
    for head in heads:
        if groups.first(head) == groups.first(name):
            return
        if are_alike(head, name):
            groups.join(head, name)
            return
    if len(heads) < _COMPARED:
        heads.append(name)


def witnesses(names: Iterable[str], groups: Iterable[tuple[str, ...]]) -> dict[str, str]:
    """Return for every document the one that it counts as: the first of its group, else itself."""
    found = {name: name for name in names}
    return found | {name: group[0] for group in groups for name in group}


@dataclass(frozen=True, slots=True)
class _Groups:
    """Documents that belong together, each by one that leads on to the first of its group."""

    leader: dict[str, str]

    def first(self, name: str) -> str:
        while self.leader[name] != name:
            self.leader[name] = self.leader[self.leader[name]]
            name = self.leader[name]
        return name

    def join(self, one: str, other: str) -> None:
        first, second = sorted((self.first(one), self.first(other)))
        self.leader[second] = first
