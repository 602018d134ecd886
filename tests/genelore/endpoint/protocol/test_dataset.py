"""Which graphs a query is asked of: those of the protocol, of its own text, or the store's own."""

import json

import pytest

from tests.genelore.endpoint.protocol.server import get, served

COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
A, B = "http://example.org/a", "http://example.org/b"


def count(port: int, query: str, *dataset: tuple[str, str]) -> int:
    answer = get(port, query, "application/sparql-results+json", dataset)
    assert answer.status == 200, answer.body
    return int(json.loads(answer.body)["results"]["bindings"][0]["n"]["value"])


def default(*graphs: str) -> list[tuple[str, str]]:
    return [("default-graph-uri", graph) for graph in graphs]


def named(*graphs: str) -> list[tuple[str, str]]:
    return [("named-graph-uri", graph) for graph in graphs]


def test_without_a_dataset_the_default_graph_is_the_stores_own(small):
    assert count(small, "SELECT (COUNT(*) AS ?n) { <http://example.org/s> ?p ?o }") == 2


def test_a_triple_in_two_default_graphs_counts_once(small):
    assert [count(small, COUNT, *default(*graphs)) for graphs in ([A], [B], [A, B])] == [2, 3, 4]


def test_a_triple_in_two_graphs_of_from_counts_once(small):
    assert count(small, f"SELECT (COUNT(*) AS ?n) FROM <{A}> FROM <{B}> {{ ?s ?p ?o }}") == 4
    prefixed = "PREFIX e: <http://example.org/> SELECT (SUM(?o) AS ?n) FROM e:a FROM e:b { ?s e:p ?o }"
    assert count(small, prefixed) == 6


def test_a_named_graph_beside_two_merged_ones_is_its_own(small):
    query = f"SELECT (COUNT(*) AS ?n) FROM <{A}> FROM <{B}> FROM NAMED <{B}> {{ GRAPH ?g {{ ?s ?p ?o }} }}"
    assert count(small, query) == 3


def test_the_dataset_of_the_protocol_beats_that_of_the_query(small):
    assert count(small, f"SELECT (COUNT(*) AS ?n) FROM <{B}> {{ ?s ?p ?o }}", *default(A)) == 2


def test_a_named_graph_alone_leaves_the_default_graph_empty(small):
    assert count(small, COUNT, *named(A)) == 0
    assert count(small, "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }", *named(A)) == 2


def test_the_same_default_graph_twice_is_that_graph(small):
    assert count(small, COUNT, *default(A, A)) == 2


@pytest.mark.parametrize("graph", ["not an IRI", "relative", "<urn:a>"])
def test_what_is_no_iri_names_no_graph(small, graph):
    assert get(small, COUNT, "*/*", default(graph)).status == 400
    assert get(small, COUNT, "*/*", default(graph, A)).status == 400


def test_a_relative_iri_is_one_of_the_sites_own(seed_store):
    with served(seed_store) as port:
        assert count(port, "SELECT (COUNT(*) AS ?n) FROM <verdicts> { ?v gl:judges ?claim }") > 600
        assert count(port, "SELECT (COUNT(*) AS ?n) { GRAPH <verdicts> { ?v gl:judges ?claim } }") > 600
