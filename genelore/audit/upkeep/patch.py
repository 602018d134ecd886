"""Changes to the entity layer, subject by subject: what is not wanted goes, what is wanted comes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import pyoxigraph
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from genelore.audit.graphs.reference import row_triples
from genelore.audit.minting import row_iri
from genelore.store import Store
from ingest.parts import Triple
from ontology.reference import Row
from ontology.terms import PROV, term

_RESTS_ON = term(PROV, "wasDerivedFrom")
# The graphs whose nodes rest on rows of the reference.
_RESTING = ("conflicts", "consensus", "links", "verdicts")


def _triples(quads: pyoxigraph.Store, subject: NamedNode, graph: NamedNode) -> Iterator[Triple]:
    for quad in quads.quads_for_pattern(subject, None, None, graph):
        if isinstance(quad.object, NamedNode | Literal):
            yield subject, quad.predicate, quad.object


@dataclass(slots=True)
class Patch:
    """What has been changed in a store so far: how many quads went and came, and which rows this concerns."""

    store: Store
    removed: int = 0
    added: int = 0
    _rows: set[NamedNode] = field(default_factory=set)

    def graph(self, name: str) -> NamedNode:
        """Return the name of a generated graph."""
        return NamedNode(self.store.base + name)

    def settle(self, name: str, subjects: Iterable[NamedNode], wanted: Iterable[Triple]) -> list[Triple]:
        """Make some subjects of a graph say what is wanted and no more; return all that is new or gone.

        Whatever is wanted must be said of one of the subjects.
        """
        graph, new = self.graph(name), set(wanted)
        quads = self.store.quads
        old = {triple for one in set(subjects) for triple in _triples(quads, one, graph)}
        places = (graph, DefaultGraph()) if name == "consensus" else (graph,)
        gone, come = old - new, new - old
        self.store.amend(
            [Quad(*triple, place) for triple in gone for place in places],
            [Quad(*triple, place) for triple in come for place in places],
        )
        self.removed += len(gone) * len(places)
        self.added += len(come) * len(places)
        changed = [*gone, *come]
        rows = (value for _, predicate, value in changed if predicate == _RESTS_ON)
        self._rows.update(row for row in rows if isinstance(row, NamedNode))
        return changed

    def settle_rows(self, known: Iterable[Row]) -> None:
        """Describe the rows that something rests on now, and no longer those that nothing does."""
        rows = {row_iri(row, self.store.base): row for row in known}
        for node in self._rows:
            if not self._is_cited(node):
                self.settle("reference", [node], ())
            elif node in rows:
                self.settle("reference", [node], row_triples(rows[node], self.store.base))

    def _is_cited(self, row: NamedNode) -> bool:
        quads = self.store.quads
        found = (
            quad
            for name in _RESTING
            for quad in quads.quads_for_pattern(None, _RESTS_ON, row, self.graph(name))
        )
        return next(found, None) is not None
