"""Ensembl's RDF: genes with their places; HGNC is written with its prefix in the code."""

from collections.abc import Iterable

from pyoxigraph import Quad, Triple

from genelore.standins.genes import KnownGene, human, mouse
from genelore.standins.writing import TYPE, node, said, text, within

GRAPH = node("http://rdf.ebi.ac.uk/dataset/ensembl/standin")
_TERMS = "http://rdf.ebi.ac.uk/terms/ensembl/"
_CODING = "obo:SO_0001217"


def quads() -> Iterable[Quad]:
    """Return the stand-in's quads."""
    for gene in (*human(), *mouse()):
        yield from within(GRAPH, _gene(gene))


def _gene(gene: KnownGene) -> Iterable[Triple]:
    name = f"ensembl:{gene.ensembl}"
    yield from said(
        name,
        (TYPE, f"{_TERMS}EnsemblGene"),
        (TYPE, _CODING),
        ("rdfs:label", text(gene.symbol)),
        ("dcterms:identifier", text(gene.ensembl)),
        ("obo:RO_0002162", f"http://identifiers.org/taxonomy/{gene.taxon}"),
        ("rdfs:seeAlso", f"http://identifiers.org/ensembl/{gene.ensembl}"),
    )
    if gene.hgnc:
        yield from said(name, ("rdfs:seeAlso", f"http://identifiers.org/hgnc/HGNC:{gene.hgnc}"))
    place = gene.entry.location
    if place is None:
        return
    chromosome = f"http://rdf.ebi.ac.uk/resource/ensembl/{place.assembly}/{place.chromosome}"
    strand = "ForwardStrandPosition" if place.strand == "+" else "ReverseStrandPosition"
    region = f"{chromosome}:{place.begin}-{place.end}"
    yield from said(name, ("faldo:location", region))
    yield from said(
        region, (TYPE, "faldo:Region"), ("faldo:begin", f"{region}#begin"), ("faldo:end", f"{region}#end")
    )
    for end, position in (("begin", place.begin), ("end", place.end)):
        yield from said(
            f"{region}#{end}",
            (TYPE, "faldo:ExactPosition"),
            (TYPE, f"faldo:{strand}"),
            ("faldo:position", position),
            ("faldo:reference", chromosome),
        )
