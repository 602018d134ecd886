"""UniProt: proteins with their genes, cross-references, diseases, variants and reactions.

Shape: `?protein rdfs:seeAlso ?transcript . ?transcript up:transcribedFrom ?gene`, with versioned Ensembl
genes; variants with FALDO positions and `skos:related` diseases; in the graphs of UniProtKB and of diseases.
"""

from collections.abc import Iterable

from pyoxigraph import Quad, Triple

from genelore.standins.genes import KnownGene, human
from genelore.standins.writing import TYPE, node, said, text, within
from ontology import reference

GRAPH = node("http://sparql.uniprot.org/uniprot")
DISEASES = node("http://sparql.uniprot.org/diseases")
_PURL = "http://purl.uniprot.org/"
# Glycine and succinyl-CoA to 5-aminolevulinate; the number that UniProt gives both synthases.
_REACTIONS = {"2.3.1.37": "rh:12921"}
# The two chicken proteins, from UniProtKB/Swiss-Prot: gene name, and NCBI Gene number where it gives one.
_CHICKEN = {"P07997": ("ALAS1", ""), "P18080": ("ALAS2", "552895")}


def quads() -> Iterable[Quad]:
    """Return the stand-in's quads."""
    for gene in human():
        yield from within(GRAPH, _protein(gene))
        yield from within(DISEASES, _diseases(gene))
    for accession, (symbol, number) in _CHICKEN.items():
        yield from within(GRAPH, _named(accession, symbol, "9031"))
        if number:
            yield from within(GRAPH, _linked(accession, f"{_PURL}geneid/{number}", "GeneID"))


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
    protein = f"uniprot:{gene.uniprot}"
    yield from _named(gene.uniprot, gene.symbol, gene.taxon)
    yield from _linked(gene.uniprot, f"{_PURL}geneid/{gene.ncbi}", "GeneID")
    yield from _linked(gene.uniprot, f"{_PURL}hgnc/{gene.hgnc}", "HGNC")
    yield from _linked(gene.uniprot, f"{_PURL}mim/{gene.omim}", "MIM")
    transcript = f"http://rdf.ebi.ac.uk/resource/ensembl.transcript/standin-{gene.symbol}"
    yield from _linked(gene.uniprot, transcript, "Ensembl")
    yield from said(
        transcript, (TYPE, "up:Transcript_Resource"), ("up:transcribedFrom", f"ensembl:{gene.versioned}")
    )
    for number, variant in enumerate(reference.variants(f"uniprot:{gene.uniprot}"), 1):
        yield from _variant(protein, f"{_PURL}uniprot/{gene.uniprot}#standin-variant-{number}", variant)
    for enzyme in gene.entry.enzymes:
        yield from _activity(protein, gene.uniprot, enzyme)


def _linked(accession: str, entry: str, database: str) -> Iterable[Triple]:
    yield from said(f"uniprot:{accession}", ("rdfs:seeAlso", entry))
    yield from said(entry, ("up:database", f"{_PURL}database/{database}"))


def _variant(protein: str, name: str, variant: reference.Variant) -> Iterable[Triple]:
    place = f"{name}-begin"
    yield from said(protein, ("up:annotation", name))
    yield from said(
        name,
        (TYPE, "up:Natural_Variant_Annotation"),
        ("up:substitution", text(variant.alternative)),
        ("up:range", f"{name}-range"),
    )
    yield from said(f"{name}-range", ("faldo:begin", place), ("faldo:end", place))
    yield from said(place, ("faldo:position", variant.position))
    if variant.dbsnp:
        yield from said(name, ("rdfs:seeAlso", f"{_PURL}dbsnp/{variant.dbsnp.partition(':')[2]}"))
    if variant.disease:
        yield from said(name, ("skos:related", _disease(variant.disease)))


def _activity(protein: str, accession: str, enzyme: str) -> Iterable[Triple]:
    name = f"{_PURL}uniprot/{accession}#standin-activity-{enzyme}"
    yield from said(protein, ("up:annotation", name), ("up:enzyme", f"{_PURL}enzyme/{enzyme}"))
    yield from said(
        name, (TYPE, "up:Catalytic_Activity_Annotation"), ("up:catalyticActivity", f"{name}-reaction")
    )
    yield from said(f"{name}-reaction", ("up:enzymeClass", f"{_PURL}enzyme/{enzyme}"))
    if enzyme in _REACTIONS:
        yield from said(f"{name}-reaction", ("up:catalyzedReaction", _REACTIONS[enzyme]))


def _diseases(gene: KnownGene) -> Iterable[Triple]:
    for omim in gene.entry.disorders:
        entry = reference.omim_entry(omim)
        terms = [found for curie in (entry.diseases if entry else ()) if (found := reference.term(curie))]
        name = _disease(omim)
        yield from said(name, (TYPE, "up:Disease"), ("rdfs:seeAlso", f"{_PURL}mim/{omim.partition(':')[2]}"))
        for found in terms:
            yield from said(name, ("skos:prefLabel", text(found.label)))
        annotation = f"{_PURL}uniprot/{gene.uniprot}#standin-disease-{omim.partition(':')[2]}"
        yield from said(f"uniprot:{gene.uniprot}", ("up:annotation", annotation))
        yield from said(annotation, (TYPE, "up:Disease_Annotation"), ("up:disease", name))


def _disease(omim: str) -> str:
    return f"{_PURL}diseases/standin-{omim.partition(':')[2]}"
