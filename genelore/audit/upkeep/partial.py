"""The entity layer after some documents changed: only what depends on them is done again."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pyoxigraph import NamedNode

from genelore.audit.contribution import owner
from genelore.audit.copies import copies, witnesses
from genelore.audit.examined import Examined
from genelore.audit.graphs.conflicts import conflict_triples
from genelore.audit.graphs.links import link_triples
from genelore.audit.graphs.verdicts import verdict_triples
from genelore.audit.memory import Memory
from genelore.audit.memory.documents import Version
from genelore.audit.memory.outcomes import place_of
from genelore.audit.minting import verdict_iri
from genelore.audit.model import Conflict, Judgement
from genelore.audit.settling import Settled, Word, final_verdicts, keys_of, settled
from genelore.audit.statement import Key
from genelore.audit.upkeep.beliefs import Beliefs
from genelore.audit.upkeep.patch import Patch
from genelore.audit.upkeep.terms import Terms
from genelore.audit.upkeep.whole import by_iri, contribute, examine_document, places
from genelore.audit.weighing import Weighing
from genelore.store import Store
from ingest.parts import Triple
from ontology.reference import Row
from ontology.terms import gl


@dataclass(frozen=True, slots=True)
class Amendment:
    """What was done: how many documents were examined, and how many quads went and came."""

    examined: int
    removed: int
    added: int


@dataclass(slots=True)
class _Work:
    """One run: what documents said before and say now, and what is to be done again because of that.

    `claims` are those of documents that did not change, whose verdict or standing did.
    """

    store: Store
    memory: Memory
    terms: Terms
    patch: Patch
    gone: list[Examined] = field(default_factory=list)
    fresh: list[Examined] = field(default_factory=list)
    witness: Mapping[str, str] = field(default_factory=dict)
    shifted: frozenset[str] = frozenset()
    conflicts: set[str] = field(default_factory=set)
    claims: dict[str, set[str]] = field(default_factory=dict)
    entities: set[str] = field(default_factory=set)
    rows: set[Row] = field(default_factory=set)


def amend(store: Store, memory: Memory, terms: Terms, changed: Mapping[str, Version | None]) -> Amendment:
    """Bring the layer up to date on changed documents, by graph; None stands for one that is gone."""
    work = _Work(store, memory, terms, Patch(store))
    _exchange(work, changed)
    _regroup(work, changed)
    _settle_keys(work)
    _write_links(work)
    _write_verdicts(work)
    _write_conflicts(work)
    _settle_beliefs(work)
    work.patch.settle_rows(work.rows)
    return Amendment(len(work.fresh), work.patch.removed, work.patch.added)


def _exchange(work: _Work, changed: Mapping[str, Version | None]) -> None:
    """Take the old versions of documents out of the memory, and the new ones in."""
    base, memory = work.store.base, work.memory
    work.witness = _witnesses(memory)
    known = memory.documents.versions()
    for graph, version in sorted(changed.items()):
        if graph in known:
            old = memory.documents.get(graph)
            work.gone.append(old)
            memory.outcomes.displace(graph, places(old, contribute(old, base)))
            memory.outcomes.hold(graph, {})
            memory.documents.forget(graph)
        if version:
            new = examine_document(work.store, graph, version, work.terms)
            work.fresh.append(new)
            memory.documents.put(new, version)
            memory.outcomes.place(graph, places(new, contribute(new, base)))
            memory.outcomes.hold(graph, by_iri(new.examination.conflicts, base))
    for one in (*work.gone, *work.fresh):
        work.conflicts |= by_iri(one.examination.conflicts, base).keys()
        work.entities |= contribute(one, base).entities


def _witnesses(memory: Memory) -> dict[str, str]:
    traits = memory.documents.traits()
    return witnesses(traits, copies(traits, memory.documents.are_alike))


def _regroup(work: _Work, changed: Mapping[str, Version | None]) -> None:
    """Find the documents that did not change and count as another witness than before."""
    before, work.witness = work.witness, _witnesses(work.memory)
    others = work.witness.keys() - changed.keys()
    work.shifted = frozenset(graph for graph in others if work.witness[graph] != before[graph])
    for graph in work.shifted:
        work.entities |= contribute(work.memory.documents.get(graph), work.store.base).entities


def _settle_keys(work: _Work) -> None:
    """Settle again every key under which something changed, and note whom that concerns."""
    shifted = (work.memory.documents.get(graph) for graph in work.shifted)
    changed = (*work.gone, *work.fresh, *shifted)
    for key in sorted({key for one in changed for key in keys_of(one.examination)}, key=place_of):
        before, conflicts = work.memory.outcomes.words_on(key), _conflicts_by(work, key)
        found = _settled(work, key)
        for graph in before.keys() | found.words.keys():
            _note(work, graph, before.get(graph, Word()), found.words.get(graph, Word()))
        now = by_iri(found.conflicts, work.store.base)
        work.conflicts |= {iri for iri in now.keys() | conflicts.keys() if now.get(iri) != conflicts.get(iri)}
        work.memory.outcomes.pronounce(key, found.words)
        work.memory.outcomes.hold(place_of(key), now)


def _conflicts_by(work: _Work, key: Key) -> Mapping[str, list[Conflict]]:
    owned = work.memory.outcomes.conflicts_by(place_of(key))
    return by_iri((conflict for _, conflict in owned), work.store.base)


def _settled(work: _Work, key: Key) -> Settled:
    documents = map(work.memory.documents.get, work.memory.outcomes.speakers(place_of(key)))
    ordered = sorted(documents, key=lambda one: one.order)
    group = tuple(said for one in ordered for said in one.examination.statements if said.key == key)
    return settled(key, group, work.witness)


def _note(work: _Work, graph: str, before: Word, now: Word) -> None:
    if before == now:
        return
    verdicts = {*before.verdicts} ^ {*now.verdicts}
    claims = {verdict.claim for verdict in verdicts} | ({*before.disputed} ^ {*now.disputed})
    work.claims.setdefault(graph, set()).update(claims)


def _write_links(work: _Work) -> None:
    links = [link for one in work.fresh for link in one.examination.links]
    wanted = [triple for link in links for triple in link_triples(link, work.store.base)]
    before = (link for one in work.gone for link in one.examination.links)
    subjects = {triple[0] for link in before for triple in link_triples(link, work.store.base)}
    work.patch.settle("links", subjects | {triple[0] for triple in wanted}, wanted)
    votes = (vote for link in links for vote in (*link.votes_for, *link.votes_against))
    work.rows.update(row for vote in votes for row in vote.rows)


def _write_verdicts(work: _Work) -> None:
    base, memory = work.store.base, work.memory
    claims = {claim.iri for one in (*work.gone, *work.fresh) for claim in one.reading.claims}
    whole = {one.graph for one in work.fresh}
    wanted: list[Triple] = []
    for graph in sorted(whole | (work.claims.keys() & memory.documents.versions().keys())):
        found = final_verdicts(memory.documents.get(graph).examination, memory.outcomes.words_for(graph))
        chosen = [one for one in found if graph in whole or one.claim in work.claims[graph]]
        claims |= {verdict.claim for verdict in chosen}
        wanted += [triple for verdict in chosen for triple in verdict_triples(verdict, base)]
        work.rows.update(row for verdict in chosen for row in verdict.rows)
    work.patch.settle("verdicts", (verdict_iri(claim, base) for claim in claims), wanted)


def _write_conflicts(work: _Work) -> None:
    for iri in sorted(work.conflicts):
        found = work.memory.outcomes.conflicts_of(iri)
        wanted = [triple for one in found for triple in conflict_triples(one, work.store.base)]
        work.patch.settle("conflicts", _sides(work, iri) | {triple[0] for triple in wanted}, wanted)
        work.rows.update(row for one in found for row in one.rows)


def _sides(work: _Work, iri: str) -> set[NamedNode]:
    graph = work.patch.graph("conflicts")
    sides = work.store.quads.quads_for_pattern(NamedNode(iri), gl("side"), None, graph)
    return {NamedNode(iri), *(quad.object for quad in sides if isinstance(quad.object, NamedNode))}


def _settle_beliefs(work: _Work) -> None:
    judged: dict[str, Judgement] = {}
    weighing = Weighing(work.terms.policy, judged, work.witness)
    beliefs = Beliefs(work.patch, work.memory, weighing, judged)
    known = work.memory.documents.versions()
    for graph, claims in work.claims.items():
        if graph in known:
            sayings = beliefs.contribution(graph).sayings
            work.entities |= {owner(one.subject.value) for one in sayings if one.claim.iri in claims}
    beliefs.settle(work.entities)
    work.rows |= beliefs.rows
