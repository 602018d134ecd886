"""From a text to the terms of a property's vocabularies: by its own words, by a curator's table, by rules."""

from functools import lru_cache

from ingest.grounding.candidate import CHAINED, COMPOSITE, LEXICAL, Candidate
from ingest.grounding.disease_names import said_modes
from ingest.grounding.field import FIELDS, Field
from ontology import sssom
from ontology.reference import Term, TermMatch, term, terms_labelled

# How far a name of each kind speaks for its term. What a vocabulary calls broad, narrow or related, or what
# an older release had among its synonyms of any scope, is no name to ground a text by itself; but a former
# synonym of four words and more is seldom broad.
_KINDS = {
    "label": 1.0,
    "exact_synonym": 0.93,
    "former_label": 0.9,
    "synonym": 0.85,
    "narrow_synonym": 0.5,
    "former_synonym": 0.45,
    "broad_synonym": 0.4,
    "related_synonym": 0.4,
}
_SPELLINGS = {"exact": 1.0, "case": 1.0, "normalised": 0.95}
_OBSOLETE = 0.8
_LONG_FORMER_SYNONYM = 0.65
_LONG = 4
# From here on a text's own words come before what rules make of it; what these make must be as sure a name.
_SURER_THAN_RULES = 0.7
_REWORDED = 0.85
_MODE_GUESSED = 0.75
# "ALS", "COLD", "CAD": short names in capitals mean something else in other letters.
_LONGEST_ACRONYM = 6


@lru_cache(maxsize=1 << 14)
def candidates(text: str, name: str, tables: tuple[str, ...] = ()) -> tuple[Candidate, ...]:
    """Return the terms that a value of the property `name` may denote.

    `tables` are the curator's tables that count for the document; their answer is the only one.
    """
    for table in tables:
        if rows := sssom.table(table).get(text.casefold()):
            return _reviewed(rows, FIELDS[name])
    found = lexical(text, FIELDS[name])
    if any(candidate.confidence >= _SURER_THAN_RULES for candidate in found):
        return found
    return _reworded(text, FIELDS[name]) or _of_one_mode(text, FIELDS[name]) or found


def is_reviewed(text: str, tables: tuple[str, ...]) -> bool:
    """Say whether a curator's table has the text, be it only to say that it is no term."""
    return any(text.casefold() in sssom.table(table) for table in tables)


def _reviewed(rows: tuple[sssom.ReviewedTerm, ...], field: Field) -> tuple[Candidate, ...]:
    return tuple(
        Candidate(row.curie, row.justification, row.confidence)
        for row in rows
        if row.curie.partition(":")[0] in field.vocabularies
    )


def lexical(text: str, field: Field) -> tuple[Candidate, ...]:
    """Return the terms of a field that a text names by its own words."""
    matches = terms_labelled(text, *field.vocabularies)
    fitting = (match for match in matches if field.fits(match.term) and not _is_other_acronym(match, text))
    return tuple(_candidate(match) for match in fitting)


def _candidate(match: TermMatch) -> Candidate:
    """Give the term, for an obsolete one its only successor; a GO label is that of the term itself.

    Lists of GO terms are made of labels, so that an obsolete one is a claim of its own.
    """
    successor = None if match.term.curie.startswith("GO:") else _successor(match.term)
    if successor:
        return Candidate(successor.curie, CHAINED, _confidence(match))
    return Candidate(match.term.curie, LEXICAL, _confidence(match))


def _successor(obsolete: Term) -> Term | None:
    """Return the current term at the end of the successors, None if there is none or several."""
    passed = {obsolete.curie}
    found: Term | None = obsolete
    while found and found.obsolete:
        following = found.successors if len(found.successors) == 1 else ()
        found = term(following[0]) if following and following[0] not in passed else None
        passed |= set(following)
    return found if found is not obsolete else None


def _confidence(match: TermMatch) -> float:
    """Return how far a name speaks for its term: by the name's kind, its spelling, and the term's age."""
    kind = match.name.kind
    long = kind == "former_synonym" and len(match.name.text.split()) >= _LONG
    sure = _LONG_FORMER_SYNONYM if long else _KINDS[kind]
    age = _OBSOLETE if match.term.obsolete else 1.0
    return round(sure * _SPELLINGS[match.spelling] * age, 2)


def _is_other_acronym(match: TermMatch, text: str) -> bool:
    name = match.name.text
    return name.isupper() and len(name) <= _LONGEST_ACRONYM and text != name


def _reworded(text: str, field: Field) -> tuple[Candidate, ...]:
    for form in field.rewordings(text):
        found = lexical(form, field)
        sure = tuple(candidate for candidate in found if candidate.confidence >= _SURER_THAN_RULES)
        if sure:
            return _weakened(sure, _REWORDED)
    return ()


def _of_one_mode(text: str, field: Field) -> tuple[Candidate, ...]:
    if "MONDO" not in field.vocabularies:
        return ()
    found = [candidate for form in said_modes(text) for candidate in lexical(form, field)]
    sure = tuple(candidate for candidate in found if candidate.confidence >= _SURER_THAN_RULES)
    return _weakened(sure, _MODE_GUESSED) if len({candidate.curie for candidate in sure}) == 1 else ()


def _weakened(found: tuple[Candidate, ...], factor: float) -> tuple[Candidate, ...]:
    return tuple(
        Candidate(candidate.curie, COMPOSITE, round(candidate.confidence * factor, 2)) for candidate in found
    )
