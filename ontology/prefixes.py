"""The prefixes of `prefixes.ttl`: the only ones that Genelore's files and exports use."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from pyoxigraph import Literal, RdfFormat, Store

from ontology.terms import SH, term


@cache
def prefixes() -> Mapping[str, str]:
    """Return the namespaces by prefix, sorted by prefix.

    >>> prefixes()["faldo"]
    'http://biohackathon.org/resource/faldo#'
    """
    store = Store()
    store.load(files("ontology").joinpath("prefixes.ttl").read_bytes(), format=RdfFormat.TURTLE)
    spaces = {quad.subject: quad.object for quad in store.quads_for_pattern(None, term(SH, "namespace"), None)}
    found = {
        quad.object.value: space.value
        for quad in store.quads_for_pattern(None, term(SH, "prefix"), None)
        if isinstance(quad.object, Literal) and isinstance(space := spaces[quad.subject], Literal)
    }
    return MappingProxyType(dict(sorted(found.items())))
