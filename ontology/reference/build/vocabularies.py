"""Terms of a vocabulary as a source gives them, and the two tables that are made of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ontology.reference.build.writing import joined
from ontology.reference.words import normalised

# How a name belongs to its term, best first; the letter stands in the tables.
LABEL, EXACT, PLAIN, NARROW, BROAD, RELATED, FORMER_LABEL, FORMER_SYNONYM = "LESNBRFG"
OBSOLETE = "O"


@dataclass(frozen=True, slots=True)
class SourceTerm:
    """One term: `names` are pairs of kind and text, `parents` what it is a kind of, `wholes` what it is a part of.

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
    """Give a row for each name of each term, under the name's key; the text is left out where it is the key."""
    for term in terms:
        for kind, text in sorted({(LABEL, term.label), *_bare(term), *term.names}):
            key = normalised(text)
            if key:
                yield key, term.code + (OBSOLETE if term.obsolete else "") + kind, "" if text == key else text


def _bare(term: SourceTerm) -> set[tuple[str, str]]:
    """Return the label of an obsolete term without the word that says so."""
    bare = term.label.removeprefix("obsolete ")
    return {(LABEL, bare)} if term.obsolete and bare else set()
