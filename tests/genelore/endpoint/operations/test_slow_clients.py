"""Clients that take their time, on connections by hand."""

import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack
from urllib.parse import quote

import pytest

from tests.genelore.endpoint.operations.serving import Served, served

LIMITS = {
    "--header-seconds": "1",
    "--body-seconds": "1",
    "--idle-seconds": "1",
    "--stall-seconds": "1",
    "--header-size": "4 KiB",
}
# Every answer of this is larger than what sockets hold for a client that does not read.
MUCH = "SELECT * { GRAPH ?g { ?s ?p ?o } }"


@pytest.fixture(scope="module")
def server(seed_store) -> Iterator[Served]:
    flags = [part for pair in LIMITS.items() for part in pair]
    with served(seed_store, *flags) as running:
        yield running
        assert not any("Traceback" in line for line in running.lines)


def connect(server: Served) -> socket.socket:
    return socket.create_connection(("127.0.0.1", server.port), timeout=20)


def rest(connection: socket.socket) -> bytes:
    """Return what still comes until the server ends the connection."""
    content = b""
    while piece := connection.recv(65536):
        content += piece
    return content


def test_headers_that_drip_are_ended_and_others_are_served_meanwhile(server):
    with connect(server) as slow:
        slow.sendall(b"GET /health HTTP/1.1\r\nHost: a\r\n")
        for _ in range(4):
            slow.sendall(b"X-Drip: 1\r\n")
            assert server.ask("GET", "/health")[0] == 200
            time.sleep(0.2)
        assert rest(slow).startswith(b"HTTP/1.1 408 ")


def test_a_connection_that_says_nothing_is_ended(server):
    with connect(server) as silent:
        assert rest(silent) == b""


def test_line_feeds_do_not_keep_a_connection(server):
    with connect(server) as idle:
        idle.sendall(b"GET /health HTTP/1.1\r\nHost: a\r\n\r\n")
        idle.recv(65536)
        started = time.monotonic()
        idle.sendall(b"\r\n")
        rest(idle)
        assert time.monotonic() - started < 10


def test_a_body_that_does_not_come_is_ended(server):
    with connect(server) as slow:
        slow.sendall(
            b"POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Type: application/sparql-query\r\n"
            b"Content-Length: 100\r\n\r\nASK"
        )
        assert rest(slow).startswith(b"HTTP/1.1 408 ")


def test_an_answer_that_is_not_read_is_ended(server):
    with connect(server) as deaf:
        deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        deaf.sendall(f"GET /sparql?query={quote(MUCH)} HTTP/1.1\r\nHost: a\r\n\r\n".encode() * 3)
        time.sleep(4)
        with pytest.raises(ConnectionResetError):
            rest(deaf)


@pytest.mark.parametrize(
    "request_head",
    [
        b"GET / HTTP/1.1\r\nHost: a\r\nX-Large: " + b"x" * 8000 + b"\r\n\r\n",
        b"GET /" + b"x" * 8000 + b" HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\n" + b"X-Many: 1\r\n" * 800 + b"\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nX-Endless: " + b"x" * 8000,
    ],
    ids=["header", "address", "many headers", "endless header"],
)
def test_headers_that_are_too_large_are_refused(server, request_head):
    with connect(server) as large:
        large.sendall(request_head)
        assert rest(large).startswith(b"HTTP/1.1 431 ")


def test_what_is_not_http_is_refused(server):
    with connect(server) as strange:
        strange.sendall(b"\x16\x03\x01\x00\xa5\x01\x00\x00\xa1\x03\x03 hello\r\n\r\n")
        assert rest(strange).startswith(b"HTTP/1.1 400 ")


def test_one_address_cannot_have_all_connections(seed_store):
    with served(seed_store, "--client-connections", "5") as server:
        with ExitStack() as held:
            for _ in range(5):
                held.enter_context(connect(server))
            one_more = held.enter_context(connect(server))
            with pytest.raises(ConnectionResetError):
                one_more.recv(1)
        time.sleep(0.5)
        assert server.ask("GET", "/health")[0] == 200


def test_requests_sent_at_once_are_answered_in_order(server):
    with connect(server) as eager:
        eager.sendall(b"GET /health HTTP/1.1\r\nHost: a\r\n\r\nGET /ready HTTP/1.1\r\nHost: a\r\n\r\n")
        content = rest(eager)
    assert content.index(b'{"status":"ok"}') < content.index(b'{"status":"ready"}')
