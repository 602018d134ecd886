"""The side bar of the editor: examples over this graph, and those that ask other endpoints."""

from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pyoxigraph
import pytest

from genelore.description import describe
from genelore.endpoint.editor.examples import federated, local, titled
from genelore.endpoint.editor.handling import HANDLERS
from genelore.endpoint.elsewhere import Elsewhere
from genelore.endpoint.job import Job
from genelore.endpoint.site import Site

QUESTION = "Which reaction do our genes' enzymes catalyse, by UniProt, and how does Rhea write it?"
SITE = Site(Path("store"), Path("store"))
COMMAND = "genelore query --federate --example rhea-reactions"


class Links(HTMLParser):
    """The names of the examples that a page links to, and its texts."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.texts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names += [value for key, value in attrs if key == "data-name" and value]

    def handle_data(self, data: str) -> None:
        self.texts.append(data.strip())


@pytest.fixture(scope="module")
def store() -> pyoxigraph.Store:
    found = pyoxigraph.Store()
    found.extend(describe(found))
    return found


def shown(store: pyoxigraph.Store, site: Site) -> Links:
    content = HANDLERS["editor"](store, site, Job("editor")).content
    assert isinstance(content, bytes)
    return Links(content.decode())


def test_federated_examples_stand_under_the_endpoints_that_they_ask(store: pyoxigraph.Store) -> None:
    groups = dict(federated(store, SITE))
    assert [example.name for example in groups["Rhea and UniProt"]] == ["rhea-reactions"]
    assert {heading for heading, _ in local(store, SITE)} == {
        "What documents say", "What holds", "Where they disagree"
    }  # fmt: skip


def test_the_page_gives_the_command_where_the_server_asks_no_other(store: pyoxigraph.Store) -> None:
    page = shown(store, SITE)
    assert {QUESTION, COMMAND, "With Rhea and UniProt"} <= {*page.texts}
    assert "rhea-reactions" not in page.names
    assert "documents" in page.names


def test_the_page_links_to_what_the_server_asks_for_the_user(store: pyoxigraph.Store) -> None:
    page = shown(store, replace(SITE, elsewhere=Elsewhere((), Path("cache"), 10.0)))
    assert "rhea-reactions" in page.names
    assert COMMAND not in page.texts


def test_an_endpoint_that_is_not_listed_is_named_by_its_host() -> None:
    assert titled(["https://data.example.org/sparql"]) == "data.example.org"
    assert titled(["https://www.bgee.org/sparql/", "https://rdfportal.org/ebi/sparql"]) == (
        "Bgee and Ensembl RDF at the RDF Portal"
    )
