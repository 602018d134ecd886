"""Header fields that come twice or not at all, sent by hand."""

import socket
from collections.abc import Iterator
from urllib.parse import quote

import pytest

from tests.genelore.endpoint.operations.serving import Served, served

CSV, HTML = "Accept: text/csv", "Accept: text/html"


@pytest.fixture(scope="module")
def server(seed_store) -> Iterator[Served]:
    with served(seed_store) as running:
        yield running


def said(server: Served, *lines: str, host: tuple[str, ...] = ("Host: localhost",)) -> str:
    """Return the response to a request of these lines, without its body."""
    request = "\r\n".join([lines[0], *host, *lines[1:], "Connection: close", "", ""])
    with socket.create_connection(("127.0.0.1", server.port), 10) as connection:
        connection.sendall(request.encode())
        response = b"".join(iter(lambda: connection.recv(1 << 16), b""))
    return response.decode("utf-8", "replace").partition("\r\n\r\n")[0].lower()


def query(number: int) -> str:
    return f"/sparql?query={quote(f'SELECT ?p {{ ?s ?p ?o }} LIMIT 1 # {number}')}"


@pytest.mark.parametrize("path", [query(1), "/consensus", "/gene/ensembl:ENSG00000158578"])
@pytest.mark.parametrize(("first", "last"), [(HTML, "Accept: text/turtle"), ("Accept: text/turtle", HTML)])
def test_what_one_client_gets_for_two_headers_no_other_gets_for_one_of_them(server, path, first, last):
    for _ in range(3):
        said(server, f"GET {path} HTTP/1.1", f"{first};q=0.9", f"{last};q=0.9")
    for one in (first, last):
        alone = said(server, f"GET {path} HTTP/1.1", f"{one};q=0.9")
        fresh = said(server, f"GET {path}{'&' if '?' in path else '?'}fresh HTTP/1.1", f"{one};q=0.9")
        assert _kind(alone) == _kind(fresh)


def _kind(response: str) -> list[str]:
    kept = ("http/1.1", "content-type", "location")
    return [line.replace("?fresh", "") for line in response.split("\r\n") if line.startswith(kept)]


@pytest.mark.parametrize("number", [2, 3])
def test_accept_headers_are_read_together(server, number):
    answer = said(server, f"GET {query(number)} HTTP/1.1", f"{HTML};q=0.5", CSV)
    assert "content-type: text/csv" in answer
    answer = said(server, f"GET {query(number)} HTTP/1.1", CSV, f"{HTML};q=0.5")
    assert "content-type: text/csv" in answer


def test_tags_of_several_headers_are_one_list(server):
    tag = next(line for line in said(server, f"GET {query(4)} HTTP/1.1").split("\r\n") if "etag" in line)
    mine = tag.replace("etag", "If-None-Match").replace("w/", "W/")
    for both in (('If-None-Match: "other"', mine), (mine, 'If-None-Match: "other"')):
        assert said(server, f"GET {query(4)} HTTP/1.1", *both).startswith("http/1.1 304 ")


@pytest.mark.parametrize(
    "hosts",
    [(), ("Host: localhost", "Host: localhost"), ("Host: a", "Host: b"), ("Host: a b",), ("Host: a/b",)],
)
@pytest.mark.parametrize("path", ["/health", query(5)])
def test_a_request_without_one_host_is_refused(server, hosts, path):
    assert said(server, f"GET {path} HTTP/1.1", host=hosts).startswith("http/1.1 400 ")


@pytest.mark.parametrize("hosts", [(), ("Host: localhost:80",), ("Host: [::1]:80",), ("Host:",)])
def test_http_1_0_needs_no_host_and_any_host_may_be_named_once(server, hosts):
    version = "1.1" if hosts else "1.0"
    assert said(server, f"GET /health HTTP/{version}", host=hosts).startswith("http/1.1 200 ")
