"""SERVICE on our own endpoint, where the operator allows it: answers."""

import json
from urllib.parse import quote

import pytest

from tests.genelore.endpoint.service.conftest import Served

CSV, JSON, TURTLE = "text/csv", "application/sparql-results+json", "text/turtle"
OURS = "?gene lscr:xrefUniprot ?protein ; rdfs:label 'ALAS2'"
THERE = "SERVICE <https://sparql.uniprot.org/sparql> { ?protein up:encodedBy/skos:prefLabel ?name }"
DOWN = "SERVICE SILENT <http://faulty.example/down> { ?protein up:mnemonic ?code }"
ROW = (
    "http://rdf.ebi.ac.uk/resource/ensembl/ENSG00000158578",
    "http://purl.uniprot.org/uniprot/P22557",
    "ALAS2",
)


def test_rows_are_joined_with_those_of_another_endpoint(federating: Served) -> None:
    answer = federating.client.ask(f"SELECT ?gene ?protein ?name {{ {OURS} . {THERE} }}", CSV)
    assert answer.status == 200
    assert ",".join(ROW) in answer.body.decode().split("\r\n")


def test_a_query_may_come_by_get_and_name_its_format(federating: Served) -> None:
    query = quote(f"SELECT ?name {{ {OURS} . {THERE} }}")
    answer = federating.client.get(f"/sparql?query={query}&format=tsv")
    assert answer.headers["content-type"].startswith("text/tab-separated-values")
    assert b'"ALAS2"' in answer.body


def test_people_get_a_page(federating: Served) -> None:
    answer = federating.client.ask(f"SELECT ?name {{ {OURS} . {THERE} }}", "text/html")
    assert answer.headers["content-type"].startswith("text/html")
    assert b"ALAS2" in answer.body


def test_the_other_forms_are_answered(federating: Served) -> None:
    asked = federating.client.ask(f"ASK {{ {OURS} . {THERE} }}")
    assert json.loads(asked.body)["boolean"] is True
    made = federating.client.ask(f"CONSTRUCT {{ ?gene skos:altLabel ?name }} {{ {OURS} . {THERE} }}", TURTLE)
    assert b'skos:altLabel "ALAS2"' in made.body


def test_no_cache_may_keep_what_others_have_said(federating: Served) -> None:
    answer = federating.client.ask(f"SELECT ?name {{ {OURS} . {THERE} }}")
    assert answer.headers["cache-control"] == "no-store"
    assert "etag" not in answer.headers


@pytest.mark.parametrize("media", [JSON, "application/sparql-results+xml", CSV, "text/html"])
def test_a_silent_failure_is_told_beside_the_rows(federating: Served, media: str) -> None:
    answer = federating.client.ask(f"SELECT * {{ {OURS} . {DOWN} }}", media)
    assert answer.status == 200
    assert b"P22557" in answer.body
    assert "<http://faulty.example/down>" in answer.headers["genelore-warning"]


def test_a_silent_failure_stands_in_the_head_of_json(federating: Served) -> None:
    answer = federating.client.ask(f"SELECT * {{ {OURS} . {DOWN} }}", JSON)
    [warning] = json.loads(answer.body)["head"]["warnings"]
    assert warning.startswith("<http://faulty.example/down> ")


def test_the_service_says_that_it_federates(federating: Served) -> None:
    answer = federating.client.get("/sparql", TURTLE)
    assert b"sd:BasicFederatedQuery" in answer.body
    assert b"SERVICE asks listed endpoints" in answer.body


def test_the_pool_that_asks_others_is_counted_by_itself(federating: Served) -> None:
    federating.client.ask(f"SELECT ?name {{ {OURS} . {THERE} }}")
    said = federating.client.get("/metrics").body.decode()
    assert "\ngenelore_service_workers 2.0\n" in said
    assert "\ngenelore_service_evaluations_running 0.0\n" in said
