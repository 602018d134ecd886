"""Bgee: genes with their Ensembl and NCBI entries, and the conditions in which they are expressed.

Shape: GenEx; `?gene lscr:xrefEnsemblGene`, `genex:isExpressedIn` an anatomical entity and a condition.
"""

from collections.abc import Iterable

from pyoxigraph import Quad, Triple

from genelore.standins.genes import KnownGene, human, mouse
from genelore.standins.writing import TYPE, node, said, text, within
from ontology import reference

GRAPH = node("https://bgee.org/rdf_v15_0")
_SPECIES = {"9606": "Homo sapiens", "10090": "Mus musculus"}
# ALAS1: NCBI Gene; ALAS2 of human and mouse: Bgee's pattern as Wikipedia's page on ALAS2 has it.
_PLACES = {
    "ALAS1": ("liver", "adrenal gland"),
    "ALAS2": (
        "trabecular bone",
        "bone marrow",
        "monocyte",
        "testis",
        "placenta",
        "ganglionic eminence",
        "spleen",
    ),
    "Alas2": ("blood", "internal carotid artery", "external carotid artery", "spleen"),
}


def quads() -> Iterable[Quad]:
    """Return the stand-in's quads."""
    for gene in (*human(), *mouse()):
        yield from within(GRAPH, _gene(gene))
    for taxon, name in _SPECIES.items():
        species = said(f"taxon:{taxon}", (TYPE, "up:Taxon"), ("up:scientificName", text(name)))
        yield from within(GRAPH, species)


def _gene(gene: KnownGene) -> Iterable[Triple]:
    name = f"oma:GENE_{gene.ensembl}"
    organism = f"http://purl.org/net/orth#standin-organism-{gene.taxon}"
    yield from said(
        name,
        (TYPE, "orth:Gene"),
        ("rdfs:label", text(gene.symbol)),
        ("dcterms:identifier", text(gene.ensembl)),
        ("orth:organism", organism),
        ("lscr:xrefEnsemblGene", f"ensembl:{gene.ensembl}"),
    )
    yield from said(organism, ("obo:RO_0002162", f"taxon:{gene.taxon}"))
    if gene.ncbi:
        yield from said(name, ("lscr:xrefNCBIGene", f"ncbigene:{gene.ncbi}"))
    if gene.uniprot:
        yield from said(name, ("lscr:xrefUniprot", f"uniprot:{gene.uniprot}"))
    for number, place in enumerate(_PLACES.get(gene.symbol, ()), 1):
        yield from _expressed(name, f"http://bgee.org/#standin-condition-{gene.ensembl}-{number}", place)


def _expressed(gene: str, condition: str, place: str) -> Iterable[Triple]:
    found = reference.terms_labelled(place, "UBERON", "CL")[0].term
    anatomy = "obo:" + found.curie.replace(":", "_")
    yield from said(
        gene,
        ("genex:isExpressedIn", anatomy),
        ("genex:isExpressedIn", condition),
        ("obo:RO_0002206", anatomy),
    )
    yield from said(
        condition,
        (TYPE, "genex:ExpressionCondition"),
        ("genex:hasAnatomicalEntity", anatomy),
        ("genex:hasSex", text("any")),
    )
    yield from said(anatomy, (TYPE, "genex:AnatomicalEntity"), ("rdfs:label", text(found.label)))
