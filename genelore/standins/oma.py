"""OMA: clusters of orthologous proteins of human, mouse and chicken.

Shape: ORTH; `?cluster orth:hasHomologousMember ?protein`, `?protein sio:SIO_010079 ?gene`.
"""

from collections.abc import Iterable

from pyoxigraph import Quad, Triple

from genelore.standins.genes import human, mouse
from genelore.standins.writing import TYPE, node, said, text, within

GRAPH = node("http://omabrowser.org/rdf")
# The chicken gene of the seeds' ChickyBase page stands with ALAS1, where all orthologs of that page are; no
# table has chicken genes, and the real OMA has the last word.
_CHICKEN = {"ALAS1": "ENSGALG00000003948"}
_SYMBOLS = ("ALAS1", "ALAS2")


def quads() -> Iterable[Quad]:
    """Return the stand-in's quads."""
    for symbol in _SYMBOLS:
        yield from within(GRAPH, _cluster(symbol))


def _cluster(symbol: str) -> Iterable[Triple]:
    cluster = f"oma:CLUSTER_standin_{symbol}"
    yield from said(cluster, (TYPE, "orth:OrthologsCluster"))
    for gene in (*human(), *mouse()):
        if gene.symbol.upper() == symbol:
            yield from _member(cluster, gene.ensembl, gene.symbol, gene.taxon, gene.uniprot)
    if symbol in _CHICKEN:
        yield from _member(cluster, _CHICKEN[symbol], "", "9031", "")


def _member(cluster: str, ensembl: str, symbol: str, taxon: str, uniprot: str) -> Iterable[Triple]:
    protein, gene = f"oma:PROTEIN_standin_{ensembl}", f"oma:GENE_{ensembl}"
    organism = f"oma:ORGANISM_standin_{taxon}"
    yield from said(cluster, ("orth:hasHomologousMember", protein))
    yield from said(protein, (TYPE, "orth:Protein"), ("orth:organism", organism), ("sio:SIO_010079", gene))
    yield from said(organism, ("obo:RO_0002162", f"taxon:{taxon}"))
    yield from said(gene, (TYPE, "orth:Gene"), ("lscr:xrefEnsemblGene", f"ensembl:{ensembl}"))
    if symbol:
        yield from said(protein, ("rdfs:label", text(symbol)))
    if uniprot:
        yield from said(protein, ("lscr:xrefUniprot", f"uniprot:{uniprot}"))
