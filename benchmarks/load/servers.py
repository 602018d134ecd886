"""The servers that are compared, each a process of its own on a free port of this machine."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
import venv
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

RIVALS = ("rdflib-endpoint==0.6.3", "oxigraph==0.5.13")
_ASK = "ASK {}"
_START_SECONDS = 300
_LOOK_SECONDS = 0.2


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: its name, its port, where it takes queries, and its process."""

    name: str
    port: int
    path: str
    process: int

    def answer(self, query: str, media: str = "application/sparql-results+json") -> bytes:
        """Return the answer to one query."""
        return self.fetch(f"{self.path}?{urlencode({'query': query})}", media)

    def fetch(self, path: str, media: str = "*/*") -> bytes:
        """Return what it has at a path."""
        address = f"http://127.0.0.1:{self.port}{path}"
        with urlopen(Request(address, headers={"Accept": media}), timeout=600) as response:
            content: bytes = response.read()
            return content

    def memory(self) -> int:
        """Return the bytes that its processes hold, what they share counted once (PSS)."""
        return sum(_held(number) for number in _family(self.process))


@contextmanager
def most_memory(server: Server) -> Iterator[list[int]]:
    """Look at what a server holds, several times a second, while the block runs."""
    sizes, is_over = [server.memory()], threading.Event()

    def look() -> None:
        while not is_over.wait(_LOOK_SECONDS):
            sizes.append(server.memory())

    watch = threading.Thread(target=look)
    watch.start()
    try:
        yield sizes
    finally:
        is_over.set()
        watch.join()


def install(folder: Path) -> Path:
    """Return the folder of the rivals' programs, installed there once in an environment of their own."""
    programs = folder / "bin"
    if not (programs / "oxigraph").exists():
        venv.create(folder, with_pip=True)
        subprocess.run([programs / "python", "-m", "pip", "install", "--quiet", *RIVALS], check=True)
    return programs


@contextmanager
def genelore(folder: Path, *flags: str) -> Iterator[Server]:
    """Serve a store folder with this program, in its usual settings but for flags."""
    own = (sys.executable, "-m", "genelore", "serve", "--store", str(folder), "--port")
    with _running("genelore", "/sparql", lambda port: (*own, str(port), *flags)) as server:
        yield server


@contextmanager
def oxigraph(programs: Path, dump: Path) -> Iterator[Server]:
    """Serve a dump with the oxigraph server, in memory: without a location it keeps nothing on disk."""
    own = (str(programs / "oxigraph"), "serve", "--bind")
    with _running("oxigraph", "/query", lambda port: (*own, f"127.0.0.1:{port}")) as server:
        address = f"http://127.0.0.1:{server.port}/store?no_transaction"
        headers = {"Content-Type": "application/n-quads"}
        urlopen(Request(address, dump.read_bytes(), headers, method="POST"), timeout=600).close()
        yield server


@contextmanager
def rdflib_endpoint(programs: Path, dump: Path) -> Iterator[Server]:
    """Serve a dump with rdflib-endpoint, on its usual store, in memory."""
    own = (str(programs / "rdflib-endpoint"), "serve", str(dump), "--host", "127.0.0.1", "--port")
    with _running("rdflib-endpoint", "/", lambda port: (*own, str(port))) as server:
        yield server


@contextmanager
def _running(name: str, path: str, command: Callable[[int], Sequence[str]]) -> Iterator[Server]:
    port = _free_port()
    process = subprocess.Popen(
        command(port), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    server = Server(name, port, path, process.pid)
    try:
        _wait_for(server, process)
        yield server
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def _wait_for(server: Server, process: subprocess.Popen[bytes]) -> None:
    for _ in range(_START_SECONDS * 10):
        if process.poll() is not None:
            raise RuntimeError(f"{server.name} ended with {process.returncode}")
        try:
            server.answer(_ASK)
            return
        except (URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"{server.name} did not start")


def _family(process: int) -> list[int]:
    found = [process]
    for path in Path(f"/proc/{process}/task").glob("*/children"):
        for child in path.read_text().split():
            found += _family(int(child))
    return found


def _held(process: int) -> int:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
