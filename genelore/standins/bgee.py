"""Bgee: genes with their Ensembl and NCBI entries, and the conditions in which they are expressed.

Shape: GenEx, as Bgee's SPARQL tutorial shows it; `?gene genex:isExpressedIn` an anatomical entity and a
condition, which has an anatomical entity, the root of cell types, a stage, a sex and a strain.
"""

from collections.abc import Iterable

from pyoxigraph import Quad, Triple

from genelore.standins.genes import KnownGene, human, mouse, species
from genelore.standins.writing import TYPE, graph, said, text, within
from ontology import reference

ENDPOINT = "https://www.bgee.org/sparql/"
GRAPH = graph(ENDPOINT, "bgee.org")
_SEQUENCES = "http://omabrowser.org/ontology/oma#GENE_"
_ANY_CELL, _ANY_STAGE = "obo:GO_0005575", "obo:UBERON_0000104"
_WILD_TYPE = "http://bgee.org/#standin-strain-wild-type"
# ALAS1: where NCBI Gene finds its expression biased to; ALAS2 of human and mouse: what Wikipedia's page on
# ALAS2 has from Bgee.
_PLACES = {
    "ALAS1": ("liver", "adrenal gland"),
    "ALAS2": (
        "trabecular bone",
        "bone marrow",
        "bone marrow cell",
        "blood",
        "mononuclear cell",
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
        yield from within(GRAPH, _organism(gene.taxon))
    yield from within(
        GRAPH,
        said(_ANY_STAGE, (TYPE, "http://www.ebi.ac.uk/efo/EFO_0000399"), ("rdfs:label", text("life cycle"))),
    )
    yield from within(
        GRAPH,
        said(_WILD_TYPE, (TYPE, "http://www.ebi.ac.uk/efo/EFO_0005135"), ("rdfs:label", text("wild-type"))),
    )


def _organism(taxon: str) -> Iterable[Triple]:
    name = species(taxon)
    yield from said(_home(taxon), (TYPE, "orth:Organism"), ("obo:RO_0002162", f"taxon:{taxon}"))
    yield from said(
        f"taxon:{taxon}", (TYPE, "up:Taxon"), ("up:scientificName", text(name)), ("up:rank", "up:Species")
    )


def _home(taxon: str) -> str:
    return f"http://bgee.org/#standin-organism-{taxon}"


def _gene(gene: KnownGene) -> Iterable[Triple]:
    name = f"{_SEQUENCES}{gene.ensembl}"
    yield from said(
        name,
        (TYPE, "orth:Gene"),
        ("rdfs:label", text(gene.symbol)),
        ("dcterms:identifier", text(gene.ensembl)),
        ("orth:organism", _home(gene.taxon)),
        ("lscr:xrefEnsemblGene", f"ensembl:{gene.ensembl}"),
    )
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
        ("genex:hasAnatomicalEntity", _ANY_CELL),
        ("genex:hasDevelopmentalStage", _ANY_STAGE),
        ("genex:hasSex", text("any")),
        ("genex:hasStrain", _WILD_TYPE),
    )
    yield from said(anatomy, (TYPE, "genex:AnatomicalEntity"), ("rdfs:label", text(found.label)))
