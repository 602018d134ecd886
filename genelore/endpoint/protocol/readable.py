"""Triples as Turtle that people can read: sorted, with no more prefixes than it uses."""

from collections.abc import Iterable

import pyoxigraph
from pyoxigraph import Quad, RdfFormat, Triple

from genelore.publish.export import sorted_prefixes
from ontology.prefixes import prefixes


def readable(triples: Iterable[Triple | Quad]) -> str:
    """Write triples, or those of quads, as Turtle.

    >>> from ontology.terms import LABEL, TYPE
    >>> print(readable([Triple(LABEL, TYPE, TYPE)]))
    @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
    @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    rdfs:label a rdf:type .
    <BLANKLINE>
    """
    ordered = sorted((Triple(one.subject, one.predicate, one.object) for one in triples), key=str)
    plain = pyoxigraph.serialize(ordered, format=RdfFormat.N_TRIPLES) or b""
    used = {prefix: iri for prefix, iri in prefixes().items() if f"<{iri}".encode() in plain}
    text = pyoxigraph.serialize(ordered, format=RdfFormat.TURTLE, prefixes=used) or b""
    return sorted_prefixes(text).decode()
