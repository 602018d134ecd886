"""Queries that are answered by the connection itself: nobody can tell, but by the time that it takes."""

import re
import socket
import time
from collections.abc import Iterator
from contextlib import suppress
from urllib.parse import quote

import pytest

from tests.genelore.endpoint.operations.serving import Served, served

QUERY = quote("SELECT ?p { ?s ?p ?o } LIMIT 3")


@pytest.fixture(scope="module")
def server(seed_store) -> Iterator[Served]:
    with served(seed_store) as running:
        yield running


def _said(server: Served, *requests: bytes) -> bytes:
    """Return all that comes back when pieces of bytes are sent one after the other, until the end."""
    with socket.create_connection(("127.0.0.1", server.port), 10) as connection, suppress(ConnectionError):
        for request in requests:
            connection.sendall(request)
            time.sleep(0.05)
        return b"".join(iter(lambda: connection.recv(1 << 16), b""))
    return b""


def _get(path: str, *headers: str) -> bytes:
    return "\r\n".join([f"GET {path} HTTP/1.1", "Host: localhost", *headers, "", ""]).encode()


def test_an_answer_has_the_headers_that_the_application_gives(server):
    path = f"/sparql?query={QUERY}"
    _, direct, content = server.ask("GET", path)
    _, posted, again = server.ask("POST", path.partition("?")[0], f"query={QUERY}".encode(),
                                  Content_Type="application/x-www-form-urlencoded")  # fmt: skip
    own = {"date", "x-request-id", "transfer-encoding"}
    assert {k.lower(): v for k, v in direct.items() if k.lower() not in own} == {
        k.lower(): v for k, v in posted.items() if k.lower() not in own
    }
    assert content == again


def test_the_third_answer_is_the_first(server):
    path = f"/sparql?query={QUERY}%20%23third"
    answers = [server.ask("GET", path) for _ in range(4)]
    assert {content for _, _, content in answers} == {answers[0][2]}
    assert len({headers["X-Request-Id"] for _, headers, _ in answers}) == 4
    assert len({headers["ETag"] for _, headers, _ in answers}) == 1


def test_a_tag_is_asked_for_by_who_has_it(server):
    path = f"/sparql?query={QUERY}%20%23tag"
    _, headers, _ = server.ask("GET", path)
    assert server.ask("GET", path, If_None_Match=headers["ETag"])[0] == 304


@pytest.mark.parametrize(
    "headers", [("Content-Length: 5",), ("content-length : 5",), ("Expect: 100-continue",)]
)
def test_a_request_that_goes_on_is_never_taken_for_a_whole_one(server, headers):
    whole = _get(f"/sparql?query={QUERY}", *headers)
    for _ in range(3):
        said = _said(server, whole, b"GET /", _get("health", "Connection: close"))
        assert b"HTTP/1.1 404" not in said
        assert said.count(b"HTTP/1.1 200") <= 1


def test_requests_that_come_together_are_answered_in_their_order(server):
    paths = [f"/sparql?query={quote(f'SELECT ({number} AS ?n) {{}}')}" for number in range(5)] * 2
    last = _get("/health", "Connection: close")
    said = _said(server, b"".join(_get(path, "Accept: text/csv") for path in paths) + last)
    bodies = [part.rpartition(b"\r\n\r\n")[2] for part in said.split(b"HTTP/1.1 200 OK")[1:-1]]
    assert [body.split()[1] for body in bodies] == [b"0", b"1", b"2", b"3", b"4"] * 2


def test_a_request_in_pieces_is_answered_like_one_in_one(server):
    request = _get(f"/sparql?query={QUERY}%20%23pieces")
    last = _get("/nowhere", "Connection: close")
    whole = [_said(server, request, request, last) for _ in range(2)]
    pieces = _said(server, request[:30], request[30:60], request[60:] + request, last)
    found = {re.sub(rb"(date|x-request-id): [^\r]*", b"", said) for said in (*whole, pieces)}
    assert len(found) == 1
    assert pieces.count(b"HTTP/1.1 200 OK") == 2


@pytest.mark.parametrize("query", ["ASK {", "ASK { SERVICE <http://127.0.0.1/> {} }", ""])
def test_a_problem_is_told_by_the_application(server, query):
    status, headers, _ = server.ask("GET", f"/sparql?query={quote(query)}", Accept="application/json")
    assert status in {400, 403}
    assert headers["Content-Type"] == "application/problem+json"


def test_a_tag_means_nothing_to_a_query_that_is_posted(server):
    path = f"/sparql?query={QUERY}%20%23posted"
    _, headers, content = server.ask("GET", path)
    said = {"Content_Type": "application/x-www-form-urlencoded", "If_None_Match": headers["ETag"]}
    body = path.partition("?")[2].encode()
    for tag in (headers["ETag"], "*"):
        answer = server.ask("POST", "/sparql", body, **said | {"If_None_Match": tag})
        assert (answer[0], answer[2]) == (200, content)


@pytest.mark.parametrize("path", [f"/sparql?query={QUERY}%20%23any", "/about", "/data.nq", "/graphs?default"])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_whoever_has_anything_at_an_address_has_it_if_it_is_there(server, method, path):
    for _ in range(3):
        status, headers, content = server.ask(method, path, If_None_Match="*")
        assert (status, content) == (304, b"")
        assert headers["ETag"]
        status, _, content = server.ask("GET", path)
        assert (status, bool(content)) == (200, True)


def test_of_what_is_not_there_nobody_has_anything(server):
    for _ in range(2):
        assert server.ask("GET", "/gene/ensembl:ENSG00000000000", If_None_Match="*")[0] == 404
        assert server.ask("GET", "/sparql?query=ASK", If_None_Match="*")[0] == 400
