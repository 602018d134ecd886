"""The entity layer of all documents at once, in place of whatever was there."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode

from genelore.audit.consensus import Consensus, agreed
from genelore.audit.contribution import Contribution, contribution, judgements
from genelore.audit.copies import copies
from genelore.audit.examined import Examined, examined
from genelore.audit.graphs import write
from genelore.audit.memory import Memory
from genelore.audit.memory.documents import Version
from genelore.audit.memory.outcomes import place_of
from genelore.audit.minting import conflict_iri
from genelore.audit.model import Audit, Conflict
from genelore.audit.reading import Reading, read, read_text, source_of
from genelore.audit.run import conflicts_in, gathered, settle_all, words_by_document
from genelore.audit.settling import Settled, disputed_claims, keys_of
from genelore.audit.statement import Key
from genelore.audit.upkeep.terms import Terms
from genelore.audit.weighing import Weighing
from genelore.ledger import Entry
from genelore.store import Store


@dataclass(frozen=True, slots=True)
class Found:
    """Everything that is known of a store: what its documents say, and what the audit found."""

    readings: tuple[Reading, ...]
    audit: Audit


NOTHING = Found((), Audit((), (), (), (), ()))


@dataclass(frozen=True, slots=True)
class Renewal:
    """An audit of the whole store: what it found, documents it examined, and whether anything changed."""

    found: Found
    examined: int
    changed: bool


def versions(store: Store) -> dict[str, Version]:
    """Return the documents that the store holds, by graph; the same bytes may have several names."""
    held: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in store.entries.values():
        held[entry.graph].append(entry)
    return {graph: _version(entries) for graph, entries in held.items()}


def _version(entries: list[Entry]) -> Version:
    """Return the version that the entries of one graph stand for; only a mixed graph has two digests."""
    digests = sorted({entry.digest for entry in entries})
    return Version(min(entry.name for entry in entries), " ".join(digests))


def examine_document(store: Store, graph: str, version: Version, terms: Terms) -> Examined:
    """Read a stored document and examine it."""
    source = source_of(store.quads, NamedNode(graph), store.base)
    content, documents = store.text(version.digest), store.folder / "documents"
    reading = read_text(content, source, documents) if content else read(store.quads, source, documents)
    return examined(reading, terms.proteins, terms.outside)


def renew(store: Store, memory: Memory, terms: Terms) -> Renewal:
    """Audit the whole store; documents that are remembered as they are need not be examined again."""
    if memory.fact("edition") != terms.edition:
        memory.documents.clear()
    fresh = _bring_up(store, memory, terms)
    documents = sorted((memory.documents.get(graph) for graph in versions(store)), key=lambda one: one.order)
    traits = {one.graph: one.examination.trait for one in documents}
    groups = copies(traits, memory.documents.are_alike)
    examinations = [one.examination for one in documents]
    settled = settle_all(examinations, groups)
    audit = gathered(examinations, words_by_document(settled), conflicts_in(examinations, settled), groups)
    contributions = [contribute(one, store.base) for one in documents]
    changed = write(store, audit, _consensus(contributions, audit, terms))
    _remember(memory, documents, contributions, store.base)
    _remember_keys(memory, settled, store.base)
    return Renewal(Found(tuple(one.reading for one in documents), audit), fresh, changed)


def _bring_up(store: Store, memory: Memory, terms: Terms) -> int:
    """Examine what the memory does not have as it is, forget what is gone; return how many were examined."""
    stored, known = versions(store), memory.documents.versions()
    for graph in known.keys() - stored.keys():
        memory.documents.forget(graph)
    fresh = [graph for graph, version in stored.items() if known.get(graph) != version]
    for graph in fresh:
        memory.documents.forget(graph)
        memory.documents.put(examine_document(store, graph, stored[graph], terms), stored[graph])
    return len(fresh)


def contribute(one: Examined, base: str) -> Contribution:
    """Return what a document contributes to the consensus."""
    return contribution(one.reading, {link.record: link for link in one.examination.links}, base)


def _consensus(contributions: Iterable[Contribution], audit: Audit, terms: Terms) -> Consensus:
    disputed = frozenset(disputed_claims(audit.conflicts))
    witnesses = {graph: group[0] for group in audit.copies for graph in group}
    return agreed(contributions, Weighing(terms.policy, judgements(audit.verdicts, disputed), witnesses))


def places(one: Examined, given: Contribution) -> list[str]:
    """Return where a document speaks: under keys, and of entities."""
    return [*map(place_of, keys_of(one.examination)), *given.entities]


def _remember(
    memory: Memory, documents: Sequence[Examined], contributions: Sequence[Contribution], base: str
) -> None:
    memory.outcomes.clear()
    for one, given in zip(documents, contributions, strict=True):
        memory.outcomes.place(one.graph, places(one, given))
        if one.examination.conflicts:
            memory.outcomes.hold(one.graph, by_iri(one.examination.conflicts, base))


def _remember_keys(memory: Memory, settled: Mapping[Key, Settled], base: str) -> None:
    for key, one in settled.items():
        if one.words:
            memory.outcomes.pronounce(key, one.words)
        if one.conflicts:
            memory.outcomes.hold(place_of(key), by_iri(one.conflicts, base))


def by_iri(conflicts: Iterable[Conflict], base: str) -> Mapping[str, list[Conflict]]:
    """Return conflicts by their IRIs."""
    found: defaultdict[str, list[Conflict]] = defaultdict(list)
    for conflict in conflicts:
        found[conflict_iri(conflict, base).value].append(conflict)
    return found
