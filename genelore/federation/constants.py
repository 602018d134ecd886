"""The IRIs of a query: where they stand, what they mean, and which predicates lead to which variables."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

import pyoxigraph
from lark import Token, Tree
from pyoxigraph import NamedNode

from genelore.federation.failure import FederationError
from genelore.federation.grammar import Node, inside
from genelore.federation.groups import span, variable
from genelore.federation.pattern import Constant, Link, Role
from genelore.federation.text import constant_row
from ontology.prefixes import prefixes

_ROLES = {"graph_term": Role.TERM, "inline_data_one_var": Role.VALUE}


def constants(body: Node) -> Iterator[Constant]:
    """Yield the IRIs of a query below its prologue, in no order."""
    pending: list[tuple[Node, Role, int]] = [(body, Role.OTHER, 0)]
    while pending:
        node, role, inner = pending.pop()
        if node.data == "iri":
            yield Constant(span(node), _written(node), role, inner)
            continue
        if node.data == "group_graph_pattern":
            inner = node.meta.start_pos + 1
        # A VALUES block hands its role on to the cells; any other node but these takes it away.
        if node.data != "data_block_value":
            role = _ROLES.get(str(node.data), Role.OTHER)
        pending += [(child, role, inner) for child in node.children if isinstance(child, Tree)]


def _written(node: Node) -> str:
    return next(str(token) for token in node.scan_values(lambda value: isinstance(value, Token)))


def links(body: Node) -> Iterator[Link]:
    """Yield the triple patterns whose predicate is an IRI and whose object a variable."""
    for wanted in ("property_list_path_not_empty", "property_list_path_not_empty_rest"):
        for node in inside(body, wanted):
            verb, objects = node.children[0], node.children[1]
            if isinstance(verb, Tree) and isinstance(objects, Tree) and verb.data == "verb_path":
                yield from _links(verb, objects)


def _links(verb: Node, objects: Node) -> Iterator[Link]:
    tokens = [str(token) for token in verb.scan_values(lambda value: isinstance(value, Token))]
    if len(tokens) == 1 and tokens[0] != "a":
        for found in inside(objects, "var", closed="property_list_path_not_empty"):
            yield Link(found.meta.start_pos, tokens[0], variable(found))


def resolved(prologue: str, written: Iterable[str]) -> Mapping[str, str]:
    """Return the IRIs that these prefixed names and relative IRIs stand for after a prologue.

    Raises:
        FederationError: a prefix is not declared, or an IRI is none.
    """
    order = sorted(written)
    if not order:
        return MappingProxyType({})
    try:
        rows = pyoxigraph.Store().query(constant_row(prologue, order), prefixes=dict(prefixes()))
    except SyntaxError as error:
        raise FederationError(f"not SPARQL 1.1: {error}") from error
    assert isinstance(rows, pyoxigraph.QuerySolutions)
    terms = zip(order, next(rows), strict=True)
    return MappingProxyType({each: term.value for each, term in terms if isinstance(term, NamedNode)})
