"""Terms of a vocabulary as a source gives them, and the two tables that are made of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ontology.reference.build.writing import joined
from ontology.reference.words import bare, normalised

# How a name belongs to its term, best first; the letter stands in the tables.
KINDS = "LESFNBRG"
LABEL, EXACT, PLAIN, FORMER_LABEL, NARROW, BROAD, RELATED, FORMER_SYNONYM = tuple(KINDS)
OBSOLETE = "O"


@dataclass(frozen=True, slots=True)
class SourceTerm:
    """One term: `names` are pairs of kind and text, `parents` what it is a kind of, `wholes` a part of.

    Everything that names a term (`code`, `parents`, `successors`, ...) is a code inside the vocabulary,
    such as `0003870`; `successors` of an obsolete term take its place, `considered` ones may.
    """

    code: str
    label: str
    names: tuple[tuple[str, str], ...] = ()
    parents: tuple[str, ...] = ()
    wholes: tuple[str, ...] = ()
    aspect: str = ""
    obsolete: bool = False
    successors: tuple[str, ...] = ()
    considered: tuple[str, ...] = ()
    xrefs: tuple[str, ...] = field(default=())


def term_rows(terms: Iterable[SourceTerm]) -> Iterator[tuple[str, ...]]:
    """Give the row of each term, under its code."""
    for term in terms:
        yield (
            term.code,
            term.label,
            OBSOLETE if term.obsolete else "",
            joined(sorted(set(term.parents))),
            joined(kind + text for kind, text in sorted(set(term.names))),
            joined(sorted(set(term.wholes))),
            term.aspect,
            joined(sorted(set(term.successors))),
            joined(sorted(set(term.considered))),
            joined(sorted(set(term.xrefs))),
        )


def label_rows(terms: Iterable[SourceTerm]) -> Iterator[tuple[str, ...]]:
    """Give a row for each key: the codes of the terms that have it, each with the best kind of its names."""
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for term in terms:
        for kind, text in sorted({(LABEL, bare(term.label)), (LABEL, term.label), *term.names}, key=_rank):
            found[normalised(text)].setdefault(term.code, kind + (OBSOLETE if term.obsolete else ""))
    for key, codes in found.items():
        if key:
            yield key, " ".join(code + kind for code, kind in sorted(codes.items()))


def _rank(name: tuple[str, str]) -> tuple[int, str]:
    return KINDS.index(name[0]), name[1]
