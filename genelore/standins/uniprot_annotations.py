"""What UniProt says of a protein: variants with their evidence, catalysed reactions, diseases.

Shape: an annotation of a protein is in UniProtKB's graph, the disease that it leads to in the graph of
diseases, and the paper behind it in that of citations. Which paper it is says a reified statement:
`[] rdf:object ?annotation ; up:attribution [ up:evidence ?eco ; up:source ?citation ]`.
"""

from collections.abc import Iterable

from pyoxigraph import Triple

from genelore.standins.genes import KnownGene
from genelore.standins.writing import TYPE, said, text
from ontology import reference

_PURL = "http://purl.uniprot.org/"
# Glycine and succinyl-CoA to 5-aminolevulinate; the number that UniProt gives both synthases.
_REACTIONS = {"2.3.1.37": "rh:12921"}
# Of ALAS2's variants, those that PubMed 10029606 found, by its abstract; experimental evidence.
_PAPER = "10029606"
_FOUND = ("Y199H", "R411C", "R448Q", "R452C")
_EXPERIMENTAL = "obo:ECO_0000269"


def sequence(accession: str) -> str:
    """Return the IRI of a protein's canonical sequence."""
    return f"{_PURL}isoforms/{accession}-1"


def of(gene: KnownGene) -> Iterable[Triple]:
    """Return the annotations of a gene's protein."""
    for number, variant in enumerate(reference.variants(f"uniprot:{gene.uniprot}"), 1):
        yield from _variant(gene.uniprot, f"standin-variant-{number}", variant)
    for enzyme in gene.entry.enzymes:
        yield from _activity(gene.uniprot, enzyme)
    for omim in gene.entry.disorders:
        name = _own(gene.uniprot, f"standin-disease-{omim.partition(':')[2]}")
        yield from said(f"uniprot:{gene.uniprot}", ("up:annotation", name))
        yield from said(name, (TYPE, "up:Disease_Annotation"), ("up:disease", _disease(omim)))


def _own(accession: str, name: str) -> str:
    return f"{_PURL}uniprot/{accession}#{name}"


def _variant(accession: str, name: str, variant: reference.Variant) -> Iterable[Triple]:
    annotation = _own(accession, name)
    yield from said(f"uniprot:{accession}", ("up:annotation", annotation))
    yield from said(
        annotation,
        (TYPE, "up:Natural_Variant_Annotation"),
        ("up:substitution", text(variant.alternative)),
        ("up:range", f"{annotation}-range"),
    )
    yield from _range(accession, f"{annotation}-range", variant.position)
    if variant.dbsnp:
        yield from said(annotation, ("rdfs:seeAlso", f"{_PURL}dbsnp/{variant.dbsnp.partition(':')[2]}"))
    if variant.disease:
        yield from said(annotation, ("skos:related", _disease(variant.disease)))
    if accession == "P22557" and f"{variant.reference}{variant.position}{variant.alternative}" in _FOUND:
        yield from _evidence(accession, annotation)


def _range(accession: str, name: str, position: int) -> Iterable[Triple]:
    place = f"{name}-position"
    yield from said(name, (TYPE, "faldo:Region"), ("faldo:begin", place), ("faldo:end", place))
    yield from said(
        place,
        (TYPE, "faldo:ExactPosition"),
        ("faldo:position", position),
        ("faldo:reference", sequence(accession)),
    )


def _evidence(accession: str, annotation: str) -> Iterable[Triple]:
    attribution = _own(accession, "standin-attribution")
    yield from said(
        f"{annotation}-statement",
        (TYPE, "rdf:Statement"),
        ("rdf:subject", f"uniprot:{accession}"),
        ("rdf:predicate", "up:annotation"),
        ("rdf:object", annotation),
        ("up:attribution", attribution),
    )
    yield from said(attribution, ("up:evidence", _EXPERIMENTAL), ("up:source", f"{_PURL}citations/{_PAPER}"))


def citations() -> Iterable[Triple]:
    """Return the papers."""
    return said(f"{_PURL}citations/{_PAPER}", (TYPE, "up:Journal_Citation"))


def _activity(accession: str, enzyme: str) -> Iterable[Triple]:
    protein, name = f"uniprot:{accession}", _own(accession, f"standin-activity-{enzyme}")
    yield from said(protein, ("up:annotation", name), ("up:enzyme", f"{_PURL}enzyme/{enzyme}"))
    yield from said(
        name, (TYPE, "up:Catalytic_Activity_Annotation"), ("up:catalyticActivity", f"{name}-reaction")
    )
    yield from said(f"{name}-reaction", ("up:enzymeClass", f"{_PURL}enzyme/{enzyme}"))
    if enzyme in _REACTIONS:
        yield from said(f"{name}-reaction", ("up:catalyzedReaction", _REACTIONS[enzyme]))


def diseases(gene: KnownGene) -> Iterable[Triple]:
    """Return the diseases of a gene, under the names that MONDO gives them."""
    for omim in gene.entry.disorders:
        entry = reference.omim_entry(omim)
        terms = [found for curie in (entry.diseases if entry else ()) if (found := reference.term(curie))]
        name, number = _disease(omim), f"{_PURL}mim/{omim.partition(':')[2]}"
        yield from said(name, (TYPE, "up:Disease"), ("rdfs:seeAlso", number))
        yield from said(number, ("up:database", f"{_PURL}database/MIM"))
        for found in terms:
            yield from said(name, ("skos:prefLabel", text(found.label)))


def _disease(omim: str) -> str:
    return f"{_PURL}diseases/standin-{omim.partition(':')[2]}"
