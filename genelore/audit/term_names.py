"""Whether a term, or the name that a document calls it by, belongs to an older release of its vocabulary."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from genelore.audit.reading import Claim, Reading
from genelore.audit.wording import listed
from ontology.reference import Row, Term, normalised, term

# What a verdict of "outdated" is made of: rule, reason, rows, successor.
Gone = tuple[str, str, tuple[Row, ...], str]

_GO = ("enables", "involvedIn", "locatedIn")
# GO renamed all its processes: "heme biosynthesis" became "heme biosynthetic process".
_RENAMED = (
    (re.compile(r"\bbiosynthesis$"), "biosynthetic process"),
    (re.compile(r"\bmetabolism$"), "metabolic process"),
    (re.compile(r"\bcatabolism$"), "catabolic process"),
)
# MONDO's and UBERON's labels of obsolete terms begin so.
_GONE = "obsolete "
# As many current labels on one line make it a list of GO labels, not prose.
_LABELS_OF_A_LIST = 3


def replaced(claim: Claim) -> Gone | None:
    """Return why a claim's term is obsolete or merged, and what took its place."""
    found = term(claim.curie)
    if not found or not (found.obsolete or (not found.label and found.successors)):
        return None
    new = [one for curie in (*found.successors, *found.considered) if (one := term(curie))]
    status = "obsolete" if found.obsolete else "merged into another term"
    following = f"{_verb(found)} {listed(map(_named, new))}" if new else "no other term is named in its place"
    rows = (found.row, *(one.row for one in new))
    return "obsolete-term", f"{_named(found)} is {status}; {following}", rows, new[0].curie if new else ""


def _named(found: Term) -> str:
    """Return a term's label with its CURIE; that it is obsolete the sentence says, not the name."""
    label = found.label.removeprefix(_GONE)
    return f"{label} ({found.curie})" if label else found.curie


def _verb(found: Term) -> str:
    return "its successor is" if found.successors else "to be considered instead:"


def former_name(claim: Claim, is_listed: bool) -> Gone | None:
    """Return why the name that a list of GO labels uses for a term is a former one, and the current label.

    Where a document writes prose, another name of a term is just another way to say it.
    """
    found = term(claim.curie) if is_listed else None
    written = claim.text.strip()
    if not found or normalised(written) == normalised(found.label):
        return None
    kind = next((name.kind for name in found.names if normalised(name.text) == normalised(written)), "")
    if kind in {"former_label", "former_synonym"}:
        how = f"{written!r} is a former {kind.removeprefix('former_')} of {claim.curie}"
    elif kind and _is_renamed(written, found.label):
        how = f"{written!r}, kept as a synonym, is what {claim.curie} was called"
    else:
        return None
    return "former-label", f"{how}; its label is now {found.label!r}", (found.row,), found.curie


def _is_renamed(name: str, label: str) -> bool:
    return any(pattern.sub(new, name) == label for pattern, new in _RENAMED if pattern.search(name))


def lists_of_labels(reading: Reading) -> frozenset[str]:
    """Return the lines on which a document lists labels of GO, at least three current ones on a line."""
    counted = Counter(_current_labels(reading))
    return frozenset(line for line, number in counted.items() if number >= _LABELS_OF_A_LIST)


def _current_labels(reading: Reading) -> Iterator[str]:
    for claim in reading.of("gene", *_GO):
        if claim.curie and normalised(claim.text) == _label(claim.curie):
            yield claim.lines


@lru_cache(maxsize=1 << 14)
def _label(curie: str) -> str:
    found = term(curie)
    return normalised(found.label) if found else ""
