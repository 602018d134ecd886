"""Ensembl's RDF at the RDF Portal: genes with their places; HGNC is written with its prefix in the code.

Shape: `?gene a terms:EnsemblGene ; so:part_of ?chromosome ; faldo:location ?region`, begin before end on both
strands, in one graph of Ensembl's own; the chromosome is named twice, which is why rows come twice there.
"""

from collections.abc import Iterable

from pyoxigraph import Quad, Triple

from genelore.standins.genes import KnownGene, human, mouse
from genelore.standins.writing import TYPE, graph, said, text, within
from ontology.reference import Location

ENDPOINT = "https://rdfportal.org/ebi/sparql"
GRAPH = graph(ENDPOINT, "ensembl")
_TERMS = "http://rdf.ebi.ac.uk/terms/ensembl/"
_CODING = "http://ensembl.org/glossary/ENSGLOSSARY_0000026"
_PART_OF = "http://purl.obolibrary.org/obo/so#part_of"


def quads() -> Iterable[Quad]:
    """Return the stand-in's quads."""
    for gene in (*human(), *mouse()):
        yield from within(GRAPH, _gene(gene))
        if gene.entry.location:
            yield from within(GRAPH, _placed(f"ensembl:{gene.ensembl}", gene.entry.location))


def _gene(gene: KnownGene) -> Iterable[Triple]:
    name = f"ensembl:{gene.ensembl}"
    yield from said(
        name,
        (TYPE, f"{_TERMS}EnsemblGene"),
        (f"{_TERMS}has_biotype", _CODING),
        ("rdfs:label", text(gene.symbol)),
        ("dcterms:identifier", text(gene.ensembl)),
        ("obo:RO_0002162", f"http://identifiers.org/taxonomy/{gene.taxon}"),
        ("rdfs:seeAlso", f"http://identifiers.org/ensembl/{gene.ensembl}"),
    )
    if gene.name:
        yield from said(name, ("dcterms:description", text(gene.name)))
    if gene.hgnc:
        entry = f"http://identifiers.org/hgnc/HGNC:{gene.hgnc}"
        yield from said(name, ("rdfs:seeAlso", entry))
        yield from said(entry, (TYPE, "http://identifiers.org/hgnc"))


def _placed(name: str, place: Location) -> Iterable[Triple]:
    chromosome = f"http://rdf.ebi.ac.uk/resource/ensembl/{place.assembly}/{place.chromosome}"
    strand = "ForwardStrandPosition" if place.strand == "+" else "ReverseStrandPosition"
    exactly = ((TYPE, "faldo:ExactPosition"), (TYPE, f"faldo:{strand}"))
    region = f"{chromosome}:{place.begin}-{place.end}"
    yield from said(
        name,
        ("faldo:location", region),
        (_PART_OF, chromosome),
        (_PART_OF, f"http://identifiers.org/hco/{place.chromosome}/{place.assembly}"),
    )
    yield from said(
        region, (TYPE, "faldo:Region"), ("faldo:begin", f"{region}#begin"), ("faldo:end", f"{region}#end")
    )
    for end, position in (("begin", place.begin), ("end", place.end)):
        yield from said(
            f"{region}#{end}", *exactly, ("faldo:position", position), ("faldo:reference", chromosome)
        )
