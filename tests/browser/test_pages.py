"""Every kind of page, narrow and wide, light and dark, and on paper; pictures of them all are kept."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.kinds import KINDS, addresses
from tests.browser.looks import NARROW, PAPER, WIDE, Look, look

Looks = Callable[[str], Look]
every_kind = pytest.mark.parametrize("kind", KINDS)


@pytest.fixture(scope="module")
def looks(browser: Browser, site: str, store: Path) -> Looks:
    """Give a function that visits the page of a kind, once however often it is asked."""
    where = addresses(store)
    return cache(lambda kind: look(browser, site, kind, where[kind]))


@every_kind
def test_no_page_is_wider_than_its_window_or_its_paper(looks: Looks, kind: str) -> None:
    wide, narrow, paper = looks(kind).widths
    assert wide <= WIDE
    assert narrow <= NARROW
    assert paper <= PAPER


@every_kind
def test_no_page_shuts_anyone_out(axe: None, looks: Looks, kind: str) -> None:
    assert looks(kind).light == []
    assert looks(kind).dark == []


@every_kind
def test_nothing_is_cut_off_on_paper(looks: Looks, kind: str) -> None:
    assert looks(kind).cut_off == []
    assert looks(kind).words


@every_kind
def test_pages_are_dark_where_the_night_is_asked_for(looks: Looks, kind: str) -> None:
    assert max(int(part) for part in looks(kind).ground.strip("rgb()").split(",")) < 64


@every_kind
def test_pages_load_nothing_from_elsewhere_and_break_no_rule_of_theirs(looks: Looks, kind: str) -> None:
    assert looks(kind).mishaps == ()
