"""Who gets a worker when there are more jobs than workers."""

import select
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.genelore.endpoint.attacks.site import Client, Site, running

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
_TEXTS = "SELECT (STR(?o) AS ?f) { ?d ?e ?o } LIMIT 300"
LONG = f"SELECT (COUNT(*) AS ?n) {{ ?a ?b ?c . {{ {_TEXTS} }} FILTER(SHA512(?f) != '') }}"


@pytest.fixture(scope="module")
def site(seed_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Serve the seeds with two workers for what takes long."""
    with running(
        seed_store, tmp_path_factory.mktemp("lanes") / "log", "--deadline=300", "--workers=2"
    ) as site:
        yield site


@contextmanager
def _attacked(site: Site, clients: int, each: int) -> Iterator[list[socket.socket]]:
    """Have clients ask what never ends, until the block does."""
    connections = []
    for number in range(clients * each):
        address = (f"127.0.0.{30 + number % clients}", 0)
        connection = socket.create_connection(("127.0.0.1", site.port), 30, address)
        query = f"{ENDLESS} OFFSET {number}".encode()
        head = b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
        connection.sendall(head + b"Content-Length: %d\r\n\r\n" % len(query) + query)
        connections.append(connection)
    time.sleep(1)
    try:
        yield connections
    finally:
        for connection in connections:
            connection.close()


def _answered(connections: list[socket.socket]) -> list[socket.socket]:
    return select.select(connections, [], [], 0)[0]


def test_a_long_job_gets_its_turn_while_others_would_take_every_place(site: Site) -> None:
    with _attacked(site, clients=2, each=3) as attackers:
        answer = Client(site.port, "127.0.0.40").ask(LONG, "text/csv")
        assert _answered(attackers) == []
    assert answer.status == 200


def test_short_jobs_of_others_are_done_while_long_ones_take_every_place(site: Site) -> None:
    client = Client(site.port, "127.0.0.41")
    with _attacked(site, clients=8, each=1) as attackers:
        answers = [client.ask(f"SELECT ({n} AS ?n) {{}}", "text/csv") for n in range(50)]
        assert _answered(attackers) == []
    assert [int(answer.body.split()[1]) for answer in answers] == [*range(50)]


def test_who_fills_the_queue_is_refused_first(site: Site) -> None:
    with _attacked(site, clients=1, each=80) as attackers:
        answer = Client(site.port, "127.0.0.42").ask(LONG + " # another", "text/csv")
        refused = _answered(attackers)
        assert 80 - 64 - 3 <= len(refused) < 80
        assert {connection.recv(12) for connection in refused} == {b"HTTP/1.1 503"}
    assert answer.status == 200
