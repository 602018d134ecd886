"""Clients that ask without rest: wrk for those that are measured, threads for those that attack."""

import http.client
import json
import os
import shutil
import subprocess
import tempfile
import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.load.servers import Server

_SCRIPT = Path(__file__).with_name("requests.lua")


@dataclass(frozen=True, slots=True)
class Load:
    """What clients saw: answers in a second, those that failed, and times in milliseconds."""

    rate: float
    requests: int
    failed: int
    p50: float
    p99: float
    most: float


def ask(server: Server, paths: list[str], seconds: int, clients: int = 16, pause: int = 0) -> Load:
    """Have clients with kept connections ask the paths in turn; each pauses so many milliseconds before."""
    if shutil.which("wrk") is None:
        raise SystemExit("wrk is needed: apt-get install wrk")
    with tempfile.NamedTemporaryFile("w", suffix=".paths") as file:
        file.write("\n".join(paths) + "\n")
        file.flush()
        address = f"http://127.0.0.1:{server.port}"
        sizes = ("-t1", f"-c{clients}", f"-d{seconds}s", "--timeout", f"{seconds + 60}s", "--latency")
        environment = os.environ | {"PATHS": file.name, "PAUSE": str(pause)}
        done = subprocess.run(
            ["wrk", *sizes, "-s", str(_SCRIPT), address],
            capture_output=True,
            text=True,
            env=environment,
            check=True,
        )
    said = json.loads(done.stdout.splitlines()[-1])
    failed = said["failed"] + said["broken"]
    rate = (said["requests"] - said["failed"]) / said["seconds"]
    return Load(rate, said["requests"], failed, said["p50"], said["p99"], said["most"])


class Attacker(threading.Thread):
    """A client at an address of its own that sends one hostile query after the other."""

    def __init__(self, server: Server, paths: Iterator[str], source: str) -> None:
        """Be ready to attack."""
        super().__init__(daemon=True)
        self.answers: Counter[str] = Counter()
        self._server = server
        self._paths = paths
        self.source = source
        self._is_over = threading.Event()

    def run(self) -> None:
        """Attack until told to stop."""
        while not self._is_over.is_set():
            self.answers[self._one(next(self._paths))] += 1

    def _one(self, path: str) -> str:
        connection = http.client.HTTPConnection(
            "127.0.0.1", self._server.port, timeout=120, source_address=(self.source, 0)
        )
        try:
            connection.request("GET", path)
            response = connection.getresponse()
            response.read()
            return str(response.status)
        except OSError as error:
            return type(error).__name__
        finally:
            connection.close()

    def stop(self) -> None:
        """Send nothing more."""
        self._is_over.set()
