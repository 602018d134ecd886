"""Terms of GO, MONDO, HP, UBERON, CL, chick stages, species and sequence types, by name and by CURIE."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ontology.reference.manifest import Row, row_of
from ontology.reference.spelling import SPELLINGS, nearest
from ontology.reference.tables import MalformedTableError, table
from ontology.reference.words import bare, normalised

VOCABULARIES = ("GO", "MONDO", "HP", "UBERON", "CL", "GgalDv", "NCBITaxon", "SO")

# How a name belongs to its term, best first. A synonym whose source gives it no scope is plainly a `synonym`;
# former names are those that an older release had, whether or not they are synonyms now.
KINDS = {
    "L": "label",
    "E": "exact_synonym",
    "S": "synonym",
    "F": "former_label",
    "N": "narrow_synonym",
    "B": "broad_synonym",
    "R": "related_synonym",
    "G": "former_synonym",
}
_ASPECTS = {"P": "biological_process", "C": "cellular_component", "F": "molecular_function"}
_RANKS = list(KINDS.values())
_SEPARATOR = "\x1f"
# "obo.MONDO_0019609", "http://purl.obolibrary.org/obo/FBbt_00000021": terms to consider, in releases.
_ADDRESS = re.compile(r"^(?:obo\.|http://purl\.obolibrary\.org/obo/)([A-Za-z]+)_(?=\w+$)")


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a term, and how it belongs to it (see `KINDS`)."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Term:
    """One term of a vocabulary; everything that points to a term is a CURIE.

    `names` holds all names but the label. `parents` are what it is a kind of; UBERON, CL and MONDO come
    without the kind of relation, so theirs are the next terms over is_a and part_of alike. `wholes` are
    what it is part of (GO and the chick's stages). `successors` take the place of an obsolete or merged
    term, `considered` ones may; a merged term has no label. `xrefs` are OMIM numbers of diseases (MONDO
    alone). `aspect` is GO's.
    """

    curie: str
    label: str
    row: Row
    names: tuple[Name, ...] = ()
    obsolete: bool = False
    parents: tuple[str, ...] = ()
    wholes: tuple[str, ...] = ()
    aspect: str = ""
    successors: tuple[str, ...] = ()
    considered: tuple[str, ...] = ()
    xrefs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TermMatch:
    """A term that a text names: by which of its `names`, and in which of the `SPELLINGS`."""

    term: Term
    name: Name
    spelling: str


def term(curie: str) -> Term | None:
    """Return the term that a CURIE denotes, obsolete and merged ones too; None if it is unknown."""
    vocabulary, _, code = curie.partition(":")
    return _term(vocabulary, code) if vocabulary in VOCABULARIES else None


@lru_cache(maxsize=1 << 13)
def _term(vocabulary: str, code: str) -> Term | None:
    row = table(vocabulary).row(code)
    if not row:
        return None
    label, status, parents, names, wholes, aspect, successors, considered, xrefs = (*row[1:], *[""] * 9)[:9]
    return Term(
        curie=f"{vocabulary}:{code}",
        label=label,
        row=row_of(vocabulary, code),
        names=tuple(Name(KINDS[name[0]], name[1:]) for name in _items(names)),
        obsolete=bool(status),
        parents=curies(vocabulary, parents),
        wholes=curies(vocabulary, wholes),
        aspect=_ASPECTS.get(aspect, ""),
        successors=curies(vocabulary, successors),
        considered=curies(vocabulary, considered),
        xrefs=tuple(_items(xrefs)),
    )


def _items(field: str) -> list[str]:
    return field.split(_SEPARATOR) if field else []


def curies(vocabulary: str, field: str) -> tuple[str, ...]:
    """Return the CURIEs of a field that holds codes; those of another vocabulary have their prefix in it."""
    codes = (_ADDRESS.sub(r"\1:", code) for code in _items(field))
    return tuple(code if ":" in code else f"{vocabulary}:{code}" for code in codes)


def terms_labelled(text: str, *vocabularies: str) -> tuple[TermMatch, ...]:
    """Return the terms that a text names, best first: by spelling, current before obsolete, by kind.

    Without `vocabularies` all are asked.
    """
    key = normalised(text)
    found = [
        _match(found_term, text)
        for vocabulary in vocabularies or VOCABULARIES
        for code, _ in _named(vocabulary, key)
        if (found_term := _term(vocabulary, code))
    ]
    return tuple(sorted(found, key=_rank))


def _rank(match: TermMatch) -> tuple[int, bool, int, str]:
    kind = _RANKS.index(match.name.kind)
    return SPELLINGS.index(match.spelling), match.term.obsolete, kind, match.term.curie


def _match(found: Term, text: str) -> TermMatch:
    if text == found.label:
        return TermMatch(found, Name("label", text), SPELLINGS[0])
    names = [Name("label", found.label), Name("label", bare(found.label)), *found.names]
    names.sort(key=lambda name: _RANKS.index(name.kind))
    near = nearest(text, [name.text for name in names], normalised)
    if not near:
        raise MalformedTableError(f"{found.curie} has no name {text!r}, under which the index has it")
    return TermMatch(found, names[near[0]], near[1])


def _named(vocabulary: str, key: str) -> Iterator[tuple[str, str]]:
    """Give the codes under a key, each with the best kind of its names and "O" if it is obsolete."""
    row = table(f"{vocabulary}.labels").row(key) if key else None
    for entry in row[1].split(" ") if row else ():
        code = entry.rstrip("LESNBRFGO")
        yield code, entry[len(code) :]


def names_term(text: str, *vocabularies: str) -> bool:
    """Say whether a text is, but for spelling, a name of a term: faster than `terms_labelled`."""
    key = normalised(text)
    return bool(key) and any(table(f"{name}.labels").row(key) for name in vocabularies or VOCABULARIES)


def begins_term(text: str, *vocabularies: str) -> bool:
    """Say whether a longer name of a term begins with the words of a text."""
    start = normalised(text) + " "
    return any(table(f"{name}.labels").begins(start) for name in vocabularies or VOCABULARIES)
