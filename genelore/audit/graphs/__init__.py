"""The entity layer as RDF: a named graph for each kind of finding, all dropped and made anew together.

The consensus is written twice, once under its name and once as the default graph.
"""

from collections.abc import Iterable, Iterator
from itertools import islice

from pyoxigraph import DefaultGraph, NamedNode, Quad

from genelore.audit.consensus import Consensus
from genelore.audit.graphs.bridge import bridge_triples
from genelore.audit.graphs.conflicts import conflict_triples
from genelore.audit.graphs.consensus import consensus_triples
from genelore.audit.graphs.links import link_triples
from genelore.audit.graphs.reference import cited_rows, reference_triples
from genelore.audit.graphs.verdicts import verdict_triples
from genelore.audit.model import Audit
from genelore.store import Store
from ingest.parts import Triple
from ontology.terms import TYPE, gl

GRAPHS = ("bridge", "conflicts", "consensus", "links", "reference", "verdicts")
# The first three have about as many quads as the others.
_HALF = 3
_LINES = 1000


def generated(base: str) -> tuple[NamedNode, ...]:
    """Return the names of the generated graphs."""
    return tuple(NamedNode(base + name) for name in GRAPHS)


def quads(audit: Audit, consensus: Consensus, base: str) -> tuple[Quad, ...]:
    """Return the quads of all generated graphs and of the default graph, each once, in a fixed order."""
    found: dict[Quad, None] = {}
    for name, triples in _graphs(audit, consensus, base):
        graph = NamedNode(base + name)
        for triple in triples:
            found[Quad(*triple, graph)] = None
            if name == "consensus":
                found[Quad(*triple, DefaultGraph())] = None
    return tuple(found)


def _graphs(audit: Audit, consensus: Consensus, base: str) -> Iterator[tuple[str, Iterator[Triple]]]:
    yield "bridge", bridge_triples(consensus)
    yield "conflicts", (t for conflict in audit.conflicts for t in conflict_triples(conflict, base))
    yield "consensus", consensus_triples(consensus, base)
    yield "links", (t for link in audit.links for t in link_triples(link, base))
    yield "reference", reference_triples(cited_rows(audit, consensus), base)
    yield "verdicts", (t for verdict in audit.verdicts for t in verdict_triples(verdict, base))


def finding_triples(audit: Audit, base: str) -> Iterator[Triple]:
    """Give the links, verdicts and conflicts in one."""
    yield from (t for conflict in audit.conflicts for t in conflict_triples(conflict, base))
    yield from (t for link in audit.links for t in link_triples(link, base))
    yield from (t for verdict in audit.verdicts for t in verdict_triples(verdict, base))


def statement_count(store: Store) -> int:
    """Return how many statements the consensus of a store has."""
    graph = NamedNode(f"{store.base}consensus")
    return sum(1 for _ in store.quads.quads_for_pattern(None, TYPE, gl("Support"), graph))


def parts(audit: Audit, consensus: Consensus, base: str) -> Iterator[Iterator[bytes]]:
    """Give the same quads as N-Quads in pieces, some twice: the default graph, then all others in two parts.

    What the engine loads at once it first holds in memory; more than three parts it has to merge afterwards.
    """
    stated = [*map(_line, consensus_triples(consensus, base))]
    graphs = {name: map(_line, triples) for name, triples in _graphs(audit, consensus, base)}
    named = graphs | {"consensus": stated}

    def lines(names: Iterable[str]) -> Iterator[str]:
        return (f"{line}<{base}{name}> .\n" for name in names for line in named[name])

    yield _pieces(f"{line}.\n" for line in stated)
    yield _pieces(lines(GRAPHS[:_HALF]))
    yield _pieces(lines(GRAPHS[_HALF:]))


def _pieces(lines: Iterator[str]) -> Iterator[bytes]:
    while piece := "".join(islice(lines, _LINES)):
        yield piece.encode()


def _line(triple: Triple) -> str:
    subject, predicate, value = triple
    return f"{subject!s} {predicate!s} {value!s} "


def write(store: Store, audit: Audit, consensus: Consensus) -> bool:
    """Put the entity layer into the store in place of the one before; say whether anything changed.

    Readers see the new one when the store is closed.
    """
    graphs = generated(store.base)
    if store.is_empty(graphs):
        return store.fill(parts(audit, consensus, store.base))
    return store.replace(graphs, quads(audit, consensus, store.base))
