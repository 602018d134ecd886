"""Clients that are slow, huge or wrong (ATTACKS.md 25)."""

import socket
import time
from urllib.parse import quote

import pytest

from tests.genelore.endpoint.attacks.site import SPARQL, Client

HEAD = b"GET /sparql?query=ASK%7B%7D HTTP/1.1\r\nHost: localhost\r\n"


def _until_closed(connection: socket.socket, seconds: float) -> bytes:
    """Return what comes until the other side closes.

    Raises:
        TimeoutError: it does not close in time.
    """
    connection.settimeout(seconds)
    try:
        return b"".join(iter(lambda: connection.recv(65536), b""))
    except ConnectionResetError:
        return b""


def test_clients_that_send_headers_slowly_are_cut_off(attacker: Client) -> None:
    connections = [socket.create_connection(("127.0.0.1", attacker.port), 5) for _ in range(50)]
    for one in connections:
        one.sendall(HEAD)
    start = time.monotonic()
    for one in connections:
        assert _until_closed(one, 15)[:12] in {b"", b"HTTP/1.1 408", b"HTTP/1.1 400"}
        one.close()
    assert time.monotonic() - start < 15


def test_clients_that_send_bodies_slowly_are_cut_off(attacker: Client) -> None:
    head = b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
    connections = [socket.create_connection(("127.0.0.1", attacker.port), 5) for _ in range(50)]
    for one in connections:
        one.sendall(head + b"Content-Length: 1000\r\n\r\nSELECT")
    for one in connections:
        assert _until_closed(one, 15)[:12] in {b"", b"HTTP/1.1 408", b"HTTP/1.1 400"}
        one.close()


def test_huge_headers_are_refused(attacker: Client) -> None:
    with socket.create_connection(("127.0.0.1", attacker.port), 5) as connection:
        try:
            connection.sendall(HEAD + b"X: " + b"a" * 1_000_000 + b"\r\n\r\n")
        except ConnectionError:
            return
        assert _until_closed(connection, 15)[:10] in {b"", b"HTTP/1.1 4"}


def test_many_headers_are_refused_or_read(attacker: Client) -> None:
    with socket.create_connection(("127.0.0.1", attacker.port), 5) as connection:
        many = b"".join(b"X-%d: a\r\n" % number for number in range(2000))
        connection.sendall(HEAD + many + b"Connection: close\r\n\r\n")
        assert _until_closed(connection, 15)[:10] in {b"", b"HTTP/1.1 4", b"HTTP/1.1 2"}


def test_a_huge_address_is_refused(attacker: Client) -> None:
    with socket.create_connection(("127.0.0.1", attacker.port), 5) as connection:
        try:
            connection.sendall(b"GET /?" + b"a" * 1_000_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n")
        except ConnectionError:
            return
        assert _until_closed(connection, 15)[:10] in {b"", b"HTTP/1.1 4"}


def test_a_huge_body_is_refused(attacker: Client) -> None:
    with socket.create_connection(("127.0.0.1", attacker.port), 5) as connection:
        head = b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\n"
        connection.sendall(head + b"Content-Length: 999999999\r\nConnection: close\r\n\r\n")
        try:
            for _ in range(100):
                connection.sendall(b"#" * 65536)
        except ConnectionError:
            return
        assert _until_closed(connection, 15)[:10] in {b"", b"HTTP/1.1 4"}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"])
def test_other_encodings_than_utf8_are_refused_without_a_fault(attacker: Client, encoding: str) -> None:
    body = "SELECT * { ?s ?p 'é' }".encode(encoding)
    plain = attacker.send("POST", "/sparql", {"Content-Type": SPARQL}, body)
    labelled = attacker.send("POST", "/sparql", {"Content-Type": f"{SPARQL}; charset={encoding}"}, body)
    assert 400 <= plain.status < 500
    assert 400 <= labelled.status < 500


@pytest.mark.parametrize(
    "body", [b"\x00", b"\xff\xfe\x00", b"ASK { \xed\xa0\x80 }", b"", b"\xf8\x88\x80\x80\x80"]
)
def test_a_body_that_is_no_text_is_refused(attacker: Client, body: bytes) -> None:
    assert 400 <= attacker.ask(body).status < 500


def test_two_queries_are_refused(attacker: Client) -> None:
    ask = quote("ASK {}")
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    assert attacker.get(f"/sparql?query={ask}&query={ask}").status == 400
    assert attacker.send("POST", "/sparql", form, f"query={ask}&query={ask}".encode()).status == 400
    assert attacker.send("POST", f"/sparql?query={ask}", form, f"query={ask}".encode()).status == 400
    assert attacker.send("POST", f"/sparql?query={ask}", {"Content-Type": SPARQL}, b"ASK {}").status == 400


@pytest.mark.parametrize(
    "line", [b"GET\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00", b"GET / HTTP/9.9\r\n\r\n", b"\r\n" * 5000]
)
def test_what_is_no_http_is_refused(attacker: Client, line: bytes) -> None:
    with socket.create_connection(("127.0.0.1", attacker.port), 5) as connection:
        connection.sendall(line)
        assert _until_closed(connection, 15)[:10] in {b"", b"HTTP/1.1 4", b"HTTP/1.0 4"}
