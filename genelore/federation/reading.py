"""Reading a query: its form, its dataset, its WHERE group and what stands around it."""

from lark import Tree

from genelore.federation.constants import constants, links, resolved
from genelore.federation.grammar import Node, children, inside, parse, tokens
from genelore.federation.groups import group, heads, modifiers, span, values, variable
from genelore.federation.pattern import Element, Group, Query, Span

# Clauses after which more solutions are not simply more rows.
_HOLDS_BACK = {"group_clause", "having_clause", "order_clause"}


def read(text: str) -> Query:
    """Read a query of any of the four forms.

    Raises:
        FederationError: not a SPARQL 1.1 query.
    """
    root = next(parse(text).find_data("query"))
    body = _body(root)
    prologue = _prologue(root)
    found = tuple(constants(body))
    return Query(
        text=text,
        prologue=prologue,
        dataset=tuple(span(clause) for clause in inside(body, "dataset_clause")),
        where=_where(body),
        others=heads(body),
        trailing=_trailing(root),
        is_grouped=_is_grouped(body),
        is_linear=_is_linear(body),
        limit=_limit(body),
        occurrences=tuple((found.meta.start_pos, variable(found)) for found in inside(root, "var")),
        constants=found,
        links=tuple(links(body)),
        iris=resolved(text[prologue.start : prologue.end], {each.written for each in found}),
    )


def _prologue(root: Node) -> Span:
    prologue = children(root, "prologue")[0]
    return Span(0, 0) if prologue.meta.empty else span(prologue)


def _body(root: Node) -> Node:
    body = next(child for child in root.children if isinstance(child, Tree) and child.data != "prologue")
    with_template = children(body, "construct_construct_template")
    return with_template[0] if with_template else body


def _where(body: Node) -> Group | None:
    clauses = children(body, "where_clause")
    return group(children(clauses[0], "group_graph_pattern")[0]) if clauses else None


def _trailing(root: Node) -> Element | None:
    clauses = [clause for clause in children(root, "values_clause") if not clause.meta.empty]
    return values(clauses[0]) if clauses else None


def _is_grouped(body: Node) -> bool:
    selects = children(body, "select_clause")
    aggregates = any(
        True for each in selects for _ in inside(each, "aggregate", closed="group_graph_pattern")
    )
    return aggregates or bool(modifiers(body) & {"group_clause", "having_clause"})


def _is_linear(body: Node) -> bool:
    selects = children(body, "select_clause")
    if not selects or _is_grouped(body) or modifiers(body) & _HOLDS_BACK:
        return False
    has_offset = any(True for _ in inside(body, "offset_clause", closed="group_graph_pattern"))
    return not has_offset and not {"DISTINCT", "REDUCED"} & set(tokens(selects[0]))


def _limit(body: Node) -> int | None:
    clauses = list(inside(body, "limit_clause", closed="group_graph_pattern"))
    return int(str(clauses[0].children[-1])) if clauses else None
