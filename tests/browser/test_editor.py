"""The SPARQL editor: questions with one click, our own completion, links that anyone can open."""

from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import Visit

pytestmark = pytest.mark.usefixtures("vendor")
GENES = "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\nSELECT ?gene { ?gene rdfs:label 'ALAS2' }"
TRIPLES = "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o FILTER (?p = rdfs:label) }"
EDITOR = ".yasqe:visible .CodeMirror"


def asked(page: Page) -> str:
    return str(page.locator(EDITOR).evaluate("element => element.CodeMirror.getValue()"))


def type_query(page: Page, query: str) -> None:
    page.locator(EDITOR).click()
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.press("Delete")
    page.keyboard.type(query)


def test_a_question_is_answered_with_one_click(visit: Visit) -> None:
    page = visit("/editor")
    page.get_by_role("link", name="Which conflicts stand", exact=False).first.click()
    expect(page.locator(".yasr_results tbody tr").first).to_be_visible()
    assert "gl:Conflict" in asked(page)


def test_an_iri_in_a_result_opens_our_page(visit: Visit) -> None:
    page = visit(f"/editor?query={quote(GENES)}")
    with page.expect_popup() as opened:
        page.locator(".yasr_results a.iri").first.click()
    opened.value.wait_for_url("**/gene/ensembl:*")
    expect(opened.value.get_by_role("heading", level=1)).to_contain_text("ALAS2")


def test_a_link_to_a_query_holds_the_query_and_nothing_else(visit: Visit) -> None:
    page = visit("/editor")
    type_query(page, "ASK { }")
    page.locator(".yasqe_share button:visible, button.yasqe_share:visible").first.click()
    link = urlsplit(page.locator(".yasqe_sharePopup input").first.input_value())
    assert link.path == "/editor"
    assert parse_qs(link.query) == {"query": [asked(page)]}


def test_completion_offers_the_terms_of_the_data_with_their_counts(visit: Visit) -> None:
    page = visit("/editor")
    type_query(page, "SELECT * { ?claim gl:quot")
    offered = page.locator(".CodeMirror-hint", has_text="gl:quote")
    expect(offered).to_have_text("gl:quote  (673)")
    page.keyboard.press("Enter")
    assert asked(page).endswith("?claim gl:quote")


def test_completion_offers_our_prefixes_alone(visit: Visit) -> None:
    page = visit("/editor")
    type_query(page, "PREFIX f")
    page.keyboard.press("Control+Space")
    expect(page.locator(".CodeMirror-hint").first).to_be_visible()
    offered = [text.partition(":")[0] for text in page.locator(".CodeMirror-hint").all_inner_texts()]
    assert offered == ["fabio", "faldo"]


def test_the_columns_of_a_result_can_be_drawn_wider(visit: Visit) -> None:
    page = visit(f"/editor?query={quote(GENES.replace('?gene', '?gene (1 AS ?one)', 1))}")
    head = page.locator(".yasr_results th").first
    before = head.evaluate("head => head.style.width")
    page.locator(".grip-handle .grip-resizable").first.hover()
    page.mouse.down()
    page.mouse.move(300, 500, steps=4)
    page.mouse.up()
    assert head.evaluate("head => head.style.width") != before


def test_a_syntax_error_is_explained_in_the_margin(visit: Visit) -> None:
    page = visit("/editor")
    type_query(page, "SELECT nothing")
    page.locator(".parseErrorIcon").hover()
    expect(page.locator(".yasqe_tooltip")).to_contain_text("Expected: DISTINCT")


def test_an_error_of_the_server_is_shown_in_its_words(visit: Visit) -> None:
    page = visit(f"/editor?query={quote('SELECT (COUNT(?a AS ?b) {}')}", tolerated="400 (Bad Request)")
    expect(page.locator(".errorResult")).to_contain_text("Not a SPARQL queryLine 1, column")


def test_open_queries_are_there_on_the_next_visit(visit: Visit) -> None:
    page = visit("/editor")
    type_query(page, "ASK { }")
    page.locator("h1").click()
    page.reload()
    expect(page.locator(EDITOR)).to_be_visible()
    assert asked(page) == "ASK { }"


@pytest.mark.parametrize("query", [GENES, "ASK {}", TRIPLES])
def test_answers_shut_no_one_out(axe: None, visit: Visit, query: str) -> None:
    page = visit(f"/editor?query={quote(query)}", color_scheme="light")
    expect(page.locator(".yasr_response_chip")).to_contain_text("seconds")
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page) == []


@pytest.mark.parametrize("part", ["yasgui.min.js", "editor.js"])
def test_the_plain_form_stays_where_a_script_is_missing(visit: Visit, part: str) -> None:
    page = visit("/editor")
    page.route(f"**/{part}", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.reload()
    expect(page.get_by_role("button", name="Run")).to_be_visible()
