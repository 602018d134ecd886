"""The consensus and the bridge, entity by entity, after a change of what documents say of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pyoxigraph import NamedNode

from genelore.audit.consensus import accepted, matches
from genelore.audit.contribution import Contribution, judgements, owner
from genelore.audit.entities import CONDITION
from genelore.audit.graphs.bridge import pair_triples, reference_pairs, source_pairs, spelling_triples
from genelore.audit.graphs.consensus import support_iri, support_triples
from genelore.audit.memory import Memory
from genelore.audit.model import Judgement
from genelore.audit.settling import disputed_claims, final_verdicts
from genelore.audit.standard_terms import expanded
from genelore.audit.upkeep.patch import Patch
from genelore.audit.upkeep.whole import contribute
from genelore.audit.weighing import Statement, Weighing, merged
from ingest.parts import Triple
from ontology.reference import Row
from ontology.terms import RDF, term

_SUBJECT, _PREDICATE, _OBJECT = (term(RDF, name) for name in ("subject", "predicate", "object"))
_MATCH = expanded("skos:exactMatch")
_PARTS = ("", CONDITION, "-begin", "-end")


@dataclass(slots=True)
class Beliefs:
    """What is believed of entities as they are settled, one after the other.

    `weighing` has the judgements of the documents that were asked so far, and fills as more are.
    """

    patch: Patch
    memory: Memory
    weighing: Weighing
    judged: dict[str, Judgement]
    rows: set[Row] = field(default_factory=set)
    _given: dict[str, Contribution] = field(default_factory=dict)
    _said: dict[str, tuple[Statement, ...]] = field(default_factory=dict)

    def settle(self, entities: Iterable[str]) -> None:
        """Bring the consensus and the bridge up to date on some entities and on all that this concerns."""
        waiting, settled = {*entities}, set[str]()
        while waiting:
            named = {node for entity in waiting for node in self._settle_supports(entity)}
            settled |= waiting
            waiting = named - settled
        blocks = [triple for entity in sorted(settled) for triple in self._settle_block(entity)]
        nodes = {NamedNode(entity) for entity in settled}
        nodes |= {value for _, _, value in blocks if isinstance(value, NamedNode)}
        self._settle_bridge(nodes)

    def contribution(self, graph: str) -> Contribution:
        """Return what a document contributes, and know the judgements on its claims from now on."""
        if graph not in self._given:
            one = self.memory.documents.get(graph)
            words = self.memory.outcomes.words_for(graph)
            disputed = {iri for word in words.values() for iri in word.disputed}
            disputed.update(disputed_claims(one.examination.conflicts))
            self.judged.update(judgements(final_verdicts(one.examination, words), frozenset(disputed)))
            self._given[graph] = contribute(one, self.patch.store.base)
        return self._given[graph]

    def _members(self, entity: str) -> list[Contribution]:
        graphs = self.memory.outcomes.speakers(entity)
        ordered = sorted(graphs, key=lambda graph: self.memory.documents.get(graph).order)
        return [self.contribution(graph) for graph in ordered]

    def _statements(self, entity: str) -> tuple[Statement, ...]:
        if entity not in self._said:
            self._said[entity] = merged(accepted(self._members(entity), self.weighing, entity))
        return self._said[entity]

    def _settle_supports(self, entity: str) -> set[str]:
        """Settle what supports the statements of an entity; return the entities that they name or named."""
        base = self.patch.store.base
        statements = self._statements(entity)
        self.rows.update(row for one in statements for row in one.rows)
        wanted = [t for one in statements for t in support_triples(one, self.weighing.policy, base)]
        before = [node for node in self._supports(entity) if not self._is_match(node)]
        now = [support_iri(one, base) for one in statements]
        changed = self.patch.settle("consensus", [*before, *now], wanted)
        parts = (value for _, predicate, value in changed if predicate in {_SUBJECT, _OBJECT})
        return {owner(value.value) for value in parts if isinstance(value, NamedNode)}

    def _supports(self, entity: str) -> Iterator[NamedNode]:
        for part in _PARTS:
            yield from self._pointing(_SUBJECT, NamedNode(entity + part))

    def _pointing(self, predicate: NamedNode, value: NamedNode) -> Iterator[NamedNode]:
        graph = self.patch.graph("consensus")
        for quad in self.patch.store.quads.quads_for_pattern(None, predicate, value, graph):
            if isinstance(quad.subject, NamedNode):
                yield quad.subject

    def _is_match(self, support: NamedNode) -> bool:
        graph = self.patch.graph("consensus")
        found = self.patch.store.quads.quads_for_pattern(support, _PREDICATE, _MATCH, graph)
        return next(found, None) is not None

    def _is_named(self, entity: str, *, by_matches: bool) -> bool:
        """Say whether a statement names an entity or its condition; `by_matches`: or the reference does."""
        nodes = (NamedNode(entity), NamedNode(entity + CONDITION))
        found = (one for node in nodes for p in (_SUBJECT, _OBJECT) for one in self._pointing(p, node))
        return any(by_matches or not self._is_match(one) for one in found)

    def _settle_block(self, entity: str) -> list[Triple]:
        """Settle all that is said of an entity, and the matches of a disease; return what changed."""
        base, policy = self.patch.store.base, self.weighing.policy
        is_named = self._is_named(entity, by_matches=False)
        found = [*matches(entity)]
        self.rows.update(row for one in found for row in one.rows)
        supports = [t for one in found for t in support_triples(one, policy, base)]
        subjects = [support_iri(one, base) for one in found]
        changed = self.patch.settle("consensus", subjects, supports if is_named else ())
        said = [*self._statements(entity), *(found if is_named else ())]
        wanted: list[Triple] = [(one.subject, one.predicate, one.value) for one in said]
        if is_named:
            described = (triple for one in self._members(entity) for triple in one.described)
            wanted += [triple for triple in described if owner(triple[0].value) == entity]
        parts = [NamedNode(entity + part) for part in _PARTS]
        return [*changed, *self.patch.settle("consensus", parts, wanted)]

    def _settle_bridge(self, nodes: set[NamedNode]) -> None:
        others: set[NamedNode] = set()
        for node in sorted(nodes, key=str):
            changed = self.patch.settle("bridge", [node], self._bridged(node))
            others |= {v for _, p, v in changed if p == _MATCH and isinstance(v, NamedNode)}
        for node in sorted(others, key=str):
            self.patch.settle("bridge", [node], self._bridged(node))

    def _bridged(self, node: NamedNode) -> Iterator[Triple]:
        """Give what the bridge says of a node: its pairs, and its spellings if anything speaks of it."""
        graph = self.patch.graph("bridge")
        is_named = self._is_named(node.value, by_matches=True)
        if is_named:
            said = [*self._statements(node.value), *self._standing_matches(node)]
            yield from pair_triples({*reference_pairs(node), *source_pairs(said)})
        if is_named or next(self.patch.store.quads.quads_for_pattern(None, _MATCH, node, graph), None):
            yield from spelling_triples(node)

    def _standing_matches(self, node: NamedNode) -> list[Statement]:
        return [*matches(node.value)] if self._is_named(node.value, by_matches=False) else []
