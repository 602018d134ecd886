"""The prefixes of `prefixes.ttl`: the only ones that Genelore's files and exports use."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from pyoxigraph import Literal, RdfFormat, Store

from ontology.terms import SH, TYPE, term


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


def _value(store: Store, node: object, name: str) -> str:
    return next(
        quad.object.value
        for quad in store.quads_for_pattern(None, term(SH, name), None)
        if quad.subject == node and isinstance(quad.object, Literal)
    )
