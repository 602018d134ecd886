"""What clients see of a server that has not loaded its graph yet, and what of one that never will."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.genelore.endpoint.operations.serving import ask
from tests.genelore.endpoint.operations.test_stopping import processes


@contextmanager
def started(store: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """Start a server, and go on as soon as it takes connections."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "genelore", "serve", "--store", str(store), "--port", str(port)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            for _ in range(3000):
                try:
                    socket.create_connection(("127.0.0.1", port)).close()
                    break
                except ConnectionRefusedError:
                    time.sleep(0.01)
            yield process, port
        finally:
            process.terminate()
            process.wait(30)


def test_while_the_graph_is_loaded_clients_are_told_to_come_back(seed_store):
    with started(seed_store) as (_, port):
        assert ask(port, "GET", "/health")[0] == 200
        seen = []
        while not seen or seen[-1][0] != 200:
            status, headers, _ = ask(port, "GET", "/ready")
            seen.append((status, headers["Retry-After"]))
            page, told, _ = ask(port, "GET", "/", Accept="text/html")
            assert page == 200 or (page == 503 and told["Retry-After"] and told["Content-Security-Policy"])
            assert ask(port, "GET", "/sparql?query=ASK%7B%7D")[0] in {200, 503}
            time.sleep(0.05)
        assert seen[0] == (503, "1")
        assert ask(port, "GET", "/sparql?query=ASK%7B%7D")[0] == 200


def test_a_server_that_is_stopped_while_it_starts_ends_well(seed_store):
    with started(seed_store) as (process, _):
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0
        assert process.stderr
        assert "Traceback" not in process.stderr.read()


def test_a_server_whose_graph_cannot_be_loaded_ends_and_says_so(seed_store):
    with started(seed_store) as (process, _):
        template = next(iter(processes(process.pid)))
        os.kill(template, signal.SIGKILL)
        assert process.wait(30) != 0
        assert process.stderr
        said = process.stderr.read()
    assert "the graph cannot be served: the template process ended" in said
    assert "Traceback" not in said
