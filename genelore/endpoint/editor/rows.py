"""The rows of the editor's questions, SPARQL files in `queries/`; graphs are named relative to the base."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

import pyoxigraph
from pyoxigraph import Literal, NamedNode, QuerySolutions

from genelore.endpoint.site import Site
from ontology.prefixes import prefixes


def rows(store: pyoxigraph.Store, site: Site, name: str) -> Iterator[Mapping[str, str]]:
    """Give the rows of a query, each with the text of its values; what is unbound is empty."""
    found = store.query(_query(name), base_iri=site.base, prefixes=dict(prefixes()))
    if not isinstance(found, QuerySolutions):
        raise TypeError(f"{name}.rq is no SELECT query")
    names = [variable.value for variable in found.variables]
    for solution in found:
        yield {name: _text(solution[name]) for name in names}


def _text(term: object) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else ""


@cache
def _query(name: str) -> str:
    return files("genelore.endpoint.editor").joinpath("queries", f"{name}.rq").read_text("utf-8")
