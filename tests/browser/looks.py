"""What one visit to a page shows: all that is looked for on every kind of page, and pictures of it."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.browser.axe import SCRIPT, violations
from tests.browser.watch import Watch
from tests.seeds import ROOT

PICTURES = Path(os.environ.get("GENELORE_SCREENSHOTS") or ROOT / "build/screenshots")
NARROW, PAPER, WIDE = 360, 720, 1280
# A picture ends there: what is further down is more of the same.
_TALLEST = 8_000
_WIDTH = "document.documentElement.scrollWidth"
_HEIGHT = "document.documentElement.scrollHeight"
_GROUND = "getComputedStyle(document.body).backgroundColor"
# What paper would cut off: boxes that hold more than they show.
_CUT_OFF = """() => [...document.querySelectorAll("main *")].filter((box) => {
  const style = getComputedStyle(box);
  const isOpen = style.overflowX === "visible" && style.overflowY === "visible";
  if (isOpen || box.clientWidth < 2 || box.closest(".CodeMirror, textarea, svg")) return false;
  return box.scrollWidth > box.clientWidth + 2 || box.scrollHeight > box.clientHeight + 2;
}).map((box) => box.outerHTML.slice(0, 120))"""
Violations = Sequence[tuple[str, list[object]]]


@dataclass(frozen=True, slots=True)
class Look:
    """A page in a wide light window, a narrow dark one, and on paper, which its `widths` are of in pixels.

    `ground` is its colour in the dark.
    """

    widths: tuple[int, int, int]
    light: Violations
    dark: Violations
    ground: str
    cut_off: Sequence[str]
    words: str
    mishaps: Sequence[str]


def look(browser: Browser, site: str, name: str, path: str) -> Look:
    """Visit a page once; a kind that answers with an error provokes one complaint, which is no mishap."""
    watch = Watch(site, tolerated="Failed to load resource" if name in {"gone", "not-found"} else "")
    context = browser.new_context(
        base_url=site, viewport={"width": WIDE, "height": 900}, color_scheme="light"
    )
    context.on("page", watch.follow)
    page = context.new_page()
    page.goto(path)
    _settle(page)
    try:
        return _seen(page, name, watch)
    finally:
        context.close()


def _seen(page: Page, name: str, watch: Watch) -> Look:
    wide, light = page.evaluate(_WIDTH), _violations(page)
    _picture(page, f"{name}-{WIDE}")
    page.set_viewport_size({"width": NARROW, "height": 900})
    _picture(page, f"{name}-{NARROW}")
    page.emulate_media(color_scheme="dark")
    narrow, dark, ground = page.evaluate(_WIDTH), _violations(page), page.evaluate(_GROUND)
    _picture(page, f"{name}-{NARROW}-dark")
    page.set_viewport_size({"width": PAPER, "height": 900})
    page.emulate_media(color_scheme="light", media="print")
    paper, cut_off = page.evaluate(_WIDTH), page.evaluate(_CUT_OFF)
    words = page.locator("main").inner_text().strip()
    _picture(page, f"{name}-print")
    mishaps = (*watch.foreign, *watch.complaints)
    return Look((wide, narrow, paper), light, dark, ground, cut_off, words, mishaps)


def _violations(page: Page) -> Violations:
    return violations(page) if SCRIPT.is_file() else ()


def _settle(page: Page) -> None:
    """Wait for the fonts, and on its page for the editor to take the place of the form."""
    page.evaluate("document.fonts.ready")
    if page.locator("#yasgui").count() and page.locator("script[src*=yasgui]").count():
        page.locator(".yasqe").wait_for()


def _picture(page: Page, name: str) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    size = page.viewport_size or {"width": WIDE, "height": 900}
    height = min(max(int(page.evaluate(_HEIGHT)), 900), _TALLEST)
    clip = {"x": 0.0, "y": 0.0, "width": float(size["width"]), "height": float(height)}
    page.screenshot(
        path=PICTURES / f"{name}.png",
        full_page=True,
        clip=clip,  # type: ignore[arg-type] # a mapping of floats, which is what it takes
        animations="disabled",
    )
