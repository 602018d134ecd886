"""Documents that share long runs of text: they are one witness, however often they are stored.

What a store keeps of a text are the quotes of its claims; they are cut into runs of eight words. Two
documents are copies if the smaller shares half of its runs with the other, so that a phrase that all
documents of a kind have in common makes no copies. Only documents that share one of their sixteen lowest
runs are compared, and with few of those that share it, so the work grows with the number of documents.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from hashlib import blake2b

from genelore.audit.reading import Reading

RUN = 8
SHARED = 0.5
_SKETCH = 16
_COMPARED = 8
_FEWEST_RUNS = 8


def fingerprint(reading: Reading) -> frozenset[int]:
    """Return the hashes of all runs of eight words in the quotes of a document, each quote taken once."""
    places = {(claim.lines, claim.quote): None for claim in reading.claims}
    words = [word for _, quote in places for word in quote.casefold().split()]
    return frozenset(_hashed(words[start : start + RUN]) for start in range(len(words) - RUN + 1))


def _hashed(words: list[str]) -> int:
    return int.from_bytes(blake2b(" ".join(words).encode(), digest_size=8).digest())


def copies(fingerprints: Mapping[str, frozenset[int]]) -> tuple[tuple[str, ...], ...]:
    """Return the groups of documents that share long runs of text, each sorted, without single documents."""
    leader = {name: name for name in fingerprints}
    heads: defaultdict[int, list[str]] = defaultdict(list)
    for name in sorted(fingerprints):
        for run in sorted(fingerprints[name])[:_SKETCH]:
            _join(name, heads[run], leader, fingerprints)
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(fingerprints):
        groups[_first(name, leader)].append(name)
    return tuple(tuple(group) for _, group in sorted(groups.items()) if len(group) > 1)


def _join(
    name: str, heads: list[str], leader: dict[str, str], fingerprints: Mapping[str, frozenset[int]]
) -> None:
    """Tie a document to the first that it copies among those that share a run, else let it stand alone."""
    for head in heads:
        if _first(head, leader) == _first(name, leader):
            return
        if _is_copy(fingerprints[head], fingerprints[name]):
            first, second = sorted((_first(head, leader), _first(name, leader)))
            leader[second] = first
            return
    if len(heads) < _COMPARED:
        heads.append(name)


def _is_copy(one: frozenset[int], other: frozenset[int]) -> bool:
    smaller = min(len(one), len(other))
    return smaller >= _FEWEST_RUNS and len(one & other) >= SHARED * smaller


def _first(name: str, leader: dict[str, str]) -> str:
    while leader[name] != name:
        leader[name] = leader[leader[name]]
        name = leader[name]
    return name


def witnesses(names: Iterable[str], groups: Iterable[tuple[str, ...]]) -> dict[str, str]:
    """Return for every document the one that it counts as: the first of its group, else itself."""
    found = {name: name for name in names}
    return found | {name: group[0] for group in groups for name in group}
