"""The vocabularies of the reference, each with the data files that its terms come from."""

import sqlite3
from collections.abc import Iterable, Iterator

from ontology.reference.build import gene_ontology, obo, ontology_guide, reviewed
from ontology.reference.build.sources import Sources
from ontology.reference.build.vocabularies import SourceTerm

Vocabulary = tuple[str, tuple[str, ...], Iterable[SourceTerm]]


def vocabularies(sources: Sources) -> Iterator[Vocabulary]:
    """Give each vocabulary: its CURIE prefix, its sources, its terms."""
    yield "GO", ("go", "go_old"), _gene_ontology(sources, sources.database("go_old"))
    mondo = ontology_guide.with_older(_guide(sources, "mondo", "MONDO"), sources.content("mondo_old"))
    yield "MONDO", ("mondo", "mondo_old"), mondo
    yield "HP", ("hp",), obo.terms(sources.content("hp"), "HP")
    yield "UBERON", ("uberon",), _guide(sources, "uberon", "UBERON")
    yield "CL", ("cl",), _guide(sources, "cl", "CL")
    for prefix, name in (("NCBITaxon", "taxa"), ("SO", "sequence_types"), ("GgalDv", "stages")):
        yield prefix, (name,), reviewed.terms(sources.content(name))


def _guide(sources: Sources, name: str, prefix: str) -> Iterator[SourceTerm]:
    """Read the guide's JSON, or the official OBO file that takes its place."""
    if sources.kind(name) == ".obo":
        return obo.terms(sources.content(name), prefix)
    return ontology_guide.terms(sources.content(name), prefix)


def _gene_ontology(sources: Sources, old: sqlite3.Connection) -> Iterator[SourceTerm]:
    if sources.kind("go") == ".obo":
        return gene_ontology.with_former(obo.terms(sources.content("go"), "GO"), old)
    return gene_ontology.with_former(gene_ontology.json_terms(sources.content("go")), old)
