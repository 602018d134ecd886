"""Queries that would take all time, memory or space (ATTACKS.md 1 to 6)."""

import re
import socket
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.genelore.endpoint.attacks.site import Client, Site

CARTESIAN = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
FLOOD = "SELECT * { ?a ?b ?c . ?d ?e ?f }"
_DOUBLED = " ".join(f"BIND(CONCAT(?x{i}, ?x{i}) AS ?x{i + 1})" for i in range(40))
BOMBS = {
    "order": "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i ?a",
    "group-concat": f"SELECT (GROUP_CONCAT('{'x' * 9999}') AS ?x) {{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }}",
    "concat": f"SELECT (STRLEN(?x40) AS ?n) {{ BIND('aaaaaaaaaaaaaaaa' AS ?x0) {_DOUBLED} }}",
}
DEPTH = 20_000
NESTS = {
    "groups": "ASK " + "{" * DEPTH + "}" * DEPTH,
    "parentheses": "ASK { FILTER" + "(" * DEPTH + "true" + ")" * DEPTH + " }",
    "not": "ASK { FILTER(" + "!" * DEPTH + "true) }",
    "path": "ASK { ?a " + "/".join(["<http://example.org/p>"] * DEPTH) + " ?b }",
    "inverse path": "ASK { ?a " + "^" * DEPTH + "a ?b }",
    "lists": "ASK { ?a ?b " + "(" * DEPTH + ")" * DEPTH + " }",
    "blank nodes": "ASK { ?a ?b " + "[ ?b " * DEPTH + "1" + "]" * DEPTH + " }",
    "open": "ASK " + "{" * DEPTH,
}
WIDE = {
    "unions": "SELECT (COUNT(*) AS ?n) {" + " UNION ".join(["{ ?s ?p ?o . ?a ?b ?c }"] * 5000) + "}",
    "values": "SELECT (COUNT(*) AS ?n) { VALUES ?x {" + " ".join(map(str, range(50_000))) + "} VALUES ?y {"
    + " ".join(map(str, range(50_000))) + "} FILTER(?x + ?y = 7) }",
}  # fmt: skip


def test_a_cartesian_join_is_stopped_at_the_deadline(attacker: Client) -> None:
    start = time.monotonic()
    answer = attacker.ask(CARTESIAN)
    assert answer.status == 504
    assert 2.9 < time.monotonic() - start < 15


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_query_that_doubles_memory_ends_its_worker_alone(attacker: Client, bomb: str) -> None:
    answer = attacker.ask(BOMBS[bomb])
    assert answer.status == 503
    assert int(answer.headers["retry-after"]) > 0


@pytest.mark.parametrize("nest", NESTS)
def test_deep_nesting_is_refused(attacker: Client, nest: str) -> None:
    assert attacker.ask(NESTS[nest]).status in {400, 503}
    assert attacker.ask("ASK {}").status == 200


@pytest.mark.parametrize("wide", WIDE)
def test_a_huge_union_or_table_is_stopped_at_the_deadline(attacker: Client, wide: str) -> None:
    assert attacker.ask(WIDE[wide]).status == 504


@pytest.mark.parametrize("accept", ["application/sparql-results+json", "text/csv"])
def test_a_flood_of_rows_is_broken_off_and_never_ends_like_a_whole_answer(
    attacker: Client, accept: str
) -> None:
    answer = attacker.ask(FLOOD, accept)
    assert not answer.is_whole
    assert len(answer.body) <= 6 << 20


def test_a_flood_of_triples_is_broken_off(attacker: Client) -> None:
    answer = attacker.ask("CONSTRUCT { ?a ?b ?f } { ?a ?b ?c . ?d ?e ?f }", "application/n-triples")
    assert not answer.is_whole


def test_a_flood_is_refused_where_a_broken_stream_looks_whole(attacker: Client) -> None:
    reply = _raw(attacker, b"1.0")
    assert re.match(rb"HTTP/1\.[01] 503", reply)


def _raw(attacker: Client, version: bytes) -> bytes:
    query = b"/sparql?query=SELECT%20*%20%7B?a%20?b%20?c%20.%20?d%20?e%20?f%7D"
    with socket.create_connection(("127.0.0.1", attacker.port), 30) as connection:
        connection.sendall(b"GET " + query + b" HTTP/" + version + b"\r\nHost: localhost\r\n\r\n")
        return b"".join(iter(lambda: connection.recv(65536), b""))


def test_a_worker_that_streams_steadily_is_stopped_at_the_deadline_too(attacker: Client) -> None:
    slow = "FILTER(SHA512(SHA512(SHA512(SHA512(CONCAT(STR(?a), STR(?d), STR(?g)))))) != '')"
    start = time.monotonic()
    answer = attacker.ask(f"SELECT (1 AS ?x) {{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i {slow} }}", "text/csv")
    assert answer.status == 504 or not answer.is_whole
    assert 2.9 < time.monotonic() - start < 15


@pytest.mark.parametrize(
    "pattern", ["(a+)+$", "(a|aa)*b", "(.*)*c{1,999}", "(x+x+)+y", "^(([a-z])+.)+[A-Z]([a-z])+$"]
)
def test_a_hostile_regular_expression_is_linear_or_killed(attacker: Client, pattern: str) -> None:
    text = "a" * 5000 + "!"
    answer = attacker.ask(f"SELECT * {{ ?s ?p ?o FILTER(REGEX('{text}', '{pattern}')) }}")
    assert answer.status in {200, 503, 504}


def test_workers_are_freed_when_their_clients_go(attacker: Client, site: Site) -> None:
    for _ in range(6):
        with socket.create_connection(("127.0.0.1", site.port), 5) as connection:
            body = CARTESIAN.encode()
            head = "POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\n"
            connection.sendall(head.encode() + b"Content-Length: %d\r\n\r\n" % len(body) + body)
            time.sleep(0.1)
    start = time.monotonic()
    assert attacker.ask("ASK { FILTER(1 = 1) }").status == 200
    assert time.monotonic() - start < 1.5


def test_a_full_queue_is_said_and_does_not_keep_others_out(attacker: Client) -> None:
    with ThreadPoolExecutor(80) as attackers:
        asked = [attackers.submit(attacker.ask, f"{CARTESIAN} OFFSET {i}") for i in range(80)]
        answers = [one.result() for one in asked]
    assert {answer.status for answer in answers} == {503, 504}
    refused = [answer for answer in answers if answer.status == 503]
    assert all("retry-after" in answer.headers for answer in refused)
