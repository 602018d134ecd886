"""The prefixes of `prefixes.ttl`: the only ones that Genelore's files, queries and exports use."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from pyoxigraph import Literal, RdfFormat, Store

from ontology.terms import SH, TYPE, term

# What may hold a colon that follows no prefix: IRIs, strings and comments: "<https://omim.org>".
_PASSED_OVER = re.compile(
    r"<[^<>\s]*>"
    r'|"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'(?:[^'\\\n]|\\.)*'"
    r"|#[^\n]*",
    re.DOTALL,
)
# "rdfs:label": the prefix.
_USED = re.compile(r"(?<![\w?$:])([A-Za-z][\w-]*):")
# "PREFIX rdfs:": the prefix, before the IRI.
_DECLARED = re.compile(r"\bPREFIX\s+([A-Za-z][\w-]*):", re.IGNORECASE)


@cache
def prefixes() -> Mapping[str, str]:
    """Return the namespaces by prefix, sorted by prefix.

    >>> prefixes()["faldo"]
    'http://biohackathon.org/resource/faldo#'
    """
    store = Store()
    store.load(files("ontology").joinpath("prefixes.ttl").read_bytes(), format=RdfFormat.TURTLE)
    nodes = [quad.subject for quad in store.quads_for_pattern(None, TYPE, term(SH, "PrefixDeclaration"))]
    found = [(_value(store, node, "prefix"), _value(store, node, "namespace")) for node in nodes]
    return MappingProxyType(dict(sorted(found)))


def bare(query: str) -> str:
    """Return a query without its IRIs, strings and comments, in which no keyword and no prefix stands.

    >>> bare("ASK { ?s rdfs:label 'a: b' } # Question: ...").split()
    ['ASK', '{', '?s', 'rdfs:label', '}']
    """
    return _PASSED_OVER.sub(" ", query)


def declared(query: str) -> str:
    """Return a query with a declaration of each of our prefixes that it uses and does not declare.

    >>> print(declared("SELECT ?label { ?gene rdfs:label ?label }"))
    PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
    SELECT ?label { ?gene rdfs:label ?label }
    """
    plain = bare(query)
    wanted = {*_USED.findall(plain)} - {*_DECLARED.findall(plain)}
    lines = (f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in prefixes().items() if prefix in wanted)
    return "".join(lines) + query


def _value(store: Store, node: object, name: str) -> str:
    return next(
        quad.object.value
        for quad in store.quads_for_pattern(None, term(SH, name), None)
        if quad.subject == node and isinstance(quad.object, Literal)
    )
