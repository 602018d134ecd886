"""SPARQL and markup where values are expected, and writing where only reading is (ATTACKS.md 19, 21, 24)."""

from urllib.parse import quote

import pytest

from tests.genelore.endpoint.attacks.site import Client

FORM = "application/x-www-form-urlencoded"
COUNT = "SELECT (COUNT(*) AS ?n) { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"
INJECTIONS = (
    "ALAS2' } . ?s ?p ?o . { ?x ?y 'a",
    'ALAS2" } UNION { ?s ?p ?o } #',
    "x> ?p ?o } } ; DROP ALL ; SELECT * { <x",
    "\\u0027 . SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } #",
    "ALAS2\n} ORDER BY ?s #",
    "${7*7}{{7*7}}",
)
MARKUP = "<script>alert(1)</script><img src=x onerror=alert(1)>"
UPDATES = ("INSERT DATA { <http://example.org/a> a <http://example.org/b> }", "DROP ALL", "CLEAR DEFAULT")


def _path(template: str, value: str) -> str:
    return template.format(quote(value, safe=""))


@pytest.mark.parametrize("value", INJECTIONS)
@pytest.mark.parametrize(
    "template",
    [
        "/search?q={}",
        "/gene/{}",
        "/claim/{}",
        "/document/{}",
        "/resolve?iri={}",
        "/graphs?graph={}",
        "/sparql?query=ASK%7B%7D&default-graph-uri={}",
        "/sparql?query=ASK%7B%7D&format={}",
    ],
)
def test_sparql_in_a_parameter_is_a_value(attacker: Client, template: str, value: str) -> None:
    answer = attacker.get(_path(template, value), "text/html")
    assert answer.status in {200, 303, 400, 404, 406}
    assert b"49" not in answer.body or b"{{7*7}}" not in value.encode()


@pytest.mark.parametrize("accept", ["text/html", "text/plain", "application/json", "*/*", "application/xml"])
def test_markup_in_an_error_is_text(attacker: Client, accept: str) -> None:
    for path in (
        _path("/sparql?query={}", f"SELECT {MARKUP}"),
        _path("/{}", MARKUP),
        _path("/gene/{}", MARKUP),
    ):
        answer = attacker.get(path, accept)
        assert 400 <= answer.status < 500
        assert answer.headers["x-content-type-options"] == "nosniff"
        policy = answer.headers["content-security-policy"]
        assert "default-src 'self'" in policy
        assert "unsafe-inline" not in policy
        if answer.headers["content-type"].startswith("text/html"):
            assert b"<script>alert" not in answer.body
            assert b"<img src=x" not in answer.body
        else:
            assert not answer.headers["content-type"].startswith(("application/xhtml", "image/svg"))


def test_markup_in_a_literal_of_a_result_is_text(attacker: Client) -> None:
    query = f"SELECT ('{MARKUP}' AS ?x) (IRI('javascript:alert(1)') AS ?y) {{}}"
    answer = attacker.ask(query, "text/html")
    assert b"<script>alert" not in answer.body
    assert b'href="javascript:' not in answer.body


@pytest.mark.parametrize("update", UPDATES)
def test_an_update_is_refused_however_it_is_sent(attacker: Client, update: str) -> None:
    before = attacker.ask(COUNT, "text/csv").body
    encoded = quote(update)
    override = {"X-HTTP-Method-Override": "PUT", "Content-Type": FORM}
    answers = [
        attacker.get(f"/sparql?update={encoded}"),
        attacker.get(f"/sparql?query={encoded}"),
        attacker.send("POST", "/sparql", {"Content-Type": FORM}, f"update={encoded}".encode()),
        attacker.send("POST", "/sparql", {"Content-Type": FORM}, f"query={encoded}".encode()),
        attacker.send("POST", "/sparql", {"Content-Type": "application/sparql-update"}, update.encode()),
        attacker.send("POST", "/sparql", override, f"query={encoded}".encode()),
        attacker.ask(update),
        *(
            attacker.send(method, "/sparql", {"Content-Type": "text/turtle"}, b"<a:b> a <a:c> .")
            for method in ("PUT", "PATCH", "DELETE")
        ),
        *(
            attacker.send(method, "/graphs?default", {"Content-Type": "text/turtle"}, b"<a:b> a <a:c> .")
            for method in ("PUT", "POST", "PATCH", "DELETE")
        ),
    ]
    assert [answer.status for answer in answers if not 400 <= answer.status < 500] == []
    assert attacker.ask(f"{COUNT} # again", "text/csv").body == before
