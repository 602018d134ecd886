"""Answers to SPARQL queries, in the formats of the W3C and as a table for people."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

import pyoxigraph
from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Triple,
)

from ontology.prefixes import prefixes

Answer: TypeAlias = QuerySolutions | QueryTriples | QueryBoolean


class ResultFormat(StrEnum):
    """The formats an answer can be written in."""

    JSON = "json"
    XML = "xml"
    CSV = "csv"
    TSV = "tsv"
    TURTLE = "turtle"
    NTRIPLES = "ntriples"
    RDFXML = "rdfxml"
    JSONLD = "jsonld"


# "GO_0042541", "P22557": what may follow a prefix without being escaped (the plain part of PN_LOCAL
# in SPARQL 1.1).
_LOCAL_NAME = re.compile(r"\w(?:[\w.-]*[\w-])?")

ROWS = {
    ResultFormat.JSON: QueryResultsFormat.JSON,
    ResultFormat.XML: QueryResultsFormat.XML,
    ResultFormat.CSV: QueryResultsFormat.CSV,
    ResultFormat.TSV: QueryResultsFormat.TSV,
}
TRIPLES = {
    ResultFormat.TURTLE: RdfFormat.TURTLE,
    ResultFormat.NTRIPLES: RdfFormat.N_TRIPLES,
    ResultFormat.RDFXML: RdfFormat.RDF_XML,
    ResultFormat.JSONLD: RdfFormat.JSON_LD,
}


@dataclass(frozen=True, slots=True)
class Dataset:
    """Which graphs a query is asked of; none named means the store as it is."""

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


class QueryError(ValueError):
    """The query is not SPARQL, or cannot be answered in the format that was asked for."""


def write(result: Answer, form: ResultFormat) -> bytes:
    """Write an answer in a format.

    Raises:
        QueryError: rows cannot be written as triples, nor triples as rows.
    """
    if isinstance(result, QueryTriples):
        if form not in TRIPLES:
            raise QueryError(f"CONSTRUCT and DESCRIBE cannot be answered as {form}")
        return pyoxigraph.serialize(result, format=TRIPLES[form], prefixes=_used(form)) or b""
    if form not in ROWS:
        raise QueryError(f"SELECT and ASK cannot be answered as {form}")
    return result.serialize(format=ROWS[form]) or b""


def _used(form: ResultFormat) -> dict[str, str] | None:
    return dict(prefixes()) if form in {ResultFormat.TURTLE, ResultFormat.RDFXML} else None


def shortened(value: NamedNode | BlankNode | Literal | Triple) -> str:
    """Write a value for people: an IRI by its prefix where there is one, a literal by its text."""
    if isinstance(value, Literal):
        return value.value
    if not isinstance(value, NamedNode):
        return str(value)
    for prefix, namespace in prefixes().items():
        local = value.value.removeprefix(namespace)
        if local != value.value and _LOCAL_NAME.fullmatch(local):
            return f"{prefix}:{local}"
    return f"<{value.value}>"
