"""The report of an audit, as a phone and a wide screen show it."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from genelore.audit.findings import findings
from genelore.publish.report import report
from ontology.terms import BASE
from tests.genelore.audit.hand_made import audit_of_seeds, seeds

# Texts of pictures that are not wholly inside theirs.
CLIPPED = """() => [...document.querySelectorAll("svg text")].filter(text => {
  const frame = text.ownerSVGElement.viewBox.baseVal, box = text.getBBox();
  return box.x < 0 || box.x + box.width > frame.width || box.y < 0 || box.y + box.height > frame.height + 1;
}).map(text => text.textContent)"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    path: Path = tmp_path_factory.mktemp("report") / "report.html"
    found = findings(seeds(), audit_of_seeds(), BASE)
    path.write_text(report(seeds(), audit_of_seeds(), found, BASE), encoding="utf-8")
    return path.as_uri()


@pytest.mark.parametrize("width", [360, 390, 1280])
def test_the_report_is_as_wide_as_the_window_and_no_label_is_cut(browser: Browser, address: str, width: int):
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(address)

    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert page.evaluate(CLIPPED) == []
    context.close()


def test_the_names_of_facts_are_not_broken_letter_by_letter_on_a_phone(browser: Browser, address: str):
    context = browser.new_context(viewport={"width": 360, "height": 900})
    page = context.new_page()
    page.goto(address)
    height = page.get_by_role("rowheader", name="chromosome", exact=True).first.evaluate(
        "header => header.clientHeight / parseFloat(getComputedStyle(header).lineHeight)"
    )

    assert height < 2
    context.close()
