"""What people read on the page of a document."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.genelore.endpoint.pages.visit import described, page, words
from tests.genelore.endpoint.protocol.server import served
from tests.seeds import NAMES, ROOT

WIKIPEDIA = "/document/7a3567fea256bdc8.html"
POST = "/document/7cad29aaa7893896.html"
DOCUMENTS = {
    "wikipedia": WIKIPEDIA,
    "gpt3_gene_post": POST,
    "chickybase": "/document/8a2e0d786a0eeb1b.html",
}
CHICKEN_LINK = "/link/3bfc2e5d1f9a07682636.html"


@pytest.fixture(scope="module")
def port(seed_store: Path) -> Iterator[int]:
    with served(seed_store) as number:
        yield number


def test_a_document_with_a_free_licence_is_shown_whole_with_numbered_lines(port: int) -> None:
    found = page(port, WIKIPEDIA)
    text = (ROOT / "seeds" / NAMES["wikipedia"]).read_text(encoding="utf-8")
    assert {f"L{number}" for number in range(1, len(text.splitlines()) + 1)} <= found.anchors()
    assert "Markdown URL: https://mediated.wiki/source/ALAS2.md" in found.text
    assert "CC BY-SA 4.0" in found.text


def test_a_document_without_a_licence_shows_what_its_claims_quote_and_no_more(port: int) -> None:
    found = page(port, POST)
    assert "ENSG00000102010" in found.text
    assert "L32" in found.anchors()
    assert "bone marrow transplants" in found.text
    assert "can vary depending on the severity" not in found.text
    assert "states no licence" in found.text


def test_a_private_server_shows_the_whole_text(seed_store: Path) -> None:
    with served(seed_store, "--texts", "all") as port:
        assert "can vary depending on the severity" in page(port, POST).text


def test_a_server_that_shows_no_texts_shows_quotes_of_free_ones_too(seed_store: Path) -> None:
    with served(seed_store, "--texts", "none") as port:
        found = page(port, WIKIPEDIA)
    assert "Markdown URL" not in found.text
    assert "ENSG00000158578" in found.text


def test_every_claim_is_listed_and_reached_from_the_text(port: int) -> None:
    found = page(port, WIKIPEDIA)
    items = (one.attributes.get("id", "") for one in found.elements if one.name == "li")
    listed = {name for name in items if len(name) == 20}
    assert len(listed) == 238
    assert listed <= {target.removeprefix("#") for target in found.targets()}


def test_a_verdict_is_told_by_sign_and_word_and_not_by_colour_alone(port: int) -> None:
    found = page(port, POST)
    marks = [one for one in found.of("class", "mark") if "begins" in one.attributes["class"]]
    assert any("refuted" in mark.attributes["class"] for mark in marks)
    assert "refuted: ENSG00000102010" in found.text
    assert "✗ refuted" in found.text


def test_the_claims_of_one_verdict_can_be_chosen(port: int) -> None:
    found = page(port, f"{POST}?verdict=refuted")
    classes = {one.attributes["class"].split()[1] for one in found.of("class", "mark")}
    assert classes == {"refuted"}
    assert "5 refuted" in words(found)


def test_a_verdict_that_is_none_is_passed_over(port: int) -> None:
    assert "all" in words(page(port, f"{POST}?verdict=%22%3E%3Cscript%3E"))


def test_a_document_links_its_records_conflicts_and_origin(port: int) -> None:
    targets = page(port, "/document/8a2e0d786a0eeb1b.html").targets()
    assert CHICKEN_LINK.removesuffix(".html") in targets
    assert "/source/seeds/alas2-chickybase.md" in targets
    assert "/conflict/fc36de0ec508e226ecaa" in targets


def test_a_document_is_described_as_a_dataset_made_from_a_work(port: int) -> None:
    said = described(port, WIKIPEDIA)
    assert said["@type"] == "Dataset"
    assert said["license"] == "https://creativecommons.org/licenses/by-sa/4.0/"


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_every_line_that_is_linked_on_the_page_is_there(port: int, kind: str) -> None:
    for chosen in ("", "?verdict=refuted"):
        found = page(port, f"{DOCUMENTS[kind]}{chosen}")
        lines = {target[1:] for target in found.targets() if target.startswith("#L")}
        assert lines <= found.anchors()


def test_lines_without_a_claim_are_named_and_not_linked_where_the_text_is_withheld(seed_store: Path) -> None:
    with served(seed_store, "--texts", "none") as port:
        for address in DOCUMENTS.values():
            found = page(port, address)
            assert {one[1:] for one in found.targets() if one.startswith("#L")} <= found.anchors()
