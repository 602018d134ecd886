"""A proxy on loopback that counts the requests to a server, and keeps what they ask."""

import http.client
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import urlencode, urlsplit

_PASSED_ON = ("Accept", "Content-Type")
_GIVEN_BACK = ("Content-Type",)
_DIRECT, _FORM = "application/sparql-query", "application/x-www-form-urlencoded"


class Counter(ThreadingHTTPServer):
    """Stands before a server's endpoint; without one, it answers as a server that is down."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, behind: str | None) -> None:
        """Listen on a free port."""
        super().__init__(("127.0.0.1", 0), _Handler)
        self.behind = urlsplit(behind) if behind else None
        self.asked: list[bytes] = []

    @property
    def address(self) -> str:
        """The address that stands for the endpoint's; it ends as those of endpoints do."""
        return f"http://127.0.0.1:{self.server_address[1]}/sparql"


@contextmanager
def counting(behind: str | None) -> Iterator[Counter]:
    """Count the requests to an endpoint for as long as the block runs."""
    with Counter(behind) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


class _Handler(BaseHTTPRequestHandler):
    server: Counter
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def handle(self) -> None:
        try:
            super().handle()
        except ConnectionError:
            self.close_connection = True

    def do_GET(self) -> None:
        self._pass_on(b"")

    do_HEAD = do_GET  # noqa: N815  # the name that the library looks for

    def do_POST(self) -> None:
        self._pass_on(self.rfile.read(int(self.headers["Content-Length"])))

    def _pass_on(self, body: bytes) -> None:
        self.server.asked.append(body or self.path.encode())
        behind = self.server.behind
        if behind is None or behind.hostname is None:
            self._answer(500, b"down", {"Content-Type": "text/plain"})
            return
        link = http.client.HTTPConnection(behind.hostname, behind.port)
        path = behind.path + self.path.removeprefix("/sparql")
        headers = {name: self.headers[name] for name in _PASSED_ON if name in self.headers}
        headers["Connection"] = "close"
        if headers.get("Content-Type") == _DIRECT:
            # Debian's Virtuoso never answers this form of the protocol, which public ones do answer.
            body = urlencode({"query": body}).encode()
            headers["Content-Type"] = _FORM
        link.request(self.command, path, body or None, headers)
        response = link.getresponse()
        content = response.read()
        back = {name: response.headers[name] for name in _GIVEN_BACK if name in response.headers}
        link.close()
        self._answer(response.status, content, back)

    def _answer(self, status: int, content: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)
