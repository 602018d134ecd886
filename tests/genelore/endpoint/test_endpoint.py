"""The endpoint as a real server, asked by real clients."""

import json
import socket
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pyoxigraph
import pytest
from pyoxigraph import RdfFormat
from rdflib import Graph
from SPARQLWrapper import CSV, JSON, JSONLD, N3, POST, RDF, RDFXML, TSV, TURTLE, XML, SPARQLWrapper

from tests.genelore.endpoint.protocol import server
from tests.genelore.endpoint.protocol.server import served

COUNT = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?c a gl:Claim ; gl:property 'symbol' } }"


@pytest.fixture(scope="module")
def port(seed_store: Path) -> Iterator[int]:
    with served(seed_store) as number:
        yield number


def ask(
    port: int, method: str, path: str, body: bytes | None = None, **headers: str
) -> tuple[int, str, bytes]:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    answer = server.ask(port, server.Request(path, method, named, body))
    return answer.status, answer.headers.get("content-type", ""), answer.body


def get(port: int, query: str, **headers: str) -> tuple[int, str, bytes]:
    return ask(port, "GET", "/sparql?" + urlencode({"query": query}), **headers)


def test_sparqlwrapper_gets_rows_by_get_and_by_post(port):
    for method in ("GET", POST):
        client = SPARQLWrapper(f"http://127.0.0.1:{port}/sparql")
        client.setQuery(COUNT)
        client.setMethod(method)
        client.setReturnFormat(JSON)
        assert client.queryAndConvert()["results"]["bindings"][0]["n"]["value"] == "5"


def test_sparqlwrapper_gets_xml_and_a_graph(port):
    client = SPARQLWrapper(f"http://127.0.0.1:{port}/sparql")
    client.setQuery(COUNT)
    client.setReturnFormat(XML)
    assert ">5</literal>" in client.queryAndConvert().toxml()
    client.setQuery("CONSTRUCT { ?c ?p ?o } { GRAPH ?g { ?c gl:property 'symbol' ; ?p ?o } }")
    client.setReturnFormat(TURTLE)
    assert len([*pyoxigraph.parse(client.queryAndConvert(), format=RdfFormat.TURTLE)]) == 55


CONSTRUCT = "CONSTRUCT { ?c ?p ?o } { GRAPH ?g { ?c gl:property 'symbol' ; ?p ?o } }"


@pytest.mark.parametrize("method", ["GET", POST])
@pytest.mark.parametrize(
    ("query", "form", "media"),
    [
        (COUNT, JSON, "application/sparql-results+json"),
        (COUNT, XML, "application/sparql-results+xml"),
        (COUNT, CSV, "text/csv"),
        (COUNT, TSV, "text/tab-separated-values"),
        ("ASK {}", JSON, "application/sparql-results+json"),
        ("ASK {}", XML, "application/sparql-results+xml"),
        (CONSTRUCT, XML, "application/rdf+xml"),
        (CONSTRUCT, RDF, "application/rdf+xml"),
        (CONSTRUCT, RDFXML, "application/rdf+xml"),
        (CONSTRUCT, TURTLE, "text/turtle"),
        (CONSTRUCT, N3, "text/turtle"),
        (CONSTRUCT, JSONLD, "application/ld+json"),
    ],
)
@pytest.mark.filterwarnings("ignore:Sending Accept header:RuntimeWarning")
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_sparqlwrapper_gets_every_format_that_can_be(port, method, query, form, media):
    client = SPARQLWrapper(f"http://127.0.0.1:{port}/sparql")
    client.setQuery(query)
    client.setMethod(method)
    client.setReturnFormat(form)
    answer = client.query()
    assert answer.info()["content-type"].partition(";")[0] == media
    content = answer.convert()
    if media in {"application/rdf+xml", "application/ld+json"}:
        assert isinstance(content, Graph)
        assert len(content) == 55


def test_a_posted_query_is_answered(port):
    status, _, content = ask(
        port, "POST", "/sparql", COUNT.encode(), Content_Type="application/sparql-query", Accept="text/csv"
    )
    assert (status, content) == (200, b"n\r\n5\r\n")


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("application/sparql-results+json", "application/sparql-results+json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv"),
        ("text/tab-separated-values", "text/tab-separated-values"),
        ("text/csv;q=0.1, application/sparql-results+xml;q=0.9", "application/sparql-results+xml"),
        ("*/*", "application/sparql-results+json"),
    ],
)
def test_the_client_gets_the_format_it_likes_best(port, accept, media):
    status, got, _ = get(port, COUNT, Accept=accept)
    assert (status, got.partition(";")[0]) == (200, media)


def test_a_client_that_accepts_nothing_on_offer_is_told_so(port):
    assert get(port, COUNT, Accept="image/png")[0] == 406


def test_a_default_graph_that_the_client_names_is_the_one_that_is_asked(port):
    graphs = json.loads(get(port, "SELECT DISTINCT ?g { GRAPH ?g { ?c a gl:Claim } } ORDER BY ?g")[2])
    first = graphs["results"]["bindings"][0]["g"]["value"]
    query = urlencode({"query": "SELECT (COUNT(*) AS ?n) { ?g a gl:GeneRecord }", "default-graph-uri": first})
    status, _, content = ask(port, "GET", f"/sparql?{query}", Accept="text/csv")
    assert (status, content) == (200, b"n\r\n1\r\n")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?s ?p",
        "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
        "LOAD <http://127.0.0.1:9/>",
        "CLEAR ALL",
        "",
    ],
)
def test_what_is_no_query_of_this_store_is_refused(port, query):
    status, _, content = get(port, query)
    assert status == 400
    assert b"Traceback" not in content


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { \\u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    ],
)
def test_a_query_of_another_server_is_forbidden(port, query):
    status, _, content = get(port, query)
    assert status == 403
    assert b"asks no other server" in content


def test_nothing_leaves_the_server_for_a_service_clause_or_a_from(port):
    with socket.socket() as trap:
        trap.bind(("127.0.0.1", 0))
        trap.listen()
        trap.settimeout(0.5)
        address = f"http://127.0.0.1:{trap.getsockname()[1]}/"
        get(port, f"SELECT * {{ SERVICE <{address}> {{ ?s ?p ?o }} }}")
        get(port, f"SELECT * FROM <{address}> {{ ?s ?p ?o }}")
        ask(port, "GET", "/sparql?" + urlencode({"query": COUNT, "default-graph-uri": address}))
        with pytest.raises(TimeoutError):
            trap.accept()


@pytest.mark.parametrize(
    ("method", "path", "body", "media", "status"),
    [
        ("POST", "/sparql", b"update=CLEAR+ALL", "application/x-www-form-urlencoded", 400),
        ("POST", "/sparql", b"CLEAR ALL", "application/sparql-update", 415),
        ("POST", "/sparql?update=CLEAR+ALL", b"", "application/x-www-form-urlencoded", 400),
        ("GET", "/sparql?query=ASK{}&query=ASK{}", None, "text/plain", 400),
        ("PUT", "/sparql", b"x", "text/turtle", 405),
        ("DELETE", "/sparql", None, "text/plain", 405),
        ("POST", "/sparql", "ASK {}".encode("utf-16"), "application/sparql-query", 400),
        ("POST", "/sparql", b"x" * 2_000_000, "application/sparql-query", 413),
    ],
)
def test_every_way_to_write_or_to_confuse_is_refused_and_changes_nothing(
    port, method, path, body, media, status
):
    before = get(port, COUNT, Accept="text/csv")[2]
    assert ask(port, method, path, body, Content_Type=media)[0] == status
    assert get(port, COUNT, Accept="text/csv")[2] == before
