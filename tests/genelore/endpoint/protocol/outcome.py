"""What a query answered and what it should have answered, compared as the W3C's tests ask."""

import csv
import io
import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from rdflib import RDF, BNode, Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic

_SR = "{http://www.w3.org/2005/sparql-results#}"
_RS = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/result-set#")
_XSD = "http://www.w3.org/2001/XMLSchema#"
# The cells of CSV have no datatype: those that are numbers are compared as numbers.
_CELL = "cell"
_FAMILY = {f"{_XSD}{name}": name for name in ("integer", "decimal", "double", "float", "boolean")}
# The engine keeps the types that are derived from integer as integer.
_FAMILY |= {f"{_XSD}{name}": "integer" for name in ("negativeInteger", "nonNegativeInteger", "int", "long")}
_FAMILY |= {_CELL: _CELL}
_STRING = "http://www.w3.org/2001/XMLSchema#string"
# A kind (iri, bnode, literal), a value, and of a literal its datatype or language.
Term: TypeAlias = tuple[str, str, str]
Row: TypeAlias = Mapping[str, Term]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A boolean, rows with their variables, or a graph."""

    truth: bool | None = None
    variables: frozenset[str] = frozenset()
    rows: Sequence[Row] = ()
    graph: Graph | None = None


def read(content: bytes, suffix: str) -> Outcome:
    """Read a result by the suffix of its file."""
    readers = {".srx": _xml, ".srj": _json, ".csv": _csv, ".tsv": _tsv, ".ttl": _turtle}
    return readers[suffix](content)


def same(expected: Outcome, got: Outcome, *, in_order: bool) -> bool:
    """Say whether two results are the same but for the labels of blank nodes and, unless asked, the order."""
    if expected.graph is not None or got.graph is not None:
        both = (expected.graph, got.graph)
        return all(graph is not None for graph in both) and isomorphic(*both)
    if expected.truth is not None or got.truth is not None:
        return expected.truth is got.truth
    if expected.variables != got.variables or len(expected.rows) != len(got.rows):
        return False
    return _matched([*expected.rows], [*got.rows], {}, in_order)


def _matched(expected: list[Row], got: list[Row], labels: dict[str, str], in_order: bool) -> bool:
    if not expected:
        return True
    first, *others = expected
    for place, row in enumerate(got[:1] if in_order else got):
        extended = _unified(first, row, labels)
        if extended is not None and _matched(others, got[:place] + got[place + 1 :], extended, in_order):
            return True
    return False


def _unified(expected: Row, got: Row, labels: dict[str, str]) -> dict[str, str] | None:
    """Return the labels of blank nodes under which two rows are equal; None if there are none."""
    if expected.keys() != got.keys():
        return None
    found = dict(labels)
    for name, term in expected.items():
        if term[0] == got[name][0] == "bnode":
            other = got[name][1]
            if found.setdefault(term[1], other) != other or [*found.values()].count(other) > 1:
                return None
        elif not _equal(term, got[name]):
            return None
    return found


def _equal(expected: Term, got: Term) -> bool:
    """Say whether two terms are equal, numbers and booleans by value: the engine writes 1.0E0 as 1."""
    if expected == got:
        return True
    if expected[0] != "literal" or got[0] != "literal":
        return False
    kinds = {_FAMILY.get(expected[2]), _FAMILY.get(got[2])}
    return len(kinds) == 1 and None not in kinds and _value(expected[1]) == _value(got[1])


def _value(text: str) -> float | str:
    try:
        return float({"true": "1", "false": "0"}.get(text, text))
    except ValueError:
        return text


def _xml(content: bytes) -> Outcome:
    root = ET.fromstring(content)
    truth = root.find(f"{_SR}boolean")
    if truth is not None:
        return Outcome(truth=(truth.text or "").strip() == "true")
    names = [node.get("name", "") for node in root.iter(f"{_SR}variable")]
    rows = [
        {node.get("name", ""): _xml_term(node[0]) for node in result.iter(f"{_SR}binding")}
        for result in root.iter(f"{_SR}result")
    ]
    return Outcome(variables=frozenset(names), rows=rows)


def _xml_term(node: ET.Element) -> Term:
    kind, value = node.tag.removeprefix(_SR), node.text or ""
    language = node.get("{http://www.w3.org/XML/1998/namespace}lang")
    return _term(kind, value, f"@{language}" if language else node.get("datatype"))


def _term(kind: str, value: str, datatype: str | None) -> Term:
    if kind == "literal" and datatype and datatype.startswith("@"):
        return kind, value, datatype.lower()
    return ("iri" if kind == "uri" else kind), value, (datatype or _STRING) if kind == "literal" else ""


def _json(content: bytes) -> Outcome:
    document = json.loads(content)
    if "boolean" in document:
        return Outcome(truth=document["boolean"])
    rows = [{name: _json_term(term) for name, term in row.items()} for row in document["results"]["bindings"]]
    return Outcome(variables=frozenset(document["head"]["vars"]), rows=rows)


def _json_term(term: Mapping[str, str]) -> Term:
    kind = "literal" if term["type"] == "typed-literal" else term["type"]
    language = term.get("xml:lang")
    return _term(kind, term["value"], f"@{language}" if language else term.get("datatype"))


def _csv(content: bytes) -> Outcome:
    names, *lines = csv.reader(io.StringIO(content.decode("utf-8"), newline=""))
    return Outcome(variables=frozenset(names), rows=[_plain_row(names, line) for line in lines])


def _plain_row(names: Sequence[str], line: Sequence[str]) -> Row:
    pairs = zip(names, line or [""], strict=True)
    return {
        name: ("bnode" if cell.startswith("_:") else "literal", cell, _CELL) for name, cell in pairs if cell
    }


def _tsv(content: bytes) -> Outcome:
    head, *lines = content.decode("utf-8").removesuffix("\n").split("\n")
    names = [name.removeprefix("?") for name in head.split("\t")]
    return Outcome(variables=frozenset(names), rows=[_tsv_row(names, line) for line in lines])


def _tsv_row(names: Sequence[str], line: str) -> Row:
    """Read the terms of a line as objects of Turtle, which is what TSV writes."""
    cells = [(name, cell) for name, cell in zip(names, line.split("\t"), strict=True) if cell]
    return {name: _tsv_term(cell) for name, cell in cells}


def _tsv_term(cell: str) -> Term:
    if cell.startswith("_:"):
        return "bnode", cell, ""
    (value,) = Graph().parse(data=f"<urn:s> <urn:p> {cell} .", format="turtle").objects()
    return _rdflib_term(value)


def _rdflib_term(value: object) -> Term:
    if isinstance(value, Literal):
        return _term(
            "literal", str(value), f"@{value.language}" if value.language else str(value.datatype or _STRING)
        )
    return ("bnode" if isinstance(value, BNode) else "iri"), str(value), ""


def _turtle(content: bytes) -> Outcome:
    graph = Graph().parse(data=content, format="turtle")
    sets = [*graph.subjects(RDF.type, _RS.ResultSet)]
    if not sets:
        return Outcome(graph=graph)
    names = [str(name) for name in graph.objects(sets[0], _RS.resultVariable)]
    solutions = sorted(graph.objects(sets[0], _RS.solution), key=lambda node: _index(graph, node))
    rows = [dict(_bindings(graph, node)) for node in solutions if isinstance(node, BNode | URIRef)]
    return Outcome(variables=frozenset(names), rows=rows)


def _index(graph: Graph, node: object) -> int:
    return int(str(graph.value(node, _RS["index"], default=0)))  # type: ignore[arg-type] # a node of the graph


def _bindings(graph: Graph, solution: BNode | URIRef) -> Iterator[tuple[str, Term]]:
    for binding in graph.objects(solution, _RS.binding):
        yield str(graph.value(binding, _RS.variable)), _rdflib_term(graph.value(binding, _RS.value))
