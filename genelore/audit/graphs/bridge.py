"""How other graphs spell the entities of the consensus, and which records of other databases are theirs."""

from collections.abc import Iterator
from urllib.parse import quote

from pyoxigraph import NamedNode

from genelore.audit.consensus import Consensus
from genelore.audit.standard_terms import expanded
from ingest.parts import Triple
from ontology import bridge
from ontology.reference import gene as reference_gene

# Spellings that lead to a page for people and stand for that page.
_PAGES = (
    "http://amigo.geneontology.org/",
    "http://flybase.org/",
    "http://www.informatics.jax.org/",
    "https://pubmed.ncbi.nlm.nih.gov/",
    "https://www.",
    "https://zfin.org/",
)
# Databases whose records are of genes, unlike those of proteins, transcripts and diseases.
_GENE_SPACES = frozenset(
    {"ensembl", "ncbigene", "hgnc", "omim", "mgi", "rgd", "zfin", "flybase", "xenbase", "cgnc", "kegg.genes"}
)
_SAFE = "/:[]@!$&'()*+,;=-._~"


def bridge_triples(consensus: Consensus) -> Iterator[Triple]:
    """Say the other spellings of each identifier in the consensus, and the matches between databases."""
    nodes = {s.subject for s in consensus.statements}
    nodes |= {s.value for s in consensus.statements if isinstance(s.value, NamedNode)}
    pairs = {pair for node in nodes for pair in _of_reference(node)} | {*_of_sources(consensus)}
    nodes |= {other for _, other in pairs}
    for node in sorted(nodes, key=str):
        yield from _spellings(node)
    for one, other in sorted(pairs, key=str):
        yield one, expanded("skos:exactMatch"), other


def _space(node: NamedNode) -> str:
    return (bridge.curie(node.value) or "").partition(":")[0]


def _spellings(node: NamedNode) -> Iterator[Triple]:
    found = bridge.split(bridge.curie(node.value) or "")
    if not found:
        return
    space, code = found
    for stem in space.spellings:
        predicate = "rdfs:seeAlso" if stem.startswith(_PAGES) else "owl:sameAs"
        yield node, expanded(predicate), NamedNode(stem + quote(code, safe=_SAFE))


def _of_reference(node: NamedNode) -> Iterator[tuple[NamedNode, NamedNode]]:
    """Give the records that the reference knows as those of the same gene."""
    if _space(node) not in _GENE_SPACES - {"omim"}:
        return
    found = reference_gene(bridge.curie(node.value) or "")
    for curie in found.identifiers if found else ():
        if curie.partition(":")[0] in _GENE_SPACES and bridge.iri(curie) != node:
            yield node, bridge.iri(curie)


def _of_sources(consensus: Consensus) -> Iterator[tuple[NamedNode, NamedNode]]:
    """Give the records that the consensus ties to a gene, and the numbers of diseases."""
    ties = {"rdfs:seeAlso", "lscr:xrefEnsemblGene", "lscr:xrefNCBIGene", "skos:exactMatch"}
    predicates = {expanded(name) for name in ties}
    for statement in consensus.statements:
        value = statement.value
        if statement.predicate not in predicates or not isinstance(value, NamedNode):
            continue
        spaces = {_space(statement.subject), _space(value)}
        if spaces <= _GENE_SPACES or spaces == {"MONDO", "omim"}:
            yield statement.subject, value
