"""What axe-core finds wrong with a page, by all its rules that are not experimental: WCAG and more."""

from collections.abc import Sequence

from playwright.sync_api import Page

from tests.seeds import ROOT

SCRIPT = ROOT / "node_modules/axe-core/axe.min.js"


def violations(page: Page) -> Sequence[tuple[str, list[object]]]:
    """Return the rules that are broken, each with the selectors of the elements that break it."""
    page.evaluate(SCRIPT.read_text(encoding="utf-8"))
    found = page.evaluate("() => axe.run({rules: {'target-size': {enabled: true}}})")
    return [(each["id"], [node["target"] for node in each["nodes"]]) for each in found["violations"]]
