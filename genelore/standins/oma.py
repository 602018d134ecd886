"""OMA: the groups of 5-aminolevulinate synthases, as a tree of clusters whose leaves are proteins.

Shape: ORTH, as OMA's own examples walk it: a cluster has members (`orth:hasHomologousMember`), clusters or
proteins; proteins below two different members of an OrthologsCluster are orthologs, of a ParalogsCluster
paralogs. A protein leads to its gene (`sio:SIO_010079`), and that to Ensembl's entry.
"""

from collections.abc import Iterable

from pyoxigraph import Quad, Triple

from genelore.standins.genes import human, mouse, species, zebrafish
from genelore.standins.writing import TYPE, node, said, text, within

ENDPOINT = "https://sparql.omabrowser.org/sparql/"
GRAPH = node("http://omabrowser.org/standin")
_FAMILY = "oma:CLUSTER_standin_ALAS"
_SYMBOLS = ("ALAS1", "ALAS2")
# The chicken gene of the seeds' ChickyBase page. No table has chicken genes. It stands with ALAS1, since all
# orthologs of that page are ALAS1's, and since UniProt's proteome has chicken ALAS2 (P18080) on sequence that
# no chromosome has, where Ensembl's gene is on one. The real OMA has the last word.
_CHICKEN = {"ALAS1": "ENSGALG00000003948"}


def quads() -> Iterable[Quad]:
    """Return the stand-in's quads."""
    yield from within(GRAPH, said(_FAMILY, (TYPE, "orth:ParalogsCluster")))
    for symbol in _SYMBOLS:
        yield from within(GRAPH, _vertebrates(symbol))
    for taxon in ("9606", "10090", "9031", "7955"):
        name = text(species(taxon))
        yield from within(GRAPH, said(_organism(taxon), ("obo:RO_0002162", f"taxon:{taxon}")))
        yield from within(GRAPH, said(f"taxon:{taxon}", (TYPE, "up:Taxon"), ("up:scientificName", name)))


def _vertebrates(symbol: str) -> Iterable[Triple]:
    whole, mammals = f"{_FAMILY}_{symbol}", f"{_FAMILY}_{symbol}_mammals"
    yield from said(_FAMILY, ("orth:hasHomologousMember", whole))
    yield from said(whole, (TYPE, "orth:OrthologsCluster"), ("orth:hasHomologousMember", mammals))
    yield from said(mammals, (TYPE, "orth:OrthologsCluster"))
    for cluster, genes in ((mammals, (*human(), *mouse())), (whole, zebrafish())):
        for gene in genes:
            if gene.symbol.upper() == symbol:
                yield from _member(cluster, gene.ensembl, gene.taxon)
                yield from _names(gene.ensembl, gene.symbol, gene.uniprot)
    if symbol in _CHICKEN:
        yield from _member(whole, _CHICKEN[symbol], "9031")


def _member(cluster: str, ensembl: str, taxon: str) -> Iterable[Triple]:
    protein, gene = _protein(ensembl), f"oma:GENE_{ensembl}"
    yield from said(cluster, ("orth:hasHomologousMember", protein))
    yield from said(
        protein, (TYPE, "orth:Protein"), ("orth:organism", _organism(taxon)), ("sio:SIO_010079", gene)
    )
    yield from said(gene, (TYPE, "orth:Gene"), ("lscr:xrefEnsemblGene", f"ensembl:{ensembl}"))


def _names(ensembl: str, symbol: str, uniprot: str) -> Iterable[Triple]:
    yield from said(_protein(ensembl), ("rdfs:label", text(symbol)))
    if uniprot:
        yield from said(_protein(ensembl), ("lscr:xrefUniprot", f"uniprot:{uniprot}"))


def _protein(ensembl: str) -> str:
    return f"oma:PROTEIN_standin_{ensembl}"


def _organism(taxon: str) -> str:
    return f"oma:ORGANISM_standin_{taxon}"
