"""From the syntax tree to groups and elements, with the variables that each binds (SPARQL 1.1, 18.2.1)."""

from collections.abc import Callable

from lark import Token

from genelore.federation.grammar import Node, children, inside, name, tokens
from genelore.federation.pattern import Element, Group, Part, Service, Span, Way

_NONE: frozenset[str] = frozenset()


def span(node: Node) -> Span:
    """Return where a node stands."""
    return Span(node.meta.start_pos, node.meta.end_pos)


def variable(node: Node) -> str:
    """Return the name of a `var` node, without its mark."""
    return str(node.children[0])[1:]


def variables(node: Node, closed: str = "") -> frozenset[str]:
    """Return the variables named below a node."""
    return frozenset(variable(found) for found in inside(node, "var", closed=closed))


def group(node: Node) -> Group:
    """Read a `group_graph_pattern`."""
    selects = children(node, "sub_select")
    if selects:
        return Group(span(node), (_sub_select(selects[0]),))
    elements = [element for sub in children(node, "group_graph_pattern_sub") for element in _elements(sub)]
    return Group(span(node), tuple(elements))


def _elements(sub: Node) -> list[Element]:
    found = [_triples(block) for block in children(sub, "triples_block")]
    for other in children(sub, "group_graph_pattern_sub_other"):
        pattern = children(other, "graph_pattern_not_triples")[0].children[0]
        assert not isinstance(pattern, Token)
        found.append(_READERS[name(pattern)](pattern))
        found.extend(_triples(block) for block in children(other, "triples_block"))
    return found


def _triples(node: Node) -> Element:
    names = variables(node)
    return Element(Way.JOIN, span(node), names, names, names, is_triples=True)


def _union(node: Node) -> Element:
    parts = tuple(Part(group(child), Way.JOIN) for child in children(node, "group_graph_pattern"))
    certain = frozenset[str].intersection(*(part.group.certain for part in parts))
    bound = _NONE.union(*(part.group.bound for part in parts))
    return Element(Way.JOIN, span(node), bound, certain, variables(node), parts)


def _optional(node: Node) -> Element:
    part = Part(group(children(node, "group_graph_pattern")[0]), Way.OPTIONAL)
    return Element(Way.OPTIONAL, span(node), part.group.bound, _NONE, variables(node), (part,))


def _minus(node: Node) -> Element:
    part = Part(group(children(node, "group_graph_pattern")[0]), Way.MINUS)
    return Element(Way.MINUS, span(node), _NONE, _NONE, variables(node), (part,))


def _graph(node: Node) -> Element:
    term = children(node, "var_or_iri")[0]
    written = next(str(token) for token in term.scan_values(lambda value: isinstance(value, Token)))
    part = Part(group(children(node, "group_graph_pattern")[0]), Way.JOIN, graph=written)
    names = variables(term)
    bound, certain = part.group.bound | names, part.group.certain | names
    return Element(Way.JOIN, span(node), bound, certain, variables(node), (part,))


def _service(node: Node) -> Element:
    term = children(node, "var_or_iri")[0]
    written = next(str(token) for token in term.scan_values(lambda value: isinstance(value, Token)))
    part = Part(group(children(node, "group_graph_pattern")[0]), Way.SERVICE)
    names = variables(term)
    silent = "SILENT" in tokens(node)
    certain = _NONE if silent else part.group.certain
    service = Service(written, bool(names), silent)
    bound = part.group.bound | names
    return Element(Way.JOIN, span(node), bound, certain | names, variables(node), (part,), service)


def _filter(node: Node) -> Element:
    return Element(Way.FILTER, span(node), _NONE, _NONE, variables(node), exists(node))


def _bind(node: Node) -> Element:
    bound = frozenset({variable(children(node, "var")[0])})
    return Element(Way.BIND, span(node), bound, _NONE, variables(node), exists(node))


def exists(node: Node) -> tuple[Part, ...]:
    """Return the groups of EXISTS and NOT EXISTS in an expression."""
    found = inside(node, "group_graph_pattern", closed="group_graph_pattern")
    return tuple(Part(group(pattern), Way.EXISTS) for pattern in found)


def values(node: Node) -> Element:
    """Read a VALUES block (`inline_data`, or the `values_clause` at the end)."""
    names = [variable(var) for var in inside(node, "var")]
    rows = [[_is_undef(cell) for cell in children(row, "data_block_value")] for row in _rows(node)]
    certain = {each for at, each in enumerate(names) if not any(row[at : at + 1] == [True] for row in rows)}
    every = frozenset(names)
    return Element(Way.JOIN, span(node), every, frozenset(certain), every, is_values=True)


def _rows(node: Node) -> list[Node]:
    one = list(inside(node, "inline_data_one_var"))
    if not one:
        return list(inside(node, "data_block_value_group"))
    cells = children(one[0], "data_block_value")
    return [type(cell)("data_block_value_group", [cell]) for cell in cells]


def _is_undef(cell: Node) -> bool:
    return any(isinstance(child, Token) and child.type == "UNDEF" for child in cell.children)


def projection(select: Node, where: Group) -> tuple[frozenset[str], frozenset[str]]:
    """Return the variables that a SELECT clause projects as they are, and those that it computes."""
    if "*" in tokens(select):
        return where.bound, _NONE
    items = children(select, "select_clause_var_or_expression")
    plain = [variable(var) for item in items for var in children(item, "var")]
    expressions = [found for item in items for found in children(item, "select_clause_expression_as_var")]
    return frozenset(plain), frozenset(variable(children(found, "var")[0]) for found in expressions)


def modifiers(node: Node) -> frozenset[str]:
    """Return the names of the clauses that follow a WHERE group."""
    clauses = [clause for modifier in children(node, "solution_modifier") for clause in modifier.children]
    return frozenset(name(clause) for clause in clauses)


def heads(node: Node) -> tuple[Group, ...]:
    """Return the groups of EXISTS outside of a query's WHERE group: in SELECT, HAVING or ORDER BY."""
    outside = [*children(node, "select_clause"), *children(node, "solution_modifier")]
    return tuple(part.group for clause in outside for part in exists(clause))


def _sub_select(node: Node) -> Element:
    where = group(children(children(node, "where_clause")[0], "group_graph_pattern")[0])
    plain, computed = projection(children(node, "select_clause")[0], where)
    # A cut of the solutions would be another one if fewer were there to cut.
    passes = _NONE if "limit_offset_clauses" in modifiers(node) else plain
    trailing = frozenset[str]().union(*(variables(each) for each in children(node, "values_clause")))
    parts = (Part(where, Way.SELECT, passes=passes), *(Part(each, Way.HEAD) for each in heads(node)))
    bound = plain | computed | (trailing if plain == where.bound else _NONE)
    return Element(Way.JOIN, span(node), bound, plain & where.certain, variables(node), parts)


_READERS: dict[str, Callable[[Node], Element]] = {
    "group_or_union_graph_pattern": _union,
    "optional_graph_pattern": _optional,
    "minus_graph_pattern": _minus,
    "graph_graph_pattern": _graph,
    "service_graph_pattern": _service,
    "filter": _filter,
    "bind": _bind,
    "inline_data": values,
}
