"""Our endpoint as a member of other people's federations."""

import csv
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from ontology import bridge
from tests.genelore.endpoint.attacks.site import Client, running

QUERIES = Path(__file__).parent / "queries"


@pytest.fixture(scope="module")
def client(seed_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    with running(seed_store, tmp_path_factory.mktemp("member") / "log") as site:
        yield Client(site.port)


def rows(client: Client, query: str) -> list[list[str]]:
    answer = client.ask(query, "text/csv")
    assert answer.status == 200, answer.body
    return list(csv.reader(answer.body.decode().splitlines()))[1:]


def test_linksets_have_as_many_links_as_the_description_says(client: Client) -> None:
    assert rows(client, (QUERIES / "linksets.rq").read_text(encoding="utf-8")) == []


def test_there_are_linksets_to_the_databases_that_others_would_join_by(client: Client) -> None:
    spaces = {space for (space,) in rows(client, "SELECT ?s { ?l void:objectsTarget/void:uriSpace ?s }")}
    assert {bridge.spaces()[name].stem for name in ("ensembl", "ncbigene", "uniprot", "omim")} <= spaces


def test_every_spelling_in_the_bridge_graph_leads_to_the_same_page(client: Client) -> None:
    found = rows(client, (QUERIES / "spellings.rq").read_text(encoding="utf-8"))
    assert len(found) > 300
    for ours, theirs in found:
        there = client.get(f"/resolve?iri={quote(theirs, safe='')}")
        here = client.get(f"/resolve?iri={quote(ours, safe='')}")
        assert (there.status, here.status) == (303, 303), theirs
        assert there.headers["location"] == here.headers["location"]


@pytest.mark.parametrize("curie", ["ensembl:ENSG00000158578", "ncbigene:212", "NCBIGene:212", "HGNC:397"])
def test_a_curie_leads_to_the_gene(client: Client, curie: str) -> None:
    prefix, _, code = curie.partition(":")
    answer = client.get(f"/resolve?iri={quote(curie)}")
    assert (answer.status, answer.headers["location"]) == (303, f"/gene/{prefix.lower()}:{code}")


def test_a_thousand_bindings_in_values_are_all_joined(client: Client) -> None:
    genes = " ".join(f"(ensembl:ENSG{158578 + number:011} {number})" for number in range(1000))
    found = rows(client, f"SELECT ?n ?name {{ VALUES (?gene ?n) {{ {genes} }} ?gene rdfs:label ?name }}")
    assert ["0", "ALAS2"] in found
    assert (
        client.ask(f"SELECT ?n {{ VALUES (?gene ?n) {{ {genes} }} }}", "text/csv").body.count(b"\n") == 1001
    )
