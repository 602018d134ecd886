"""A server as users start it, and one request to it."""

import http.client
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

_TRIES = 300


@dataclass(frozen=True, slots=True)
class Answer:
    """A status, headers by lower-case name, and a body."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def media(self) -> str:
        """Return the media type without parameters."""
        return self.headers.get("content-type", "").partition(";")[0]


@dataclass(frozen=True, slots=True)
class Request:
    """What is sent: an address from the root, and perhaps a body."""

    path: str
    method: str = "GET"
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None


@contextmanager
def served(folder: Path, *options: str) -> Iterator[int]:
    """Serve a store on a free port, which is given, until the block ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "genelore", "serve", "--store", str(folder), "--port", str(port)]
    server = subprocess.Popen([*command, *options], stderr=subprocess.DEVNULL)
    try:
        _wait(server, port)
        yield port
    finally:
        server.terminate()
        server.wait(20)


def _wait(server: subprocess.Popen[bytes], port: int) -> None:
    for _ in range(_TRIES):
        assert server.poll() is None, f"the server ended with {server.returncode}"
        try:
            if ask(port, Request("/sparql?query=ASK%7B%7D")).status == 200:
                return
        except OSError:
            pass
        time.sleep(0.1)
    raise AssertionError("the server did not start")


def ask(port: int, request: Request) -> Answer:
    """Send a request and return the answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request(request.method, request.path, request.body, dict(request.headers))
        response = connection.getresponse()
        headers = {name.lower(): value for name, value in response.getheaders()}
        return Answer(response.status, headers, response.read())
    finally:
        connection.close()


def get(port: int, query: str, accept: str, dataset: Sequence[tuple[str, str]] = ()) -> Answer:
    """Ask a query by GET."""
    fields = urlencode([("query", query), *dataset])
    return ask(port, Request(f"/sparql?{fields}", headers={"Accept": accept}))
