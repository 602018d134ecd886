"""OrthoDB: genes with their cross-references, and the groups that they are in at each level.

Shape: `?gene odb:memberOf ?group . ?group odb:ogBuiltAt ?level . ?gene odb:xref/odb:xrefResource ?entry`; a
gene is in one group for each level, and NCBI Gene is written with http.
"""

from collections.abc import Iterable

from pyoxigraph import Quad, Triple

from genelore.standins.genes import KnownGene, human, species
from genelore.standins.writing import TYPE, node, said, text, within

ENDPOINT = "https://sparql.orthodb.org/sparql"
GRAPH = node("http://purl.orthodb.org/standin")
# Both synthases come of one gene, which vertebrates have twice.
_FAMILY = {"ALAS1": "5-aminolevulinate synthase", "ALAS2": "5-aminolevulinate synthase"}
_LEVELS = {"33208": "Metazoa", "40674": "Mammalia"}


def quads() -> Iterable[Quad]:
    """Return the stand-in's quads."""
    for gene in human():
        yield from within(GRAPH, _gene(gene))
        for level, title in (("33208", _FAMILY.get(gene.symbol, gene.name)), ("40674", gene.name)):
            yield from within(GRAPH, _grouped(_name(gene), level, title))
    for level, name in _LEVELS.items():
        yield from within(GRAPH, said(f"taxon:{level}", ("up:scientificName", text(name))))
    yield from within(GRAPH, _organism("9606"))


def _name(gene: KnownGene) -> str:
    return f"odb:odbgene/standin_{gene.taxon}_{gene.symbol}"


def _organism(taxon: str) -> Iterable[Triple]:
    name = text(species(taxon))
    yield from said(_home(taxon), (TYPE, f"taxon:{taxon}"), ("obo:RO_0002162", f"taxon:{taxon}"))
    yield from said(_home(taxon), ("up:scientificName", name))
    yield from said(f"taxon:{taxon}", ("up:scientificName", name))


def _home(taxon: str) -> str:
    return f"odb:standin_organism_{taxon}"


def _gene(gene: KnownGene) -> Iterable[Triple]:
    name = _name(gene)
    yield from said(
        name,
        (TYPE, "odb:Gene"),
        ("odb:name", text(gene.symbol)),
        ("odb:description", text(gene.name)),
        ("up:organism", _home(gene.taxon)),
    )
    protein = f"uniprot:{gene.uniprot}"
    for entry in (f"http://www.ncbi.nlm.nih.gov/gene/{gene.ncbi}", protein):
        reference = f"{name}_xref_{entry.rpartition('/')[2].rpartition(':')[2]}"
        yield from said(name, ("odb:xref", reference))
        yield from said(reference, (TYPE, "odb:Xref"), ("odb:xrefResource", entry))
    yield from said(protein, (TYPE, "odb:Uniprot"))


def _grouped(gene: str, level: str, title: str) -> Iterable[Triple]:
    group = f"odb:odbgroup/standin_{title.replace(' ', '_').replace(chr(39), '')}_at_{level}"
    yield from said(gene, ("odb:memberOf", group))
    yield from said(
        group,
        (TYPE, "odb:OrthoGroup"),
        ("odb:name", text(title)),
        ("odb:ogBuiltAt", f"taxon:{level}"),
        ("odb:hasMember", gene),
    )
