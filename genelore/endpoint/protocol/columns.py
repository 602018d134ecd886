"""The columns of `SELECT *` in the order in which the query names them; the engine sorts them by name.

SPARQL fixes no order, but people expect the one they wrote. Which variables `*` stands for, the engine says
of the same query over no data, which takes as long as to read it; then they are written in its place.
"""

import re

import pyoxigraph
from pyoxigraph import QuerySolutions

from genelore.dataset import needed

# Comments, IRIs, strings and names with a prefix are passed over; "?s", "$s", "SELECT" and "*" are kept.
_TOKEN = re.compile(
    r"""<[^<>"{}|^`\\\x00-\x20]*>"""
    r"""|\#[^\r\n]*"""
    r'''|"""(?:[^"\\]|\\.|"(?!""))*"""'''
    r"""|'''(?:[^'\\]|\\.|'(?!''))*'''"""
    r'''|"(?:[^"\\\r\n]|\\.)*"'''
    r"""|'(?:[^'\\\r\n]|\\.)*'"""
    r"""|(?:[^\W\d_][\w.-]*)?:[\w.:%-]*"""
    r"""|[?$](?P<variable>\w+)"""
    r"""|(?P<word>\w+|\*)""",
    re.DOTALL,
)
_FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
_NOTHING = pyoxigraph.Store()


def in_order(query: str, base: str) -> str:
    """Return a query whose `SELECT *` names its variables, in the order of their first appearance.

    One with escapes, or that may ask another server, stays as it is, like what is no such query.

    >>> in_order("SELECT DISTINCT * { ?s ?p ?o }", "http://example.org/")
    'SELECT DISTINCT ?s ?p ?o { ?s ?p ?o }'
    """
    star = _star(query) if "*" in query and "\\" not in query else None
    if star is None or "service" in query.casefold():
        return query
    there = _variables(query, base)
    named = dict.fromkeys(token["variable"] for token in _TOKEN.finditer(query) if token["variable"])
    ordered = [name for name in named if name in there]
    if not ordered or len(ordered) < len(there):
        return query
    return f"{query[:star]}{' '.join(f'?{name}' for name in ordered)}{query[star + 1 :]}"


def _star(query: str) -> int | None:
    """Return the place of the star of the outermost SELECT."""
    words = ((token["word"].upper(), token.start()) for token in _TOKEN.finditer(query) if token["word"])
    form = next((word for word, _ in words if word in _FORMS), "")
    if form != "SELECT":
        return None
    word, place = next(
        ((word, place) for word, place in words if word not in {"DISTINCT", "REDUCED"}), ("", 0)
    )
    return place if word == "*" else None


def _variables(query: str, base: str) -> frozenset[str]:
    try:
        found = _NOTHING.query(query, base_iri=base, prefixes=needed(query))
    except (SyntaxError, ValueError, RuntimeError, OSError):
        return frozenset()
    return (
        frozenset(one.value for one in found.variables) if isinstance(found, QuerySolutions) else frozenset()
    )
