"""The whole audit: each document alone, then what they say under each key together."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from genelore.audit.conflicts import ranked
from genelore.audit.copies import copies, is_copy, witnesses
from genelore.audit.examination import Examination, examine
from genelore.audit.model import Audit, Conflict
from genelore.audit.reading import Reading
from genelore.audit.settling import Settled, Word, final_verdicts, settled
from genelore.audit.statement import Key, Statement
from ontology.reference import Proteins

# Documents, by graph, that are one witness.
Groups: TypeAlias = tuple[tuple[str, ...], ...]


def audit(readings: Iterable[Reading], proteins: Proteins | None = None) -> Audit:
    """Audit documents, in whatever order they come: the result is the same."""
    return conclude([examine(reading, proteins) for reading in readings])


def conclude(examinations: Iterable[Examination]) -> Audit:
    """Put together what was found in each document and what they say of each other."""
    ordered = sorted(examinations, key=lambda one: (one.source.name, one.source.graph))
    groups = grouped(ordered)
    found = settle_all(ordered, groups)
    return gathered(ordered, words_by_document(found), conflicts_in(ordered, found), groups)


def grouped(examinations: Iterable[Examination]) -> Groups:
    """Return the groups of documents that are one witness."""
    prints = {one.source.graph: one for one in examinations}
    traits = {graph: one.trait for graph, one in prints.items()}
    return copies(traits, lambda one, other: is_copy(prints[one].fingerprint, prints[other].fingerprint))


def settle_all(ordered: Sequence[Examination], groups: Groups) -> Mapping[Key, Settled]:
    """Settle every key that the documents say something under."""
    counted = witnesses((one.source.graph for one in ordered), groups)
    return {key: settled(key, group, counted) for key, group in keyed(ordered).items()}


def words_by_document(found: Mapping[Key, Settled]) -> Mapping[str, Mapping[Key, Word]]:
    """Return what all keys come to for each document."""
    words: defaultdict[str, dict[Key, Word]] = defaultdict(dict)
    for key, one in found.items():
        for graph, word in one.words.items():
            words[graph][key] = word
    return words


def conflicts_in(ordered: Sequence[Examination], found: Mapping[Key, Settled]) -> list[Conflict]:
    """Return the conflicts of all documents with themselves and with one another."""
    own = [conflict for one in ordered for conflict in one.conflicts]
    return [*own, *(conflict for one in found.values() for conflict in one.conflicts)]


def gathered(
    ordered: Sequence[Examination],
    words: Mapping[str, Mapping[Key, Word]],
    conflicts: Iterable[Conflict],
    groups: Groups,
) -> Audit:
    """Return all that was found, document by document."""
    return Audit(
        sources=tuple(one.source for one in ordered),
        links=tuple(link for one in ordered for link in one.links),
        verdicts=tuple(v for one in ordered for v in final_verdicts(one, words.get(one.source.graph, {}))),
        conflicts=ranked(conflicts),
        copies=groups,
    )


def keyed(examinations: Sequence[Examination]) -> Mapping[Key, tuple[Statement, ...]]:
    """Return all statements by key, in the order of the documents."""
    groups: defaultdict[Key, list[Statement]] = defaultdict(list)
    for one in examinations:
        for statement in one.statements:
            groups[statement.key].append(statement)
    return {key: tuple(group) for key, group in groups.items()}
