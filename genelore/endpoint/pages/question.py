"""The questions that pages ask of the graph: SPARQL files in `queries/`, with terms bound to their variables.

Graphs are named relative to the base of the site: `GRAPH <verdicts>`.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

import pyoxigraph
from pyoxigraph import Literal, NamedNode, QuerySolutions, Variable

from genelore.endpoint.site import Site
from ontology.prefixes import prefixes


def rows(
    store: pyoxigraph.Store, site: Site, name: str, **bindings: NamedNode | Literal
) -> Iterator[Mapping[str, str]]:
    """Give the rows of a SELECT query, each with the text of its values; what is unbound is empty.

    A variable that is bound from outside has to be among those that are selected.
    """
    found = store.query(
        _query(name),
        base_iri=site.base,
        prefixes=dict(prefixes()),
        substitutions={Variable(variable): term for variable, term in bindings.items()},
    )
    if not isinstance(found, QuerySolutions):
        raise TypeError(f"{name}.rq is no SELECT query")
    names = [variable.value for variable in found.variables]
    for solution in found:
        yield {name: _text(solution[name]) for name in names}


def _text(term: object) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else ""


@cache
def _query(name: str) -> str:
    return files("genelore.endpoint.pages").joinpath("queries", f"{name}.rq").read_text("utf-8")
