"""A server as users start it, attackers, and a bystander who must not notice them."""

import http.client
import re
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

_OPEN = re.compile(r"Open: http://127\.0\.0\.1:(\d+)/")
SPARQL = "application/sparql-query"
JSON = "application/sparql-results+json"


@dataclass(frozen=True, slots=True)
class Answer:
    """A status, headers by lower-case name, and as much of a body as came."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class Site:
    """A running server: its port, its log, and its first process."""

    port: int
    log: Path
    process: int


@contextmanager
def running(folder: Path, log: Path, *options: str) -> Iterator[Site]:
    """Serve a store until the block ends, and see that it ends well."""
    command = [sys.executable, "-m", "genelore", "serve", "--store", str(folder), "--port", "0", *options]
    with log.open("wb") as stream:
        server = subprocess.Popen(command, stdout=stream, stderr=stream)
    try:
        yield Site(_port(server, log), log, server.pid)
    finally:
        server.terminate()
        assert server.wait(30) == 0


def _port(server: subprocess.Popen[bytes], log: Path) -> int:
    for _ in range(600):
        found = _OPEN.search(log.read_text(encoding="utf-8"))
        if found:
            return int(found[1])
        try:
            server.wait(0.1)
        except subprocess.TimeoutExpired:
            continue
        break
    raise AssertionError(log.read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Client:
    """Who asks, from an address of its own."""

    port: int
    address: str = "127.0.0.66"

    def ask(self, query: str | bytes, accept: str = JSON) -> Answer:
        """Post a query."""
        body = query if isinstance(query, bytes) else query.encode()
        return self.send("POST", "/sparql", {"Content-Type": SPARQL, "Accept": accept}, body)

    def get(self, path: str, accept: str = "*/*") -> Answer:
        """Get an address."""
        return self.send("GET", path, {"Accept": accept})

    def send(self, method: str, path: str, headers: Mapping[str, str], body: bytes | None = None) -> Answer:
        """Send a request on a connection of its own."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, 300, (self.address, 0))
        try:
            connection.request(method, path, body, dict(headers))
            response = connection.getresponse()
            named = {name.lower(): value for name, value in response.getheaders()}
            try:
                return Answer(response.status, named, response.read())
            except http.client.IncompleteRead as error:
                return Answer(response.status, named, error.partial, is_whole=False)
        finally:
            connection.close()


@dataclass(slots=True)
class Bystander:
    """A client that asks something short all the time and checks every answer."""

    port: int
    right: int = 0
    wrong: list[str] = field(default_factory=list)
    _is_over: threading.Event = field(default_factory=threading.Event)

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Ask while the block runs."""
        thread = threading.Thread(target=self._ask_on)
        thread.start()
        try:
            yield
        finally:
            self._is_over.set()
            thread.join()

    def _ask_on(self) -> None:
        client = Client(self.port, "127.0.0.9")
        number = 0
        while not self.right or not self._is_over.wait(0.02):
            number += 1
            query = f"SELECT ({number} AS ?n) (COUNT(*) AS ?all) {{ ?s a <http://www.w3.org/ns/prov#Plan> }}"
            try:
                answer = client.ask(query, "text/csv")
            except OSError as error:
                self.wrong.append(repr(error))
                return
            lines = answer.body.decode().split()
            if answer.status == 200 and lines[0] == "n,all" and lines[1].startswith(f"{number},"):
                self.right += 1
            else:
                self.wrong.append(f"{answer.status} {answer.body[:200]!r}")
                return
