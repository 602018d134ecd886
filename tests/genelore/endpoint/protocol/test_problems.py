"""What is said to those who cannot have what they asked for."""

import json

import pytest

from genelore.endpoint.protocol.problem import Problem
from genelore.query_fault import fault
from tests.genelore.endpoint.protocol.server import Request, ask, get

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


def test_a_syntax_error_names_line_and_column_and_points_there(small):
    answer = get(small, "SELECT *\nWHERE { ?s ?p }", "*/*")
    assert (answer.status, answer.media) == (400, "text/plain")
    assert answer.body.decode().splitlines()[-2:] == ["WHERE { ?s ?p }", "        ^"]
    assert "Line 2, column 9" in answer.body.decode()


@pytest.mark.parametrize("accept", ["application/json", "application/sparql-results+json, */*;q=0.1"])
def test_who_asks_for_json_gets_a_problem_in_json(small, accept):
    answer = get(small, "SELECT *\nWHERE { ?s ?p }", accept)
    problem = json.loads(answer.body)
    assert (answer.status, answer.media) == (400, "application/problem+json")
    assert (problem["status"], problem["line"], problem["column"]) == (400, 2, 9)


def test_who_asks_for_a_page_gets_one_that_runs_nothing(small):
    answer = get(small, "<script>alert(1)</script>", BROWSER)
    assert (answer.status, answer.media) == (400, "text/html")
    assert b"<script>alert" not in answer.body
    assert b"&lt;script&gt;alert" in answer.body


def test_a_prefix_that_is_not_declared_is_named():
    message = "error at 1:16: expected one of Prefix not found, ['%'], ['\\u{0300}'..='\\u{036F}']"
    told = str(fault("ASK { ?s nope:p ?o }", message))
    assert told.startswith("Line 1, column 10: the prefix nope: is not declared.")
    assert told.endswith("\n         ^")


@pytest.mark.parametrize(
    ("query", "line", "column"),
    [
        ("SELECT WHERE { ?s ?p ?o }", 1, 8),
        ("ASK { ?x ?p ?o FILTER(?x = ) }", 1, 28),
        ("SELECT * {\n ?s ?p ?o .\n ?s ?p ?o ?q .\n ?a ?b ?c .\n}", 3, 11),
        ("SELECT * { ?s ?p ?o } LIMIT ten", 1, 29),
        ("SELECT (nope(1) AS ?x) {}", 1, 9),
    ],
)
def test_the_caret_is_where_the_query_goes_wrong(small, query, line, column):
    problem = json.loads(get(small, query, "application/json").body)
    assert (problem["line"], problem["column"]) == (line, column)


def test_an_update_is_called_one(small):
    answer = get(small, "PREFIX e: <http://e/>\nINSERT DATA { e:a e:b e:c }", "*/*")
    assert (answer.status, b"this is an update" in answer.body) == (400, True)


def test_a_function_that_does_not_exist_is_named_and_is_no_syntax_error(small):
    answer = get(small, "SELECT (<http://example.org/f>(1) AS ?x) {}", "*/*")
    assert answer.status == 422
    assert b"<http://example.org/f>" in answer.body


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (Request("/nowhere"), 404),
        (Request("/sparql?query=ASK%7B%7D", "PUT", body=b""), 405),
        (Request("/graphs?default", "DELETE"), 405),
        (Request("/graphs?default", "POST", body=b""), 405),
        (Request("/sparql", "POST", {"Content-Type": "text/plain"}, b"ASK {}"), 415),
        (Request("/sparql", "POST", {"Content-Type": "application/sparql-update"}, b"CLEAR ALL"), 415),
        (Request("/sparql", "POST", {"Content-Type": "application/sparql-query"}, b"#" * 1_100_000), 413),
        (Request("/sparql?query=ASK%20%7B%22%E9%22%7D"), 400),
        (Request(f"/sparql?query={'%20' * 6_000}ASK%7B%7D"), 414),
    ],
)
def test_every_refusal_is_a_problem_with_the_headers_of_every_answer(small, request_, status):
    headers = {**request_.headers, "Accept": "application/json"}
    answer = ask(small, Request(request_.path, request_.method, headers, request_.body))
    assert (answer.status, answer.media) == (status, "application/problem+json")
    assert json.loads(answer.body)["status"] == status
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-security-policy"].startswith("default-src 'self'")
    assert ("allow" in answer.headers) == (status == 405)


def test_an_answer_can_be_read_by_the_scripts_of_other_sites_and_a_page_cannot(small):
    assert get(small, "ASK {}", "application/json").headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-origin" not in get(small, "ASK {}", BROWSER).headers


def test_a_preflight_is_answered_for_every_address(small):
    asked = {"Origin": "https://example.org", "Access-Control-Request-Method": "POST"}
    answer = ask(small, Request("/graphs", "OPTIONS", asked))
    assert (answer.status, answer.headers["access-control-allow-origin"]) == (204, "*")


def test_plain_text_is_what_a_client_gets_that_does_not_say():
    assert Problem(404, "Not found", "There is none.").written("") == (
        "text/plain; charset=utf-8",
        b"404 Not found\nThere is none.\n",
    )
