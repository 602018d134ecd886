"""What axe-core finds wrong with a page, by the rules of WCAG 2.2, levels A and AA."""

from collections.abc import Sequence

from playwright.sync_api import Page

from tests.seeds import ROOT

SCRIPT = ROOT / "node_modules/axe-core/axe.min.js"
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def violations(page: Page) -> Sequence[tuple[str, list[object]]]:
    """Return the rules that are broken, each with the selectors of the elements that break it."""
    page.evaluate(SCRIPT.read_text(encoding="utf-8"))
    found = page.evaluate("tags => axe.run({runOnly: {type: 'tag', values: tags}})", STANDARDS)
    return [(each["id"], [node["target"] for node in each["nodes"]]) for each in found["violations"]]
