"""From any IRI in the world to its page here, and to no other host."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from ontology.terms import BASE
from tests.genelore.endpoint.pages.markup import read
from tests.genelore.endpoint.protocol.server import Answer, Request, ask, served


@pytest.fixture(scope="module")
def port(seed_store: Path) -> Iterator[int]:
    with served(seed_store) as number:
        yield number


def get(port: int, path: str) -> Answer:
    return ask(port, Request(path, headers={"Accept": "text/html"}))


@pytest.mark.parametrize(
    ("iri", "address"),
    [
        ("http://identifiers.org/mim/300752", "/term/omim:300752"),
        ("https://identifiers.org/mim:300752", "/term/omim:300752"),
        ("http://purl.uniprot.org/mim/300752", "/term/omim:300752"),
        ("GO:0006783", "/term/GO:0006783"),
        ("go:0006783", "/term/GO:0006783"),
        ("http://rdf.ebi.ac.uk/resource/ensembl/ENSG00000158578.22", "/gene/ensembl:ENSG00000158578"),
        (f"{BASE}claim/155f56435a320c23b73b", "/claim/155f56435a320c23b73b"),
        (f"{BASE}ontology#Claim", "/ontology#Claim"),
    ],
)
def test_an_iri_in_any_spelling_leads_to_our_page(port: int, iri: str, address: str) -> None:
    answer = get(port, f"/resolve?iri={quote(iri, safe='')}")
    assert (answer.status, answer.headers["location"]) == (303, address)


@pytest.mark.parametrize(
    "iri",
    [
        "https://example.org/",
        "//example.org/",
        "javascript:alert(1)",
        "https://w3id.org.example.org/genelore/x",
        "x",
        " ",
    ],
)
def test_nobody_is_led_to_another_host(port: int, iri: str) -> None:
    assert get(port, f"/resolve?iri={quote(iri, safe='')}").status in {400, 404}


@pytest.mark.parametrize("path", ["/example.org/x", "//example.org/x", "\\\\example.org/x"])
def test_an_iri_of_ours_leads_to_this_host_whatever_it_is(port: int, path: str) -> None:
    answer = get(port, f"/resolve?iri={quote(BASE + path, safe='')}")
    assert re.match(r"/[^/\\]", answer.headers["location"])


def test_two_slashes_do_not_name_another_host(port: int) -> None:
    answer = get(port, "//claim/155f56435a320c23b73b")
    assert answer.headers["location"] == "/claim/155f56435a320c23b73b.html"


def test_an_iri_of_the_graph_without_a_page_is_shown_as_it_is(port: int) -> None:
    where = get(port, f"/resolve?iri={quote('http://purl.org/genex#Expression', safe='')}").headers[
        "location"
    ]
    answer = get(port, where)
    assert where.startswith("/thing?iri=http%3A") and answer.status == 200
    assert "http://purl.org/genex#Expression" in read(answer.body).text


def test_sparql_in_a_parameter_is_only_text(port: int) -> None:
    hostile = quote("GO:1> } ; DROP ALL ; SELECT * { ?s ?p <x", safe="")
    assert get(port, f"/resolve?iri={hostile}").status == 404
    assert get(port, f"/term/{hostile}").status == 404
    assert get(port, f"/thing?iri=http://x/{hostile}").status == 404
