"""The Graph Store Protocol for reading, dumps, and what the service says of itself."""

from urllib.parse import quote

import pyoxigraph
import pytest
from pyoxigraph import RdfFormat

from tests.genelore.endpoint.protocol.server import Request, ask

A = quote("http://example.org/a", safe="")
SYNTAXES = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/rdf+xml": RdfFormat.RDF_XML,
}
DATASETS = {
    "application/trig": RdfFormat.TRIG,
    "application/n-quads": RdfFormat.N_QUADS,
    "application/ld+json": RdfFormat.JSON_LD,
}


def own(quads: set[pyoxigraph.Quad]) -> set[pyoxigraph.Quad]:
    """Return the quads that were stored, without those by which every served dataset describes itself."""
    return {quad for quad in quads if quad.predicate.value.startswith("http://example.org/")}


def read(port: int, path: str, media: str, syntax: RdfFormat) -> set[pyoxigraph.Quad]:
    answer = ask(port, Request(path, headers={"Accept": media}))
    assert (answer.status, answer.media) == (200, media)
    return {*pyoxigraph.parse(answer.body, format=syntax)}


@pytest.mark.parametrize(("media", "syntax"), SYNTAXES.items())
def test_a_graph_is_read_in_every_syntax(small, media, syntax):
    assert len(read(small, f"/graphs?graph={A}", media, syntax)) == 2
    assert len(own(read(small, "/graphs?default", media, syntax))) == 2


@pytest.mark.parametrize("path", ["/graphs", "/data"])
@pytest.mark.parametrize(("media", "syntax"), DATASETS.items())
def test_all_graphs_are_read_with_their_names(small, path, media, syntax):
    quads = own(read(small, path, media, syntax))
    assert len(quads) == 7
    assert len({quad.graph_name for quad in quads}) == 3


def test_the_addresses_of_the_dumps_have_a_suffix(small):
    for suffix, media in (("nq", "application/n-quads"), ("trig", "application/trig")):
        assert ask(small, Request(f"/data.{suffix}")).media == media


def test_a_graph_that_is_not_there_is_not_found(small):
    assert ask(small, Request("/graphs?graph=http%3A%2F%2Fexample.org%2Fnone")).status == 404


@pytest.mark.parametrize("query", [f"graph={A}&graph={A}", f"graph={A}&default", "graph=", "graph=relative"])
def test_a_graph_is_named_once_by_an_iri(small, query):
    assert ask(small, Request(f"/graphs?{query}")).status == 400


def test_the_head_of_a_graph_is_that_of_its_content(small):
    answer = ask(small, Request(f"/graphs?graph={A}", "HEAD", {"Accept": "text/turtle"}))
    assert (answer.status, answer.media, answer.body) == (200, "text/turtle", b"")


def test_a_graph_is_a_page_for_people(small):
    answer = ask(small, Request("/graphs?default", headers={"Accept": "text/html"}))
    assert (answer.status, answer.media) == (200, "text/html")
    assert b"&lt;script&gt;alert" in answer.body


@pytest.mark.parametrize(("media", "syntax"), SYNTAXES.items())
def test_the_service_describes_itself_in_every_syntax(small, media, syntax):
    quads = read(small, "/sparql", media, syntax)
    values = {(quad.predicate.value.rpartition("#")[2], str(quad.object)) for quad in quads}
    assert ("endpoint", f"<http://127.0.0.1:{small}/sparql>") in values
    assert ("namedGraph", "<http://example.org/a>") in values
    assert any(name == "comment" and "504" in value for name, value in values)


@pytest.mark.parametrize("asked", ["", "?utm_source=letter", "?foo=1", "?default-graph-uri=urn:a"])
def test_without_a_query_people_get_the_editor(small, asked):
    answer = ask(small, Request(f"/sparql{asked}", headers={"Accept": "text/html,*/*;q=0.8"}))
    assert (answer.status, answer.headers["location"]) == (303, "/editor")


@pytest.mark.parametrize("path", ["/sparql?format=turtle", "/sparql.ttl"])
def test_without_a_query_people_get_the_description_if_they_name_a_format(small, path):
    answer = ask(small, Request(path, headers={"Accept": "text/html,*/*;q=0.8"}))
    assert (answer.status, answer.media) == (200, "text/turtle")


def test_the_dataset_is_described_at_the_well_known_address(small):
    quads = read(small, "/.well-known/void", "text/turtle", RdfFormat.TURTLE)
    assert "http://rdfs.org/ns/void#triples" in {quad.predicate.value for quad in quads}
    assert ask(small, Request("/.well-known/void.ttl")).media == "text/turtle"
