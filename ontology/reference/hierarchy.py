"""What terms are a kind or a part of, and what is a kind or a part of them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from ontology.reference.tables import table
from ontology.reference.terms import curies, term


def ancestors(curie: str) -> frozenset[str]:
    """Return the terms that this one is a kind or a part of, over any number of steps, itself left out."""
    found: set[str] = set()
    waiting = [curie]
    while waiting:
        for other in _above(waiting.pop()):
            if other not in found:
                found.add(other)
                waiting.append(other)
    return frozenset(found)


def _above(curie: str) -> Iterable[str]:
    found = term(curie)
    return (*found.parents, *found.wholes) if found else ()


def descendants(curie: str) -> frozenset[str]:
    """Return the terms that are a kind or a part of this one, over any number of steps, itself left out.

    The first question on a vocabulary reads its whole table.
    """
    below = _below(curie.partition(":")[0])
    found: set[str] = set()
    waiting = [curie]
    while waiting:
        new = [other for other in below.get(waiting.pop(), ()) if other not in found]
        found.update(new)
        waiting += new
    return frozenset(found)


@cache
def _below(vocabulary: str) -> Mapping[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for code, _, _, parents, _, wholes, *_ in ((*row, *[""] * 6) for row in table(vocabulary)):
        for other in curies(vocabulary, parents) + curies(vocabulary, wholes):
            found[other].append(f"{vocabulary}:{code}")
    return found
