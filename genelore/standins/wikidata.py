"""Wikidata: items of genes, whose entries in other databases are text.

Shape: `?item p:P644 ?statement . ?statement ps:P644 "55009055" ; pq:P659 ?assembly`; positions are text.
"""

from collections.abc import Iterable

from pyoxigraph import Quad, Triple

from genelore.standins.genes import KnownGene, human, mouse
from genelore.standins.writing import node, said, text, within

ENDPOINT = "https://qlever.dev/api/wikidata"
GRAPH = node("http://www.wikidata.org/standin")
_SPECIES = {"9606": "wd:Q15978631", "10090": "wd:Q83310"}
_ASSEMBLIES = {"GRCh38": "wd:Q20966585"}
_ASSEMBLY_NAME = text("genome assembly GRCh38", "en")


def quads() -> Iterable[Quad]:
    """Return the stand-in's quads."""
    for gene in (*human(), *mouse()):
        yield from within(GRAPH, _item(gene))
    for assembly in _ASSEMBLIES.values():
        yield from within(GRAPH, said(assembly, ("rdfs:label", _ASSEMBLY_NAME)))


def _item(gene: KnownGene) -> Iterable[Triple]:
    item = f"wd:standin-{gene.ensembl}"
    yield from said(
        item,
        ("rdfs:label", text(gene.symbol, "en")),
        ("wdt:P703", _SPECIES[gene.taxon]),
        ("wdt:P31", "wd:Q7187"),
    )
    values = {"P353": gene.symbol if gene.hgnc else "", "P351": gene.ncbi, "P354": gene.hgnc}
    values |= {"P594": gene.ensembl, "P492": gene.omim}
    for number, value in values.items():
        if value:
            yield from said(item, (f"wdt:{number}", text(value)))
    if gene.uniprot:
        protein = f"wd:standin-{gene.uniprot}"
        yield from said(item, ("wdt:P688", protein))
        yield from said(protein, ("wdt:P352", text(gene.uniprot)), ("wdt:P702", item))
    yield from _place(item, gene)


def _place(item: str, gene: KnownGene) -> Iterable[Triple]:
    place = gene.entry.location
    if place is None or place.assembly not in _ASSEMBLIES:
        return
    for number, position in (("P644", place.begin), ("P645", place.end)):
        statement = f"http://www.wikidata.org/entity/statement/standin-{gene.ensembl}-{number}"
        yield from said(item, (f"p:{number}", statement), (f"wdt:{number}", text(str(position))))
        yield from said(
            statement, (f"ps:{number}", text(str(position))), ("pq:P659", _ASSEMBLIES[place.assembly])
        )
