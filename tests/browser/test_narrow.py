"""Wide tables on narrow screens, and dark pages on paper."""

from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit

ROWS = "SELECT ?claim ?quote ?lines { GRAPH ?g { ?claim gl:quote ?quote ; gl:lines ?lines } } LIMIT 20"
INK = "getComputedStyle(document.body).color"


@pytest.mark.parametrize(
    "path", ["/", "/about", "/genes", "/source-kind/gpt3_gene_post", f"/sparql?query={quote(ROWS)}"]
)
def test_no_column_is_cut_off_on_a_phone(visit: Visit, path: str) -> None:
    page = visit(path, width=360)
    cells = page.locator("main tbody tr").nth(0).locator("td:visible")
    assert cells.count() > 0
    for cell in cells.all():
        box = cell.bounding_box()
        assert box and box["x"] + box["width"] <= 360
    assert page.locator("main table").first.evaluate(
        "table => table.scrollWidth <= table.parentNode.clientWidth"
    )


def test_what_scrolls_sideways_has_a_shade_at_its_edge(visit: Visit) -> None:
    page = visit("/source-kind/gpt3_gene_post", width=700)
    box = page.get_by_role("region", name="Verdicts by property")
    assert box.evaluate("box => box.scrollWidth > box.clientWidth")
    assert "local" in box.evaluate("box => getComputedStyle(box).backgroundAttachment")


@pytest.mark.parametrize("path", ["/", "/gene/ensembl:ENSG00000158578", "/document/7a3567fea256bdc8"])
def test_paper_is_light_where_the_screen_is_dark(visit: Visit, path: str) -> None:
    page = visit(path, color_scheme="dark")
    expect(page.locator("main")).to_be_visible()
    assert brightness(str(page.evaluate(INK))) > 192
    page.emulate_media(media="print", color_scheme="dark")
    assert brightness(str(page.evaluate(INK))) < 64


def brightness(colour: str) -> int:
    return max(int(part) for part in colour.strip("rgb()").split(","))
