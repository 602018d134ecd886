"""What is found for what people type."""

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from genelore.endpoint.pages.search.index import Entry, Index, Text, folded
from genelore.publish.spelling import spelled
from tests.genelore.endpoint.pages.markup import read
from tests.genelore.endpoint.pages.visit import page, words
from tests.genelore.endpoint.protocol.server import Answer, Request, ask, served

ALAS2 = "/gene/ensembl:ENSG00000158578"
HUMAN = Entry("gene", "ALAS2", "human", "/gene/human")
MOUSE = Entry("gene", "Alas2", "mouse", "/gene/mouse")
TERM = Entry("term", "heme biosynthetic process", "GO:0006783", "/term/GO:0006783")
TEXTS = (
    Text("ALAS2", "symbol", HUMAN),
    Text("Alas2", "symbol", MOUSE),
    Text("ENSG00000158578", "identifier", HUMAN),
    Text("ANH1", "alias", HUMAN),
    Text("heme biosynthetic process", "name", TERM),
)


@pytest.fixture(scope="module")
def port(seed_store: Path) -> Iterator[int]:
    with served(seed_store) as number:
        yield number


def search(port: int, asked: str, more: str = "") -> Answer:
    return ask(port, Request(f"/search?q={quote(asked, safe='')}{more}", headers={"Accept": "text/html"}))


def found(asked: str) -> list[tuple[str, int]]:
    return [(hit.entry.address, hit.rank) for hit in Index(TEXTS).find(asked, 10)]


def test_the_spelling_with_its_case_comes_before_the_one_without() -> None:
    assert found("ALAS2") == [("/gene/human", 0), ("/gene/mouse", 1)]
    assert found("Alas2") == [("/gene/mouse", 0), ("/gene/human", 1)]


def test_the_version_of_an_identifier_does_not_matter() -> None:
    assert found("ensg00000158578.22") == [("/gene/human", 0)]


def test_beginnings_words_and_pieces_are_found_in_this_order() -> None:
    assert found("heme") == [("/term/GO:0006783", 2)]
    assert found("biosyn") == [("/term/GO:0006783", 3)]
    assert found("osynth") == [("/term/GO:0006783", 4)]


def test_what_nothing_is_called_finds_nothing() -> None:
    assert found("BRCA1") == [] and found("  ") == [] and found("\n") == []


def test_accents_and_white_space_are_folded() -> None:
    assert folded(" Müller\u00a0 CELL\n") == "muller cell"


@pytest.mark.parametrize(
    ("asked", "curie"),
    [
        ("HGNC:397", "hgnc:397"),
        ("MIM 301300", "omim:301300"),
        ("OMIM:301300", "omim:301300"),
        ("GeneID:212", "ncbigene:212"),
        ("go:0006783", "GO:0006783"),
        ("MGI:87990", "mgi:87990"),
        ("http://purl.uniprot.org/mim/301300", "omim:301300"),
        ("ensembl:ENSG00000158578.22", "ensembl:ENSG00000158578"),
        ("heme", "heme"),
        ("a" * 5000 + " 1", "a" * 5000 + " 1"),
    ],
)
def test_an_identifier_is_understood_however_it_is_spelled(asked: str, curie: str) -> None:
    assert spelled(asked) == curie


@pytest.mark.parametrize(
    "asked",
    [
        "ALAS2",
        "ENSG00000158578",
        "ENSG00000158578.22",
        "301300",
        "MIM 301300",
        "hgnc:397",
        "HGNC:397",
        "212",
        "P22557",
        "https://www.ncbi.nlm.nih.gov/gene/212",
        "http://identifiers.org/hgnc/HGNC:397",
    ],
)
def test_one_exact_hit_leads_to_its_page(port: int, asked: str) -> None:
    answer = search(port, asked)
    assert (answer.status, answer.headers["location"]) == (303, ALAS2)


def test_all_hits_are_shown_when_they_are_asked_for(port: int) -> None:
    answer = search(port, "ALAS2", "&all=1")
    assert answer.status == 200
    assert {ALAS2, "/gene/ensembl:ENSMUSG00000025270"} <= set(read(answer.body).targets())


def test_terms_documents_conflicts_and_papers_are_found_too(port: int) -> None:
    told = words(page(port, "/search?q=sideroblastic"))
    assert "Diseases" in told and "Conflicts" in told and "Papers" in told
    assert "/document/7a3567fea256bdc8" in page(port, "/search?q=alas2-wikipedia").targets()
    conflicts = page(port, "/search?q=identity+conflict&all=1").targets()
    assert any(target.startswith("/conflict/") for target in conflicts)


def test_what_the_reference_alone_knows_is_told(port: int) -> None:
    told = words(page(port, "/search?q=BRCA1"))
    assert (
        "Nothing in the graph is known by this." in told and "BRCA1 DNA repair associated (hgnc:1100)" in told
    )


def test_suggestions_are_json(port: int) -> None:
    answer = ask(port, Request("/search.json?q=alas"))
    assert answer.media == "application/json"
    results = json.loads(answer.body)["results"]
    assert {"kind": "gene", "label": "ALAS2", "address": ALAS2}.items() <= next(
        one for one in results if one["label"] == "ALAS2"
    ).items()


@pytest.mark.parametrize(
    "asked",
    [
        "<script>alert(1)</script>",
        '" onfocus="alert(1)" x="',
        "} ; DROP ALL ; {",
        "javascript:alert(1)",
        "{{ 7 * 7 }}",
        "%00\x01",
        "' OR 1=1 --",
        "\u202e\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"),
    ],
)
def test_nothing_that_is_typed_works_as_markup_or_sparql(port: int, asked: str) -> None:
    answer = search(port, asked)
    assert answer.status == 200
    shown = read(answer.body)
    field = next(one for one in shown.elements if one.attributes.get("name") == "q")
    assert field.attributes["value"] == asked.strip()
    assert not any(name.startswith("on") for one in shown.elements for name in one.attributes)
    assert all(target.startswith(("/", "#")) for target in shown.targets())
    assert all("src" in one.attributes for one in shown.elements if one.name == "script")


def test_an_empty_search_explains_itself(port: int) -> None:
    assert "Type a symbol" in words(page(port, "/search"))
