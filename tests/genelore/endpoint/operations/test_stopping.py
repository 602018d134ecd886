import os
import signal
import socket
import time
from pathlib import Path
from threading import Thread
from urllib.parse import urlencode

from tests.genelore.endpoint.operations.serving import Served, served

# Takes some seconds, and ends by itself.
SLOW = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?a ?b ?c } GRAPH ?h { ?d ?e ?f } }"


def asked(server: Served) -> tuple[Thread, list[int]]:
    """Ask what takes long, and return when it is being evaluated."""
    statuses: list[int] = []

    def ask() -> None:
        try:
            statuses.append(server.ask("GET", "/sparql?" + urlencode({"query": SLOW}))[0])
        except OSError:
            statuses.append(0)

    thread = Thread(target=ask)
    thread.start()
    while b"genelore_evaluations_running 0" in server.ask("GET", "/metrics")[2]:
        time.sleep(0.02)
    return thread, statuses


def processes(parent: int) -> list[int]:
    children = [*Path(f"/proc/{parent}/task").glob("*/children")]
    found = [int(child) for path in children for child in path.read_text().split()]
    return found + [one for child in found for one in processes(child)]


def is_alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def test_running_requests_end_as_they_should_and_workers_with_the_server(seed_store):
    with served(seed_store, "--deadline", "3") as server:
        workers = processes(server.process.pid)
        thread, statuses = asked(server)
        server.process.terminate()
        assert server.process.wait(20) == 0
        thread.join()
    assert statuses[0] in {200, 504}
    assert workers
    assert not [worker for worker in workers if is_alive(worker)]


def test_a_request_that_takes_too_long_is_broken_off(seed_store):
    with served(seed_store, "--deadline", "60", "--stop-seconds", "1") as server:
        thread, statuses = asked(server)
        started = time.monotonic()
        server.process.send_signal(signal.SIGINT)
        assert server.process.wait(20) == 0
        thread.join()
    assert time.monotonic() - started < 15
    assert statuses[0] != 200


def test_a_second_signal_ends_at_once(seed_store):
    with served(seed_store, "--deadline", "60") as server:
        workers = processes(server.process.pid)
        thread, _ = asked(server)
        server.process.terminate()
        time.sleep(0.5)
        server.process.terminate()
        assert server.process.wait(5) == 1
        thread.join()
    time.sleep(0.5)
    assert not [worker for worker in workers if is_alive(worker)]


def test_while_it_drains_it_serves_but_is_not_ready(seed_store):
    with served(seed_store, "--drain-seconds", "2") as server:
        server.process.terminate()
        time.sleep(0.3)
        status, headers, _ = server.ask("GET", "/ready")
        assert (status, headers["Retry-After"]) == (503, "1")
        assert server.ask("GET", "/sparql?" + urlencode({"query": "ASK {}"}))[0] == 200
        assert server.process.wait(20) == 0


def test_the_service_manager_is_told_of_the_start_and_the_end(seed_store, tmp_path):
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(str(tmp_path / "notify"))
        manager.settimeout(20)
        with served(seed_store, NOTIFY_SOCKET=str(tmp_path / "notify")) as server:
            assert manager.recv(100) == b"READY=1"
            os.kill(server.process.pid, signal.SIGTERM)
            assert manager.recv(100) == b"STOPPING=1"


def test_a_port_that_is_taken_is_named(seed_store):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        try:
            with served(seed_store, "--port", str(port)):
                raise AssertionError("it started")
        except AssertionError as error:
            assert f"127.0.0.1 port {port}: Address already in use" in str(error)
