"""A server of one test, started as a user starts it."""

import http.client
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

_OPEN = re.compile(r"Open: http://127\.0\.0\.1:([0-9]+)/")
_DOCUMENTS = re.compile(r"Documents at http://127\.0\.0\.1:([0-9]+)/documents")


@dataclass(frozen=True, slots=True)
class Served:
    """A running server: its ports, its process, and the lines that it has written to standard error."""

    port: int
    operator_port: int
    process: subprocess.Popen[str]
    lines: list[str]

    def ask(
        self, method: str, path: str, body: bytes | None = None, **headers: str
    ) -> tuple[int, http.client.HTTPMessage, bytes]:
        return ask(self.port, method, path, body, **headers)


def ask(
    port: int, method: str, path: str, body: bytes | None = None, **headers: str
) -> tuple[int, http.client.HTTPMessage, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
    response = connection.getresponse()
    content = response.read()
    connection.close()
    return response.status, response.headers, content


@contextmanager
def served(store: Path, *flags: str, **environment: str) -> Iterator[Served]:
    command = [sys.executable, "-m", "genelore", "serve", "--store", str(store), "--port", "0", *flags]
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, env=os.environ | {"COLUMNS": "200"} | environment
    ) as process:
        try:
            assert process.stderr
            lines = [*_until_open(process)]
            following = Thread(target=lambda: lines.extend(process.stderr or ()), daemon=True)
            following.start()
            said = "".join(lines)
            operator = _DOCUMENTS.search(said)
            port = _OPEN.search(said)
            assert port, said
            yield Served(int(port[1]), int(operator[1]) if operator else 0, process, lines)
        finally:
            process.terminate()
            process.wait(20)
            following.join(10)


def _until_open(process: subprocess.Popen[str]) -> Iterator[str]:
    for line in process.stderr or ():
        yield line
        if _OPEN.search(line):
            return
