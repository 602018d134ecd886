"""Dumps are as long as the graph; what holds for other results does not cut them."""

import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.genelore.endpoint.attacks.site import Client, Site, running

EVERYTHING = "SELECT * { GRAPH ?g { ?s ?p ?o } }"


@pytest.fixture(scope="module")
def site(seed_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Serve the seeds with a result cap far below their size."""
    with running(seed_store, tmp_path_factory.mktemp("dumps") / "log", "--result=64KiB") as site:
        yield site


def _quads(content: bytes) -> int:
    assert content.endswith(b" .\n")
    return content.count(b" .\n")


def test_a_dump_is_whole_however_long_it_is(site: Site) -> None:
    client = Client(site.port)
    assert client.ask(EVERYTHING).status == 413
    first, again = client.get("/data.nq"), client.get("/data", "application/n-quads")
    assert (first.status, first.is_whole) == (200, True)
    assert len(first.body) > 2 << 20
    assert _quads(first.body) > 20_000
    assert sorted(first.body.splitlines()) == sorted(again.body.splitlines())


def test_clients_that_ask_at_once_get_the_same_dump(site: Site) -> None:
    with ThreadPoolExecutor(8) as threads:
        clients = [Client(site.port, f"127.0.0.{number}") for number in range(50, 58)]
        answers = [*threads.map(lambda client: client.get("/data.trig"), clients)]
    assert {answer.status for answer in answers} == {200}
    assert len({answer.body for answer in answers}) == 1


def test_a_client_that_does_not_read_its_dump_takes_no_worker_from_others(site: Site) -> None:
    stalled = []
    for number in range(6):
        connection = socket.create_connection(("127.0.0.1", site.port), 30, (f"127.0.0.{70 + number}", 0))
        connection.sendall(b"GET /data.nq HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert connection.recv(12) == b"HTTP/1.1 200"
        stalled.append(connection)
    answer = Client(site.port).ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o . ?o ?q ?r }", "text/csv")
    for connection in stalled:
        connection.close()
    assert answer.status == 200


def test_a_client_of_http_1_0_gets_a_dump_with_its_length(site: Site) -> None:
    with socket.create_connection(("127.0.0.1", site.port), 30) as connection:
        connection.sendall(b"GET /data.nq HTTP/1.0\r\nHost: localhost\r\n\r\n")
        said = b"".join(iter(lambda: connection.recv(1 << 16), b""))
    head, _, body = said.partition(b"\r\n\r\n")
    assert f"content-length: {len(body)}".encode() in head.lower()
    assert _quads(body) > 20_000


@pytest.mark.parametrize("path", ["/data.nq", "/graphs?default"])
def test_others_are_served_beside_clients_that_break_their_dumps_off(site: Site, path: str) -> None:
    is_over = threading.Event()

    def break_off(number: int) -> None:
        while not is_over.is_set():
            with socket.create_connection(("127.0.0.1", site.port), 60, (f"127.0.0.{90 + number}", 0)) as one:
                one.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
                one.recv(10)

    threads = [threading.Thread(target=break_off, args=(number,)) for number in range(20)]
    for thread in threads:
        thread.start()
    try:
        answers = [Client(site.port).ask(f"ASK {{}} # {number}") for number in range(20)]
    finally:
        is_over.set()
        for thread in threads:
            thread.join()
    assert {answer.status for answer in answers} == {200}
