"""The editor's page without scripts: a form, questions as links, answers as pages."""

from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit

GENES = "SELECT ?gene { ?gene rdfs:label 'ALAS2' }"


def plain(visit: Visit, path: str = "/editor") -> Page:
    return visit(path, java_script_enabled=False)


def run(page: Page, query: str, form: str = "a page") -> None:
    page.get_by_label("Query").fill(query)
    page.get_by_label("Result as").select_option(label=form)
    page.get_by_role("button", name="Run").click()


def test_a_query_is_answered_as_a_page(visit: Visit) -> None:
    page = plain(visit)
    run(page, GENES)
    expect(page.locator("main table")).to_contain_text("ENSG00000158578")


def test_an_answer_leads_to_our_pages(visit: Visit) -> None:
    page = plain(visit)
    run(page, GENES)
    page.locator("main table a").first.click()
    page.wait_for_url("**/gene/ensembl:*")


def test_an_answer_has_an_address_that_can_be_passed_on(visit: Visit) -> None:
    page = plain(visit)
    run(page, GENES)
    page.goto(page.url)
    expect(page.locator("main table")).to_contain_text("ENSG00000158578")


@pytest.mark.parametrize("size", [100, 20_000])
def test_long_queries_are_answered_like_short_ones(visit: Visit, size: int) -> None:
    page = plain(visit)
    run(page, f"{GENES} # {'x' * size}")
    expect(page.locator("main table")).to_contain_text("ENSG00000158578")


def test_an_answer_can_be_had_in_other_formats(visit: Visit) -> None:
    page = plain(visit)
    with page.expect_download() as download:
        run(page, GENES, "CSV")
    assert download.value.path().read_text(encoding="utf-8").startswith("gene")


def test_a_question_fills_the_form_and_has_an_answer_beside_it(visit: Visit) -> None:
    page = plain(visit)
    page.locator("a.editor-example").first.click()
    page.wait_for_url("**/editor?query=*")
    assert "SELECT" in page.get_by_label("Query").input_value()
    page.locator("a.editor-result").first.click()
    expect(page.locator("main table")).to_be_visible()


def test_a_link_to_a_query_opens_in_the_form(visit: Visit) -> None:
    page = plain(visit, f"/editor?query={quote('ASK { ?a ?b <x:y> }')}")
    assert page.get_by_label("Query").input_value() == "ASK { ?a ?b <x:y> }"
