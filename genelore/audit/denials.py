"""What the title of a paper says that a disease does not show: `... protoporphyria without anemia or ...`."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from ontology.reference import Term, terms_labelled

# "without", between a disease and what it does not show.
_WITHOUT = re.compile(r"\bwithout\b", re.IGNORECASE)
# ",", "or", "with": what parts the phenotypes of a list, and ends it.
_AND = re.compile(r",|;|\.|\bor\b|\band\b|\bin\b|\bwith\b", re.IGNORECASE)
_LONGEST_NAME = 6


@lru_cache(maxsize=1 << 12)
def denials(title: str) -> tuple[tuple[str, str], ...]:
    """Return pairs of a MONDO disease and an HP phenotype that a title says it comes without."""
    parts = _WITHOUT.split(title)
    return tuple(found for before, after in pairwise(parts) for found in _pairs(before, after))


def _pairs(before: str, after: str) -> Iterator[tuple[str, str]]:
    words = before.split()
    tails = (" ".join(words[-length:]) for length in range(min(_LONGEST_NAME, len(words)), 0, -1))
    disease = next((found for tail in tails if (found := _only(tail, "MONDO"))), None)
    if disease:
        for text in _AND.split(after):
            phenotype = _only(text.strip(), "HP")
            if phenotype:
                yield disease.curie, phenotype.curie


def _only(text: str, vocabulary: str) -> Term | None:
    found = {
        match.term.curie: match.term for match in terms_labelled(text, vocabulary) if not match.term.obsolete
    }
    return found.popitem()[1] if len(found) == 1 else None
