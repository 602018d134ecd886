"""How other graphs spell the entities of the consensus, and which records of other databases are theirs."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TypeAlias
from urllib.parse import quote

from pyoxigraph import NamedNode

from genelore.audit.consensus import Consensus
from genelore.audit.standard_terms import expanded
from genelore.audit.weighing import Statement
from ingest.parts import Triple
from ontology import bridge
from ontology.reference import gene as reference_gene

Pair: TypeAlias = tuple[NamedNode, NamedNode]

_SAFE = "/:[]@!$&'()*+,;=-._~"
# Numbers of genes and of diseases alike: what has one is a gene only where a source or the reference says so.
_MIXED = "omim"
_TIES = ("rdfs:seeAlso", "lscr:xrefEnsemblGene", "lscr:xrefNCBIGene", "skos:exactMatch")


def bridge_triples(consensus: Consensus) -> Iterator[Triple]:
    """Say the other spellings of each identifier in the consensus, and the matches between databases."""
    nodes = {s.subject for s in consensus.statements}
    nodes |= {s.value for s in consensus.statements if isinstance(s.value, NamedNode)}
    pairs = {pair for node in nodes for pair in reference_pairs(node)}
    pairs |= {*source_pairs(consensus.statements)}
    nodes |= {other for _, other in pairs}
    for node in sorted(nodes, key=str):
        yield from spelling_triples(node)
    yield from pair_triples(sorted(pairs, key=str))


def pair_triples(pairs: Iterable[Pair]) -> Iterator[Triple]:
    """Say that two records are of the same thing."""
    return ((one, expanded("skos:exactMatch"), other) for one, other in pairs)


def spelling_triples(node: NamedNode) -> Iterator[Triple]:
    """Say how other graphs spell an identifier, and on which pages people read about it."""
    found = bridge.split(bridge.curie(node.value) or "")
    if not found:
        return
    space, code = found
    for stem in space.spellings:
        predicate = "rdfs:seeAlso" if stem in space.pages else "owl:sameAs"
        yield node, expanded(predicate), NamedNode(stem + quote(code, safe=_SAFE))


def reference_pairs(node: NamedNode) -> Iterator[Pair]:
    """Give the records that the reference knows as those of the same gene."""
    if _space(node) not in _gene_spaces() - {_MIXED}:
        return
    found = reference_gene(bridge.curie(node.value) or "")
    for curie in found.identifiers if found else ():
        if curie.partition(":")[0] in _gene_spaces() and bridge.iri(curie) != node:
            yield node, bridge.iri(curie)


def source_pairs(statements: Iterable[Statement]) -> Iterator[Pair]:
    """Give the records that the consensus ties to a gene, and the numbers of diseases."""
    for statement in statements:
        value = statement.value
        if statement.predicate not in _ties() or not isinstance(value, NamedNode):
            continue
        spaces = {_space(statement.subject), _space(value)}
        if spaces <= _gene_spaces() or spaces == {"MONDO", _MIXED}:
            yield statement.subject, value


@cache
def _ties() -> frozenset[NamedNode]:
    return frozenset(map(expanded, _TIES))


@cache
def _gene_spaces() -> frozenset[str]:
    return frozenset(space.prefix for space in bridge.spaces().values() if space.has_genes)


def _space(node: NamedNode) -> str:
    return (bridge.curie(node.value) or "").partition(":")[0]
