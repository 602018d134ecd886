"""Which format an answer comes in, and what a page of results is like."""

import csv
import io
from urllib.parse import urlencode

import pyoxigraph
import pytest
from pyoxigraph import RdfFormat

from tests.genelore.endpoint.protocol.server import Request, ask, get

ROWS = "SELECT ?o { <http://example.org/s> ?p ?o } ORDER BY ?o"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


def form(port: int, query: str, name: str, accept: str = "*/*"):
    fields = urlencode({"query": query, "format": name})
    return ask(port, Request(f"/sparql?{fields}", headers={"Accept": accept}))


@pytest.mark.parametrize(
    ("query", "accept", "media"),
    [
        (ROWS, "*/*", "application/sparql-results+json"),
        (ROWS, "application/sparql-results+xml;q=0.9, text/csv;q=0.1", "application/sparql-results+xml"),
        (ROWS, "text/*", "text/csv"),
        (ROWS, "text/csv;q=0, text/*", "text/tab-separated-values"),
        (ROWS, BROWSER, "text/html"),
        ("ASK {}", "application/sparql-results+xml", "application/sparql-results+xml"),
        ("ASK {}", BROWSER, "text/html"),
        ("DESCRIBE <http://example.org/s>", "*/*", "text/turtle"),
        ("DESCRIBE <http://example.org/s>", "application/ld+json", "application/ld+json"),
        ("DESCRIBE <http://example.org/s>", "application/rdf+xml", "application/rdf+xml"),
        ("DESCRIBE <http://example.org/s>", "application/n-triples", "application/n-triples"),
        ("DESCRIBE <http://example.org/s>", BROWSER, "text/html"),
    ],
)
def test_the_client_gets_the_type_it_likes_best(small, query, accept, media):
    answer = get(small, query, accept)
    assert (answer.status, answer.media, answer.headers["vary"].lower()) == (200, media, "accept")


@pytest.mark.parametrize(
    ("query", "name", "media"),
    [
        (ROWS, "csv", "text/csv"),
        (ROWS, "xml", "application/sparql-results+xml"),
        (ROWS, "text/tab-separated-values", "text/tab-separated-values"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "xml", "application/rdf+xml"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "nt", "application/n-triples"),
        ("ASK {}", "html", "text/html"),
    ],
)
def test_a_format_in_the_address_overrides_the_header(small, query, name, media):
    assert form(small, query, name, "application/sparql-results+json").media == media


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_strange_format_is_a_mistake_only_where_the_header_says_nothing(small, method):
    fields = urlencode({"query": ROWS, "format": "application/sparql-results"})
    path, body = (f"/sparql?{fields}", None) if method == "GET" else ("/sparql", fields.encode())
    said = {"Content-Type": "application/x-www-form-urlencoded"}
    statuses = [
        ask(small, Request(path, method, said | {"Accept": accept}, body)).status
        for accept in ("text/csv, */*;q=0.1", "*/*", "image/png")
    ]
    assert statuses == [200, 400, 406]


def test_a_suffix_of_the_address_is_a_format_too(small):
    answer = ask(small, Request(f"/sparql.csv?{urlencode({'query': ROWS})}"))
    assert (answer.status, answer.media) == (200, "text/csv")


def test_a_format_that_cannot_be_is_not_acceptable_and_an_unknown_one_is_a_mistake(small):
    assert form(small, ROWS, "turtle").status == 406
    assert form(small, "ASK {}", "csv").status == 406
    assert form(small, ROWS, "docx").status == 400
    assert get(small, "CONSTRUCT WHERE { ?s ?p ?o }", "text/csv").status == 406


def test_csv_carries_the_value_as_the_recommendation_says(small):
    rows = [*csv.reader(io.StringIO(get(small, ROWS, "text/csv").body.decode(), newline=""))]
    assert rows == [["o"], ["<script>alert(1)</script>"], ["=1+1"]]


def test_csv_for_spreadsheets_has_no_formulas(small):
    answer = form(small, ROWS, "spreadsheet")
    rows = [*csv.reader(io.StringIO(answer.body.decode(), newline=""))]
    assert (answer.media, rows) == ("text/csv", [["o"], ["<script>alert(1)</script>"], ["'=1+1"]])


def test_a_page_of_results_escapes_what_looks_like_markup_and_opens_what_it_names(small):
    page = get(small, "SELECT ?s ?o { ?s ?p ?o }", BROWSER).body.decode()
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page
    assert 'href="/resolve?iri=http%3A%2F%2Fexample.org%2Fs"' in page


def test_a_page_of_many_rows_says_that_there_are_more(small):
    digits = " ".join(map(str, range(13)))
    query = f"SELECT * {{ VALUES ?a {{ {digits} }} VALUES ?b {{ {digits} }} VALUES ?c {{ {digits} }} }}"
    page = get(small, query, BROWSER).body.decode()
    assert "Only the first 2,000 are shown here" in page
    assert page.count("<tr>") == 2001


def test_a_constructed_graph_reads_back_in_every_syntax(small):
    graphs = "VALUES ?g { <http://example.org/a> <http://example.org/b> }"
    query = f"CONSTRUCT {{ ?s ?p ?o }} {{ {graphs} GRAPH ?g {{ ?s ?p ?o }} }}"
    syntaxes = {
        "text/turtle": RdfFormat.TURTLE,
        "application/n-triples": RdfFormat.N_TRIPLES,
        "application/ld+json": RdfFormat.JSON_LD,
        "application/rdf+xml": RdfFormat.RDF_XML,
    }
    for media, syntax in syntaxes.items():
        assert len({*pyoxigraph.parse(get(small, query, media).body, format=syntax)}) == 4, media
