"""Addresses that programs try by convention."""

from collections.abc import Iterator
from pathlib import Path
from urllib.robotparser import RobotFileParser

import pytest

from tests.genelore.endpoint.protocol.server import Request, ask, served


@pytest.fixture(scope="module")
def port(seed_store: Path) -> Iterator[int]:
    with served(seed_store) as number:
        yield number


@pytest.mark.parametrize("page", ["genes", "about", "search", "editor", "graphs", "data"])
def test_a_slash_too_many_leads_to_the_page(port, page):
    answer = ask(port, Request(f"/{page}/?q=a%20b"))
    assert (answer.status, answer.headers["location"]) == (308, f"/{page}?q=a%20b")
    assert ask(port, Request(f"/{page}/")).headers["location"] == f"/{page}"


def test_robots_find_pages_and_ask_no_queries(port):
    answer = ask(port, Request("/robots.txt"))
    rules = RobotFileParser()
    rules.parse(answer.body.decode().splitlines())
    assert answer.media == "text/plain"
    for path in ("/", "/genes", "/gene/ensembl:ENSG00000158578", "/dataset", "/claim/0a.html"):
        assert rules.can_fetch("anybot", path), path
    for path in ("/sparql?query=ASK", "/sparql.csv?query=ASK", "/search?q=a", "/graphs?default", "/data.nq"):
        assert not rules.can_fetch("anybot", path), path


def test_there_is_an_icon(port):
    answer = ask(port, Request("/favicon.ico"))
    assert (answer.status, answer.media) == (200, "image/svg+xml")
    assert answer.body.startswith(b"<svg")
