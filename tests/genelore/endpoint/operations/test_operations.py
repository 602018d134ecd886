"""Health, readiness, metrics and the log of a running server."""

import json
import re
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest

from tests.genelore.endpoint.operations.serving import Served, served

SECRET = "urn:a-very-private-question"


@pytest.fixture(scope="module")
def server(seed_store) -> Iterator[Served]:
    with served(seed_store, "--log-format", "json") as running:
        yield running


def test_the_process_lives_and_is_ready(server):
    for path, said in (("/health", {"status": "ok"}), ("/ready", {"status": "ready"})):
        status, headers, content = server.ask("GET", path)
        assert (status, json.loads(content)) == (200, said)
        assert headers["Cache-Control"] == "no-store"


def test_no_answer_names_the_server_and_each_has_a_number(server):
    _, headers, _ = server.ask("GET", "/health")
    assert headers["Server"] is None
    assert re.fullmatch("[0-9a-f]{16}", headers["X-Request-Id"])


def test_a_number_that_no_proxy_gave_is_not_taken_over(server):
    _, headers, _ = server.ask("GET", "/health", X_Request_Id="mine-0001")
    assert headers["X-Request-Id"] != "mine-0001"


def counts(server: Served) -> dict[str, float]:
    status, headers, content = server.ask("GET", "/metrics")
    assert status == 200
    assert headers["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8"
    lines = [line for line in content.decode().splitlines() if not line.startswith("#")]
    return {name: float(value) for name, value in (line.rsplit(" ", 1) for line in lines)}


def test_requests_are_counted_by_kind_method_and_status(server):
    name = 'genelore_requests_total{method="GET",route="sparql",status="200"}'
    before = counts(server).get(name, 0)
    for _ in range(3):
        server.ask("GET", "/sparql?" + urlencode({"query": "ASK {}"}))
    after = counts(server)
    assert after[name] == before + 3
    assert after['genelore_request_seconds_count{route="sparql"}'] >= 3
    assert after["genelore_cache_hits_total"] >= 1


def test_the_size_and_state_of_the_graph_are_counted(server):
    found = counts(server)
    assert found["genelore_ready"] == 1
    assert found["genelore_workers"] >= 1
    assert found["genelore_evaluations_waiting"] == 0
    assert found["genelore_quads"] > 20_000
    assert found["genelore_generation_age_seconds"] > 0


def test_addresses_that_are_nowhere_make_no_labels(server):
    for number in range(3):
        assert server.ask("GET", f"/nowhere-{number}/x")[0] == 404
    routes = {name for name in counts(server) if "nowhere" in name}
    assert not routes
    assert 'genelore_requests_total{method="GET",route="other",status="404"}' in counts(server)


def test_a_request_is_one_line_of_json_without_a_word_of_the_question(seed_store):
    with served(seed_store, "--log-format", "json") as server:
        server.ask("GET", "/sparql?" + urlencode({"query": f"ASK {{ <{SECRET}> ?p ?o }}"}))
        server.ask("GET", "/sparql?" + urlencode({"query": f"ASK {{ <{SECRET}> ?p"}))
        server.ask("GET", f"/search?q={SECRET}")
        server.ask("GET", f"/{SECRET}")
    lines = [json.loads(line) for line in server.lines if line.startswith("{")]
    told = [line for line in lines if line["event"] == "request"]
    assert [line["route"] for line in told][:2] == ["sparql", "sparql"]
    assert [line["status"] for line in told][:2] == [200, 400]
    assert told[0].keys() == {
        "time", "level", "event", "id", "method", "route", "status", "seconds", "bytes", "client",
    }  # fmt: skip
    assert told[0]["client"] == "127.0.0.0"
    assert "private" not in "".join(server.lines)


def test_text_lines_can_leave_clients_out_and_requests_too(seed_store):
    with served(seed_store, "--log-addresses", "none") as server:
        server.ask("GET", "/health")
    assert any(re.search(r" info GET health 200 \S+ ms 15 B - [0-9a-f]{16}$", line) for line in server.lines)
    with served(seed_store, "--log-level", "warning", "--no-metrics") as server:
        server.ask("GET", "/health")
        assert server.ask("GET", "/metrics")[0] == 404
    assert not any("health" in line for line in server.lines)


def test_behind_a_proxy_the_client_is_the_one_that_it_names(seed_store):
    with served(seed_store, "--proxies", "127.0.0.1", "--log-addresses", "full") as server:
        _, headers, _ = server.ask("GET", "/health", X_Forwarded_For="192.0.2.7", X_Request_Id="proxy-01")
        assert headers["X-Request-Id"] == "proxy-01"
    assert any("192.0.2.7 proxy-01" in line for line in server.lines)
    with served(seed_store, "--log-addresses", "full") as server:
        server.ask("GET", "/health", X_Forwarded_For="192.0.2.7")
    assert not any("192.0.2.7" in line for line in server.lines)
