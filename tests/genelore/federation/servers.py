"""Real SPARQL servers on loopback, whose data a test replaces."""

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_BINARY = Path(sys.executable).with_name("oxigraph")


@dataclass(frozen=True, slots=True)
class Server:
    """An Oxigraph server: `query` is the address of its SPARQL endpoint."""

    root: str

    @property
    def query(self) -> str:
        return f"{self.root}/query"

    def put(self, trig: str) -> None:
        """Replace everything that the server holds."""
        for method, path, body, kind in (
            ("POST", "/update", b"CLEAR ALL", "application/sparql-update"),
            ("POST", "/store", trig.encode(), "application/trig"),
        ):
            headers = {"Content-Type": kind}
            request = urllib.request.Request(self.root + path, data=body, headers=headers, method=method)
            urllib.request.urlopen(request).close()


@contextmanager
def serving() -> Iterator[Server]:
    """Start a server on a free port, and end it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(_BINARY), "serve", "--bind", f"127.0.0.1:{port}"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    server = Server(f"http://127.0.0.1:{port}")
    try:
        _wait(server)
        yield server
    finally:
        process.kill()
        process.wait()


def _wait(server: Server) -> None:
    for _ in range(200):
        try:
            urllib.request.urlopen(server.root).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError("the server did not start")
