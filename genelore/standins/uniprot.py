"""UniProt: proteins with their genes and cross-references, in the graph of UniProtKB.

Shape: `?protein rdfs:seeAlso ?transcript . ?transcript up:transcribedFrom ?gene`, with versioned Ensembl
genes; a cross-reference says which database it leads to.
"""

from collections.abc import Iterable

from pyoxigraph import Quad, Triple

from genelore.standins import uniprot_annotations as annotations
from genelore.standins.genes import KnownGene, human
from genelore.standins.writing import TYPE, graph, said, text, within

ENDPOINT = "https://sparql.uniprot.org/sparql"
GRAPH = graph(ENDPOINT, "/uniprot")
DISEASES = graph(ENDPOINT, "/diseases")
CITATIONS = graph(ENDPOINT, "/citations")
_PURL = "http://purl.uniprot.org/"
# The two chicken enzymes as UniProtKB/Swiss-Prot has them (file uniprot_sprot.xml): the gene's name, and the
# NCBI Gene number. P18080 has no cross-reference to NCBI Gene; one to VEuPathDB's HostDB holds the number.
_CHICKEN = {"P07997": ("ALAS1", ""), "P18080": ("ALAS2", "552895")}


def quads() -> Iterable[Quad]:
    """Return the stand-in's quads."""
    for gene in human():
        yield from within(GRAPH, _protein(gene))
        yield from within(GRAPH, annotations.of(gene))
        yield from within(DISEASES, annotations.diseases(gene))
    yield from within(CITATIONS, annotations.citations())
    for accession, (symbol, number) in _CHICKEN.items():
        yield from within(GRAPH, _named(accession, symbol, "9031"))
        if number:
            entry = f"{_PURL}veupathdb/HostDB:geneid_{number}"
            yield from within(GRAPH, _linked(accession, entry, "VEuPathDB"))


def _named(accession: str, symbol: str, taxon: str) -> Iterable[Triple]:
    gene = f"{_PURL}uniprot/{accession}#gene-standin"
    yield from said(
        f"uniprot:{accession}",
        (TYPE, "up:Protein"),
        ("up:reviewed", True),
        ("up:organism", f"taxon:{taxon}"),
        ("up:encodedBy", gene),
    )
    yield from said(gene, (TYPE, "up:Gene"), ("skos:prefLabel", text(symbol)))


def _protein(gene: KnownGene) -> Iterable[Triple]:
    yield from _named(gene.uniprot, gene.symbol, gene.taxon)
    yield from said(f"uniprot:{gene.uniprot}", ("up:sequence", annotations.sequence(gene.uniprot)))
    yield from said(annotations.sequence(gene.uniprot), (TYPE, "up:Simple_Sequence"))
    yield from _linked(gene.uniprot, f"{_PURL}geneid/{gene.ncbi}", "GeneID")
    yield from _linked(gene.uniprot, f"{_PURL}hgnc/{gene.hgnc}", "HGNC")
    yield from _linked(gene.uniprot, f"{_PURL}mim/{gene.omim}", "MIM")
    transcript = f"http://rdf.ebi.ac.uk/resource/ensembl.transcript/standin-{gene.symbol}"
    yield from _linked(gene.uniprot, transcript, "Ensembl")
    yield from said(
        transcript, (TYPE, "up:Transcript_Resource"), ("up:transcribedFrom", f"ensembl:{gene.versioned}")
    )


def _linked(accession: str, entry: str, database: str) -> Iterable[Triple]:
    yield from said(f"uniprot:{accession}", ("rdfs:seeAlso", entry))
    yield from said(entry, ("up:database", f"{_PURL}database/{database}"))
