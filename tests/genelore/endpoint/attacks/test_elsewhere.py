"""Queries that would make the server fetch something (ATTACKS.md 7 and 8)."""

import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import quote

import pytest

from tests.genelore.endpoint.attacks.site import Client


@dataclass(slots=True)
class Bait:
    """A server on loopback that nobody may ask."""

    address: str
    bites: list[bytes] = field(default_factory=list)


@pytest.fixture
def bait() -> Iterator[Bait]:
    """Listen, and note who comes."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        bait = Bait(f"http://127.0.0.1:{listener.getsockname()[1]}/")

        def note() -> None:
            while True:
                try:
                    connection, _ = listener.accept()
                except OSError:
                    return
                bait.bites.append(connection.recv(100))
                connection.close()

        thread = threading.Thread(target=note)
        thread.start()
        yield bait
        listener.shutdown(socket.SHUT_RDWR)
    thread.join()
    assert bait.bites == []


SERVICES = (
    "SELECT * {{ SERVICE <{0}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ SERVICE SILENT <{0}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ service<{0}>{{ ?s ?p ?o }} }}",
    "SELECT * {{ SeRvIcE # {{\n <{0}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ \\u0053ERVICE <{0}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ \\U00000053\\u0045RVICE SILENT <{0}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ VALUES ?there {{ <{0}> }} SERVICE ?there {{ ?s ?p ?o }} }}",
    "SELECT * {{ BIND(IRI('{0}') AS ?there) SERVICE SILENT ?there {{ ?s ?p ?o }} }}",
    "PREFIX e: <{0}> SELECT * {{ SERVICE e: {{ ?s ?p ?o }} }}",
    "PREFIX e: <{0}> SELECT * {{ SERVICE e:redirect {{ ?s ?p ?o }} }}",
    "ASK {{ FILTER EXISTS {{ SERVICE <{0}> {{ ?s ?p ?o }} }} }}",
    "SELECT * {{ {{ SELECT * {{ SERVICE <{0}> {{ ?s ?p ?o }} }} }} }}",
    "CONSTRUCT {{ ?s ?p ?o }} {{ ?s ?p '\\\\\\'' SERVICE <{0}> {{ ?s ?p ?o }} }}",
)
METADATA = (
    "http://169.254.169.254/latest/meta-data/",
    "http://[::1]:80/",
    "http://localhost/",
    "file:///etc/hosts",
)


@pytest.mark.parametrize("query", SERVICES)
def test_service_is_refused_however_it_is_written(attacker: Client, bait: Bait, query: str) -> None:
    assert attacker.ask(query.format(bait.address)).status == 403


@pytest.mark.parametrize("address", METADATA)
def test_service_to_addresses_of_the_machine_is_refused(attacker: Client, address: str) -> None:
    answer = attacker.ask(SERVICES[0].format(address))
    assert answer.status == 403
    assert b"ami-id" not in answer.body


def test_load_is_refused_and_nothing_is_fetched(attacker: Client, bait: Bait) -> None:
    for query in (f"LOAD <{bait.address}>", "LOAD <file:///etc/passwd>", f"LOAD SILENT <{bait.address}>"):
        assert 400 <= attacker.ask(query).status < 500
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        body = f"update={quote(query)}".encode()
        assert 400 <= attacker.send("POST", "/sparql", form, body).status < 500


@pytest.mark.parametrize("form", ["FROM", "FROM NAMED"])
def test_a_graph_that_is_not_here_is_not_fetched(attacker: Client, bait: Bait, form: str) -> None:
    for address in (bait.address, "file:///etc/passwd"):
        answer = attacker.ask(
            f"SELECT * {form} <{address}> {{ {{ ?s ?p ?o }} UNION {{ GRAPH ?g {{ ?s ?p ?o }} }} }}"
        )
        assert answer.status < 500
        assert b"root" not in answer.body


def test_graphs_named_in_the_address_are_not_fetched(attacker: Client, bait: Bait) -> None:
    for name in ("default-graph-uri", "named-graph-uri"):
        for address in (bait.address, "file:///etc/passwd"):
            path = f"/sparql?query=SELECT%20*%20%7B%3Fs%20%3Fp%20%3Fo%7D&{name}={quote(address, safe='')}"
            assert attacker.get(path).status < 500
    assert attacker.get(f"/graphs?graph={quote(bait.address, safe='')}").status == 404
