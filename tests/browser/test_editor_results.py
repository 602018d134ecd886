"""What results of the editor show: literals as text whatever they hold, links where there is a page."""

from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit

pytestmark = pytest.mark.usefixtures("vendor")
MARKUP = "<img src=/x onerror=alert(1)><style>*{color:red}</style>&lt;b&gt;"
IDENTIFIERS = "Which Ensembl gene does each document"


def asked(visit: Visit, query: str) -> Page:
    page = visit(f"/editor?query={quote(query)}")
    expect(page.locator(".yasr_results tbody td").first).to_be_visible()
    return page


def test_markup_in_a_literal_is_shown_as_text_and_never_parsed(visit: Visit) -> None:
    page = asked(visit, f'SELECT ?x {{ VALUES ?x {{ "{MARKUP}" "{MARKUP}"@en }} }}')
    expect(page.locator(".yasr_results td").first).to_have_text(MARKUP)
    page.locator(".yasr_results th").last.click()
    page.locator(".tableFilter").fill("onerror")
    expect(page.locator(".yasr_results tbody tr")).to_have_count(2)
    page.get_by_label("Simple view").uncheck()
    expect(page.locator(".yasr_results tbody sup")).to_have_text("@en")
    assert page.locator(".yasr_results tbody img, .yasr_results style").count() == 0


def test_only_iris_of_the_web_are_links(visit: Visit) -> None:
    hostile = "http://example.org/'onmouseover='alert(1)"
    page = asked(visit, f'SELECT * {{ BIND(IRI("javascript:alert(1)") AS ?x) BIND(IRI("{hostile}") AS ?y) }}')
    expect(page.locator(".yasr_results td").first).to_have_text("javascript:alert(1)")
    links = page.locator(".yasr_results tbody a")
    expect(links).to_have_count(1)
    assert (links.get_attribute("href") or "").startswith("/resolve?iri=http%3A%2F%2Fexample.org")
    assert links.get_attribute("onmouseover") is None


def test_numbers_are_sorted_as_numbers(visit: Visit) -> None:
    page = asked(visit, "SELECT ?x { VALUES ?x { 10 9 2 } }")
    page.locator(".yasr_results th").last.click()
    assert page.locator(".yasr_results tbody td").all_inner_texts() == ["2", "9", "10"]


def test_all_columns_of_an_example_are_seen_at_once(visit: Visit) -> None:
    page = visit("/editor")
    page.get_by_text(IDENTIFIERS).click()
    expect(page.locator(".yasr_results tbody td").first).to_be_visible()
    width, held = page.locator(".yasr_results:visible").evaluate("box => [box.clientWidth, box.scrollWidth]")
    assert held <= width


def test_completion_leaves_the_buttons_and_the_questions_free(visit: Visit) -> None:
    page = visit("/editor")
    page.locator(".yasqe .CodeMirror").click()
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type("PREFIX ")
    page.keyboard.press("Control+Space")
    hints = page.locator(".CodeMirror-hints").bounding_box()
    share = page.locator(".yasqe_share:visible").first.bounding_box()
    assert hints and share and hints["x"] + hints["width"] < share["x"]
