"""The order of the columns of SELECT *."""

import pytest

from genelore.endpoint.protocol.columns import in_order
from tests.genelore.endpoint.protocol.server import get

BASE = "http://example.org/"


@pytest.mark.parametrize(
    ("query", "header"),
    [
        ("SELECT * { ?s ?p ?o }", "s,p,o"),
        ("SELECT * WHERE { $z ?y ?x } ORDER BY ?x LIMIT 1", "z,y,x"),
        ("# SELECT * { ?a }\nPREFIX select: <urn:*> SELECT # *\n DISTINCT * { ?z ?y ?x }", "z,y,x"),
        ("SELECT * { { SELECT ?o ?b { ?o ?b ?hidden } } ?b ?a 'SELECT * ?q' }", "o,b,a"),
        ("SELECT * { { SELECT * { ?z ?y ?x } } BIND(1 * 2 AS ?w) }", "z,y,x,w"),
        ("SELECT * { ?z !(<urn:a>)* ?y } VALUES ?a { 1 }", "z,y,a"),
        ("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "n"),
        ("SELECT ?p ?o ?s { ?s ?p ?o }", "p,o,s"),
    ],
)
def test_columns_come_as_the_query_names_them(small, query, header):
    answer = get(small, query, "text/csv")
    assert (answer.status, answer.body.decode().splitlines()[0]) == (200, header)


@pytest.mark.parametrize(
    "query",
    [
        "ASK { { SELECT * { ?s ?p ?o } } }",
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o } GROUP BY ?s",
        "SELECT * { ?s ?p",
        "SELECT * {}",
        "S\\u0045LECT * { ?s ?p ?o }",
        "* SELECT",
        "",
    ],
)
def test_whatever_else_stays_as_it_is(query):
    assert in_order(query, BASE) == query
