"""Rows to compare, from SPARQL 1.1 Query Results JSON."""

import json
from collections import Counter
from typing import TypeAlias

Rows: TypeAlias = Counter[frozenset[tuple[str, ...]]]
_STRING = "http://www.w3.org/2001/XMLSchema#string"


def rows(content: str) -> Rows:
    """Return each row and how often it comes, without regard to their order.

    >>> text = '{"results": {"bindings": [{"x": {"type": "literal", "value": "1"}}]}}'
    >>> rows(text) == {frozenset({("x", "literal", "1", "", "")}): 1}
    True
    """
    found = json.loads(content)["results"]["bindings"]
    return Counter(frozenset((name, *_term(value)) for name, value in row.items()) for row in found)


def _term(value: dict[str, str]) -> tuple[str, ...]:
    kind = "literal" if value["type"] == "typed-literal" else value["type"]
    datatype = value.get("datatype", "")
    shown = "" if datatype == _STRING or "xml:lang" in value else datatype
    return kind, value["value"], value.get("xml:lang", ""), shown
