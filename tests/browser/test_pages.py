"""Every kind of page, narrow and wide, light and dark, and on paper; pictures of them all are kept."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.axe import violations
from tests.browser.conftest import VENDOR, Visit
from tests.browser.kinds import KINDS, addresses
from tests.seeds import ROOT

PICTURES = Path(os.environ.get("GENELORE_SCREENSHOTS") or ROOT / "build/screenshots")
# What paper would cut off: boxes that hold more than they show.
CUT_OFF = """() => [...document.querySelectorAll("main *")].filter((box) => {
  const style = getComputedStyle(box);
  const isOpen = style.overflowX === "visible" && style.overflowY === "visible";
  if (isOpen || box.clientWidth < 2 || box.closest(".CodeMirror, textarea, svg")) return false;
  return box.scrollWidth > box.clientWidth + 2 || box.scrollHeight > box.clientHeight + 2;
}).map((box) => box.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="session")
def where(seed_store: Path) -> dict[str, str]:
    return dict(addresses(seed_store))


def settled(page: Page) -> Page:
    """Wait until the editor has taken the place of the form, on its page."""
    if page.locator("#yasgui").count() and VENDOR.is_file():
        page.locator(".yasqe").wait_for()
    return page


def picture(page: Page, name: str) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=PICTURES / f"{name}.png", full_page=True)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("kind", KINDS)
def test_no_page_is_wider_than_its_window(visit: Visit, where: dict[str, str], kind: str, width: int) -> None:
    page = settled(visit(where[kind], width=width))
    picture(page, f"{kind}-{width}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_no_page_shuts_anyone_out(
    axe: None, visit: Visit, where: dict[str, str], kind: str, scheme: str
) -> None:
    page = settled(visit(where[kind], color_scheme=scheme))
    assert violations(page) == []


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_cut_off_on_paper(visit: Visit, where: dict[str, str], kind: str) -> None:
    page = visit(where[kind], width=720)
    page.emulate_media(media="print")
    assert page.evaluate(CUT_OFF) == []
    assert page.locator("main").inner_text().strip()


@pytest.mark.parametrize("kind", ["gene", "document", "editor"])
def test_pages_are_dark_where_the_night_is_asked_for(visit: Visit, where: dict[str, str], kind: str) -> None:
    page = settled(visit(where[kind], color_scheme="dark"))
    picture(page, f"{kind}-dark")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert max(int(part) for part in ground.strip("rgb()").split(",")) < 64
