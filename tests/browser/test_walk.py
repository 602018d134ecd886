"""What a visitor does, with scripts and without: search, gene, conflict, quoted line, the same as data."""

import pyoxigraph
import pytest
from playwright.sync_api import Page, expect
from pyoxigraph import RdfFormat

from tests.browser.conftest import Visit

ALAS2 = "/gene/ensembl:ENSG00000158578"
FORMATS = {"text/turtle": RdfFormat.TURTLE, "application/ld+json": RdfFormat.JSON_LD}
with_and_without_scripts = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])


def search(page: Page, words: str) -> None:
    page.locator("main input[type=search]").fill(words)
    page.keyboard.press("Enter")


@with_and_without_scripts
def test_a_gene_is_found_by_its_symbol(visit: Visit, scripts: bool) -> None:
    page = visit("/", java_script_enabled=scripts)
    search(page, "ALAS2")
    page.wait_for_url(f"**{ALAS2}")
    expect(page.get_by_role("heading", level=1)).to_contain_text("ALAS2")


@with_and_without_scripts
def test_a_gene_is_found_among_others_by_a_part_of_its_name(visit: Visit, scripts: bool) -> None:
    page = visit("/", java_script_enabled=scripts)
    search(page, "aminolevulinate")
    page.wait_for_url("**/search?q=aminolevulinate")
    page.locator(f"main a[href='{ALAS2}']").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("ALAS2")


@with_and_without_scripts
def test_a_conflict_of_a_gene_leads_to_the_quoted_line(visit: Visit, scripts: bool) -> None:
    page = visit(ALAS2, java_script_enabled=scripts)
    page.locator("main a[href^='/conflict/']").first.click()
    page.wait_for_url("**/conflict/*")
    page.locator("main a[href*='/document/'][href*='#L']").first.click()
    page.wait_for_url("**/document/**#L*")
    line = page.locator(f"[id='{page.url.partition('#')[2]}']")
    expect(line).to_be_in_viewport()
    assert line.inner_text().strip()


@with_and_without_scripts
@pytest.mark.parametrize("media", FORMATS)
def test_a_gene_can_be_had_as_data(visit: Visit, scripts: bool, media: str) -> None:
    page = visit(ALAS2, java_script_enabled=scripts)
    address = page.locator(f"footer a[type='{media}']").get_attribute("href")
    answer = page.request.get(address or "")
    assert answer.headers["content-type"].partition(";")[0] == media
    triples = [*pyoxigraph.parse(answer.body(), format=FORMATS[media])]
    assert any("ENSG00000158578" in str(triple.subject) for triple in triples)
