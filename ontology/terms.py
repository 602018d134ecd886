"""The namespaces that the graph uses, as pyoxigraph nodes, and short ways to name a term in each."""

from functools import cache

from pyoxigraph import NamedNode

GL = "https://w3id.org/genelore/ontology#"
BASE = "https://w3id.org/genelore/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
OA = "http://www.w3.org/ns/oa#"
PROV = "http://www.w3.org/ns/prov#"
PAV = "http://purl.org/pav/"
DCTERMS = "http://purl.org/dc/terms/"
SEMAPV = "https://w3id.org/semapv/vocab/"
FALDO = "http://biohackathon.org/resource/faldo#"
SH = "http://www.w3.org/ns/shacl#"


@cache
def gl(name: str) -> NamedNode:
    """Return a term of Genelore's own vocabulary."""
    return NamedNode(GL + name)


@cache
def term(namespace: str, name: str) -> NamedNode:
    """Return a term of another vocabulary."""
    return NamedNode(namespace + name)


TYPE = term(RDF, "type")
LABEL = term(RDFS, "label")
