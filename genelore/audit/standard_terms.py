"""With which terms of other vocabularies the consensus says what documents claim with ours."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from pyoxigraph import Literal, NamedNode, RdfFormat, Store

from ontology.prefixes import prefixes
from ontology.terms import GL, gl

# Our property: the standard one. Properties that are in neither table stay as they are.
_OF_ANY_VALUE = {
    "symbol": "rdfs:label",
    "geneName": "dcterms:title",
    "alias": "skos:altLabel",
    "location": "faldo:location",
    "citation": "dcterms:references",
    "title": "dcterms:title",
    "author": "dcterms:creator",
    "publicationDate": "dcterms:issued",
    "ensemblGene": "lscr:xrefEnsemblGene",
    "ncbiGene": "lscr:xrefNCBIGene",
    "uniprot": "lscr:xrefUniprot",
}
# The same for values that are terms; where a document gives only a name, our property keeps it.
_OF_TERMS = {
    "geneType": "rdf:type",
    "variantType": "rdf:type",
    "taxon": "obo:RO_0002162",
    "enables": "obo:RO_0002327",
    "involvedIn": "obo:RO_0002331",
    "locatedIn": "obo:RO_0001025",
    "expressedIn": "obo:RO_0002206",
    "disease": "obo:RO_0003302",
    "phenotype": "obo:RO_0002200",
    "ortholog": "obo:RO_HOM0000017",
}
# Of the condition that a picture shows, not of the gene.
_OF_CONDITIONS = {"expressedIn": "genex:hasAnatomicalEntity", "stage": "genex:hasDevelopmentalStage"}


@cache
def _vocabulary() -> Store:
    store = Store()
    store.load(files("ontology").joinpath("genelore.ttl").read_bytes(), format=RdfFormat.TURTLE)
    return store


@cache
def functional() -> frozenset[str]:
    """Return the local names of our properties that have one value within one scope."""
    found = _vocabulary().quads_for_pattern(None, gl("functionalWithinScope"), None)
    return frozenset(
        quad.subject.value.removeprefix(GL)
        for quad in found
        if isinstance(quad.subject, NamedNode)
        and isinstance(quad.object, Literal)
        and quad.object.value == "true"
    )


@cache
def cross_references() -> frozenset[str]:
    """Return the local names of our properties that tie a record to an entry of a database."""
    above = NamedNode("http://www.w3.org/2000/01/rdf-schema#subPropertyOf")
    found = _vocabulary().quads_for_pattern(None, above, gl("xref"))
    return frozenset(q.subject.value.removeprefix(GL) for q in found if isinstance(q.subject, NamedNode))


@cache
def expanded(name: str) -> NamedNode:
    """Return the term that a prefixed name stands for."""
    prefix, _, local = name.partition(":")
    return NamedNode(prefixes()[prefix] + local)


def standard(predicate: str, *, is_term: bool, of_condition: bool = False) -> NamedNode:
    """Return the property with which the consensus says what `predicate`, a local name of ours, says."""
    if is_term and of_condition and predicate in _OF_CONDITIONS:
        return expanded(_OF_CONDITIONS[predicate])
    if is_term and not of_condition and predicate in _OF_TERMS:
        return expanded(_OF_TERMS[predicate])
    if predicate in _OF_ANY_VALUE:
        return expanded(_OF_ANY_VALUE[predicate])
    return expanded("rdfs:seeAlso") if predicate in cross_references() else gl_property(predicate)


@cache
def gl_property(name: str) -> NamedNode:
    """Return our own property of this name, which a claim has and which is therefore declared."""
    return NamedNode(GL + name)


TABLES: tuple[Mapping[str, str], ...] = tuple(
    MappingProxyType(table) for table in (_OF_ANY_VALUE, _OF_TERMS, _OF_CONDITIONS)
)
