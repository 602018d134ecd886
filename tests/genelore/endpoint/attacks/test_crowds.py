"""Clients of several addresses that hold every connection there is (ATTACKS.md 25)."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tests.genelore.endpoint.attacks.site import Bystander, Site, running

PLACES, EACH = 60, 15
ADDRESSES = [f"127.0.1.{number}" for number in range(1, 9)]
HALVES = {
    "headers": b"GET / HTTP/1.1\r\nHost: localhost\r\nX-",
    "body": b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
    b"Content-Length: 100\r\n\r\nASK",
    "next request": b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "reading": b"GET /data.nq HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "reading the last": b"GET /data.nq HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
    "anything": b"",
}


@pytest.fixture(scope="module")
def site(seed_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Serve the seeds with few connections; the attackers may have twice as many."""
    flags = (f"--connections={PLACES}", f"--client-connections={EACH}")
    with running(seed_store, tmp_path_factory.mktemp("crowds") / "log", *flags) as site:
        yield site


class _Crowd(threading.Thread):
    """One address that opens a connection again whenever one has been closed, and sends half of something."""

    def __init__(self, port: int, address: str, half: bytes) -> None:
        super().__init__()
        self.is_over = threading.Event()
        self.opened = 0
        self._port = port
        self._address = address
        self._half = half

    def run(self) -> None:
        held: list[socket.socket] = []
        while not self.is_over.wait(0.05):
            for one in [*held]:
                if _is_closed(one):
                    held.remove(one)
                    one.close()
            while len(held) < EACH:
                held.append(self._open())
        for one in held:
            one.close()

    def _open(self) -> socket.socket:
        one = socket.socket()
        one.settimeout(5)
        one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        with suppress(OSError):
            one.bind((self._address, 0))
            one.connect(("127.0.0.1", self._port))
            one.sendall(self._half)
            self.opened += 1
        one.setblocking(False)
        return one


def _is_closed(one: socket.socket) -> bool:
    try:
        return one.recv(1, socket.MSG_PEEK) == b""
    except BlockingIOError:
        return False
    except OSError:
        return True


@contextmanager
def _crowded(site: Site, half: bytes) -> Iterator[list[_Crowd]]:
    crowds = [_Crowd(site.port, address, half) for address in ADDRESSES]
    for crowd in crowds:
        crowd.start()
    try:
        time.sleep(0.5)
        yield crowds
    finally:
        for crowd in crowds:
            crowd.is_over.set()
            crowd.join()


@pytest.mark.parametrize("half", HALVES.values(), ids=HALVES.keys())
def test_others_are_served_while_every_connection_waits_for(site: Site, half: bytes) -> None:
    bystander = Bystander(site.port)
    with _crowded(site, half) as crowds, bystander.watching():
        time.sleep(2)
    assert bystander.wrong == []
    assert bystander.right > 10
    assert sum(crowd.opened for crowd in crowds) > PLACES
