"""OrthoDB: genes with their cross-references and groups; NCBI Gene is written with http.

Shape: `?group odb:hasMember ?gene . ?gene odb:xref/odb:xrefResource ?entry`.
"""

from collections.abc import Iterable

from pyoxigraph import Quad, Triple

from genelore.standins.genes import KnownGene, human
from genelore.standins.writing import TYPE, node, said, text, within

GRAPH = node("http://purl.orthodb.org/standin")
_FAMILY = {"ALAS1": "5-aminolevulinate synthase", "ALAS2": "5-aminolevulinate synthase"}


def quads() -> Iterable[Quad]:
    """Return the stand-in's quads."""
    for gene in human():
        yield from within(GRAPH, _gene(gene))


def _gene(gene: KnownGene) -> Iterable[Triple]:
    name = f"odb:odbgene/standin_{gene.taxon}_{gene.symbol}"
    family = _FAMILY.get(gene.symbol, gene.name)
    group = f"odb:odbgroup/standin_{family.replace(' ', '_')}"
    organism = f"odb:standin_organism_{gene.taxon}"
    yield from said(group, (TYPE, "odb:OrthoGroup"), ("odb:name", text(family)), ("odb:hasMember", name))
    yield from said(
        name,
        (TYPE, "odb:Gene"),
        ("odb:name", text(gene.symbol)),
        ("odb:memberOf", group),
        ("up:organism", organism),
    )
    yield from said(organism, ("obo:RO_0002162", f"taxon:{gene.taxon}"))
    for entry in (f"http://www.ncbi.nlm.nih.gov/gene/{gene.ncbi}", f"uniprot:{gene.uniprot}"):
        reference = f"{name}_xref_{entry.rpartition('/')[2].rpartition(':')[2]}"
        yield from said(name, ("odb:xref", reference))
        yield from said(reference, (TYPE, "odb:Xref"), ("odb:xrefResource", entry))
