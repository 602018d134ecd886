"""The site by keyboard alone: every stop can be seen and follows the order of the page; none is a trap."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit

STOPS = 60
# The element that has the focus: how it is marked, where it is, and whether it follows the one before.
STOP = """() => {
  const stop = document.activeElement;
  if (!stop || stop === document.body) return null;
  const follows = !window.last || Boolean(window.last.compareDocumentPosition(stop) & 4);
  window.last = stop;
  const marks = [stop, stop.closest(".CodeMirror")].filter(Boolean).map((each) => getComputedStyle(each));
  const isMarked = marks.some((style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0);
  const { width, height, bottom, top } = stop.getBoundingClientRect();
  const isShown = width > 0 && height > 0 && bottom > 0 && top < innerHeight;
  return { html: stop.outerHTML.slice(0, 120), follows, isMarked, isShown };
}"""


def stops(page: Page) -> list[dict[str, object]]:
    found = []
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if not stop:
            break
        found.append(stop)
    return found


@pytest.mark.parametrize(
    "address", ["/", "/gene/ensembl:ENSG00000158578", "/search?q=aminolevulinate", "/about"]
)
def test_every_stop_is_marked_and_in_order(visit: Visit, address: str) -> None:
    found = stops(visit(address))
    assert len(found) > 5
    assert [stop["html"] for stop in found if not stop["isMarked"]] == []
    assert [stop["html"] for stop in found if not stop["isShown"]] == []
    assert [stop["html"] for stop in found if not stop["follows"]] == []


def test_the_first_stop_leads_past_the_head_of_the_page(visit: Visit) -> None:
    page = visit("/gene/ensembl:ENSG00000158578")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_the_editor_is_no_trap(visit: Visit, vendor: None) -> None:
    page = visit("/editor")
    page.locator(".CodeMirror textarea").first.focus()
    passed = [
        page.keyboard.press("Tab") or page.evaluate("document.activeElement.className") for _ in range(9)
    ]
    assert any("yasqe_queryButton" in name for name in passed)
    assert any("editor-example" in name for name in passed)


def test_a_gene_is_reached_without_a_mouse(visit: Visit) -> None:
    page = visit("/")
    tab_to(page, "[type=search]")
    page.keyboard.type("aminolevulinate")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=aminolevulinate")
    tab_to(page, "main a[href^='/gene/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/gene/**")


def tab_to(page: Page, selector: str) -> None:
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} is not among the first {STOPS} stops")
