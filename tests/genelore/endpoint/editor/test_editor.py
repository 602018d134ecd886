import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from genelore.endpoint.editor.policy import POLICY
from ontology.prefixes import prefixes
from ontology.terms import GL, RDF
from tests.genelore.endpoint.protocol.server import Answer, Request, ask, served

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@pytest.fixture(scope="module")
def port(seed_store: Path) -> Iterator[int]:
    with served(seed_store) as number:
        yield number


def page(port: int, path: str = "/editor") -> str:
    answer = ask(port, Request(path))
    assert (answer.status, answer.media) == (200, "text/html")
    return answer.body.decode()


def post(port: int, query: str, form: str = "") -> Answer:
    body = urlencode({"query": query, "format": form}).encode()
    return ask(port, Request("/editor", "POST", FORM, body))


def test_the_page_lists_the_questions_of_the_dataset(port: int) -> None:
    assert "Which conflicts stand, the gravest first, and what is each in one sentence?" in page(port)


def test_the_query_of_a_link_is_in_the_form_with_its_prefixes_and_escaped(port: int) -> None:
    link = urlencode({"query": "ASK { ?a rdfs:label '</textarea>' }"})
    shown = page(port, f"/editor?{link}")
    assert "PREFIX rdfs: &lt;http://www.w3.org/2000/01/rdf-schema#&gt;\nASK { ?a rdfs:label" in shown
    assert shown.count("</textarea>") == 1


def test_the_page_lets_no_script_and_no_style_in_but_ours(port: int) -> None:
    policy = ask(port, Request("/editor")).headers["content-security-policy"]
    assert policy == POLICY
    assert "default-src 'self';" in policy
    assert "'unsafe-inline'" not in policy
    assert "script-src" not in policy


def test_a_short_query_of_the_form_becomes_a_link(port: int) -> None:
    answer = post(port, "ASK { ?a ?b 'ü' }", "json")
    assert answer.status == 303
    address = urlsplit(answer.headers["location"])
    assert address.path == "/sparql"
    assert parse_qs(address.query) == {"query": ["ASK { ?a ?b 'ü' }"], "format": ["json"]}


def test_a_long_query_of_the_form_is_sent_on_as_it_came(port: int) -> None:
    answer = post(port, f"ASK {{}} # {'x' * 7000}")
    assert (answer.status, answer.headers["location"]) == (307, "/sparql")


def test_completion_knows_our_prefixes_and_counts_the_terms_of_all_graphs(port: int) -> None:
    answer = ask(port, Request("/editor/completions.json"))
    assert answer.media == "application/json"
    found = json.loads(answer.body)
    assert found["prefixes"] == dict(prefixes())
    assert found["classes"][f"{GL}Claim"] == found["properties"][f"{GL}quote"] == 673
    assert next(iter(found["properties"])) == f"{RDF}type"


def test_our_scripts_are_served_and_nothing_outside_their_folder(port: int) -> None:
    assert ask(port, Request("/static/editor/editor.js")).media == "text/javascript"
    assert ask(port, Request("/static/editor/../routes.py")).status == 404
    assert ask(port, Request("/static/editor/%2e%2e/routes.py")).status == 404
