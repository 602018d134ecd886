"""Rhea: the reaction of 5-aminolevulinate synthase, as UniProt's entries of the chicken enzymes write it."""

from collections.abc import Iterable

from pyoxigraph import Quad

from genelore.standins.writing import graph, said, text, within

ENDPOINT = "https://sparql.rhea-db.org/sparql"
GRAPH = graph(ENDPOINT, "rhea")
_EQUATION = "succinyl-CoA + glycine + H(+) = 5-aminolevulinate + CO2 + CoA"


def quads() -> Iterable[Quad]:
    """Return the stand-in's quads."""
    triples = said(
        "rh:12921",
        ("rdfs:subClassOf", "rh:Reaction"),
        ("rh:id", 12921),
        ("rh:accession", text("RHEA:12921")),
        ("rh:equation", text(_EQUATION)),
        ("rh:status", "rh:Approved"),
        ("rh:ec", "http://purl.uniprot.org/enzyme/2.3.1.37"),
    )
    return within(GRAPH, triples)
