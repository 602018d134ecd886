"""The words of the graph: Genelore's own vocabulary, prefixes and id spaces, as they are packaged."""

from functools import cache, lru_cache
from importlib.resources import files

import pyoxigraph
from pyoxigraph import NamedNode, RdfFormat

from genelore.publish.nodes import Node, Nodes
from genelore.results import shortened
from ontology.terms import BASE, GL, LABEL

ONTOLOGY = GL.removesuffix("#")
DEFINITION = "http://www.w3.org/2004/02/skos/core#definition"
# Each file is a graph of its own, so that the name of the ontology stands for what is in its file.
_FILES = {"genelore.ttl": ONTOLOGY, "prefixes.ttl": f"{BASE}prefixes", "bridge.ttl": f"{BASE}bridge"}
# What other vocabularies call the properties and classes that the graph takes from them.
_BORROWED = {
    "rdf:type": "is a",
    "rdfs:label": "label",
    "rdfs:seeAlso": "see also",
    "rdf:subject": "subject",
    "rdf:predicate": "property",
    "rdf:object": "value",
    "rdf:Statement": "statement",
    "owl:sameAs": "also spelled",
    "owl:annotatedSource": "record",
    "owl:annotatedProperty": "tied by",
    "owl:annotatedTarget": "denotes",
    "skos:exactMatch": "same in another database",
    "skos:altLabel": "other name",
    "skos:prefLabel": "name",
    "oa:start": "begins at character",
    "oa:end": "ends before character",
    "prov:wasDerivedFrom": "rests on",
    "prov:wasGeneratedBy": "made by",
    "prov:startedAtTime": "began",
    "prov:endedAtTime": "ended",
    "prov:Activity": "activity",
    "prov:Entity": "entity",
    "pav:version": "version",
    "cito:disputes": "disputes",
    "dcterms:source": "source",
    "dcterms:license": "licence",
    "dcterms:issued": "published",
    "dcterms:modified": "changed",
    "dcterms:title": "title",
    "dcterms:creator": "authors",
    "dcterms:contributor": "contributor",
    "dcterms:references": "cites",
    "dcterms:isPartOf": "part of",
    "dcterms:isVersionOf": "version of",
    "faldo:location": "location",
    "faldo:begin": "begin",
    "faldo:end": "end",
    "faldo:position": "base pair",
    "faldo:reference": "on",
    "faldo:Region": "region",
    "faldo:ExactPosition": "exact position",
    "genex:hasSequenceUnit": "expression of",
    "genex:hasExpressionCondition": "under the condition",
    "genex:hasAnatomicalEntity": "in",
    "genex:hasDevelopmentalStage": "at the stage",
    "genex:Expression": "expression",
    "genex:ExpressionCondition": "condition of expression",
    "obo:RO_0002162": "in taxon",
    "obo:RO_0002200": "shows the phenotype",
    "obo:RO_0002206": "expressed in",
    "obo:RO_0002327": "enables",
    "obo:RO_0002331": "involved in",
    "obo:RO_0001025": "located in",
    "obo:RO_0003302": "causes or contributes to",
    "obo:RO_HOM0000017": "ortholog",
    "obo:SO_0001060": "sequence variant",
    "obo:SO_0001583": "missense variant",
    "sssom:confidence": "confidence",
    "sssom:mapping_justification": "justified by",
    "semapv:CompositeMatching": "several kinds of evidence",
    "lscr:xrefEnsemblGene": "Ensembl gene",
    "lscr:xrefNCBIGene": "NCBI Gene number",
    "lscr:xrefUniprot": "UniProt entry",
}


@cache
def vocabulary() -> pyoxigraph.Store:
    """Return the vocabulary as a store."""
    store = pyoxigraph.Store()
    for name, graph in _FILES.items():
        content = files("ontology").joinpath(name).read_bytes()
        store.load(content, format=RdfFormat.TURTLE, to_graph=NamedNode(graph))
    return store


def is_word(iri: str) -> bool:
    """Say whether an IRI is a word of the graph, its own or a borrowed one, and no thing in the world."""
    return iri.startswith(GL) or shortened(NamedNode(iri)) in _BORROWED


@lru_cache(maxsize=1 << 10)
def word(iri: str) -> str:
    """Return what a class, property or individual is called in English; its short form where nobody says.

    >>> word("https://w3id.org/genelore/ontology#sideClaim"), word("http://purl.org/dc/terms/license")
    ('claim of a side', 'licence')
    """
    shown = shortened(NamedNode(iri))
    return definition(iri).one(LABEL.value) or _BORROWED.get(shown, shown.strip("<>"))


def property_word(name: str, predicate: str) -> str:
    """Return what the property of a claim is called; that of identifiers, which share one, by its predicate.

    >>> property_word("gene_name", GL + "geneName"), property_word("xref", GL + "hgnc")
    ('gene name', 'HGNC id')
    """
    return word(predicate) if name == "xref" else name.replace("_", " ")


def definition(iri: str) -> Node:
    """Return what the vocabulary says of one of its words."""
    return Nodes(vocabulary()).node(iri)
