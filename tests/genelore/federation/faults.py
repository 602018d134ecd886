"""A server on loopback that misbehaves, one way for each path, and counts who asks."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

RESULT = b'{"head":{"vars":["x"]},"results":{"bindings":[{"x":{"type":"literal","value":"1"}}]}}'
JSON = "application/sparql-results+json"


@dataclass(slots=True)
class Faulty:
    """Where the server is, the paths that were asked, and the headers of the last request."""

    root: str
    paths: list[str] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)
    most_at_once: int = 0


class _Handler(BaseHTTPRequestHandler):
    faulty: Faulty
    here = 0
    lock = threading.Lock()

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.faulty.paths.append(self.path)
        self.faulty.headers = dict(self.headers)
        with suppress(OSError):
            _WAYS[self.path](self)

    def stay(self, seconds: float) -> None:
        with self.lock:
            type(self).here += 1
            self.faulty.most_at_once = max(self.faulty.most_at_once, type(self).here)
        time.sleep(seconds)
        with self.lock:
            type(self).here -= 1

    def log_message(self, *_: object) -> None:
        pass

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        names = {"Content_Type": JSON, "Content_Length": str(len(body))} | headers
        for name, value in names.items():
            if value:
                self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)


def _busy_once(handler: _Handler) -> None:
    is_first = handler.faulty.paths.count(handler.path) == 1
    handler.answer(503, Retry_After="1") if is_first else handler.answer(200, RESULT)


def _drip(handler: _Handler) -> None:
    handler.answer(200, b"{", Content_Length="1000000")
    for _ in range(200):
        handler.wfile.write(b" ")
        time.sleep(0.05)


def _endless(handler: _Handler) -> None:
    handler.answer(200, RESULT[:47], Content_Length="")
    row = b'{"x":{"type":"literal","value":"1"}},'
    while True:
        handler.wfile.write(row * 1000)


def _slow(handler: _Handler) -> None:
    handler.stay(0.2)
    handler.answer(200, RESULT)


_HTML = b"<html><body>Sorry</body></html>"
_MANY = RESULT.replace(b"}}]}}", b"}}" + b',{"x":{"type":"literal","value":"1"}}' * 99 + b"]}}")
_WAYS: dict[str, Callable[[_Handler], None]] = {
    "/good": lambda handler: handler.answer(200, RESULT),
    "/busy-once": _busy_once,
    "/too-many": lambda handler: handler.answer(429, Retry_After="3600"),
    "/down": lambda handler: handler.answer(500),
    "/refuses": lambda handler: handler.answer(
        400, b"no such function\nat line 1", Content_Type="text/plain"
    ),
    "/hang": lambda handler: time.sleep(10),
    "/drip": _drip,
    "/slow": _slow,
    "/cut": lambda handler: handler.answer(200, RESULT[:60], Content_Length="1000"),
    "/cut-without-length": lambda handler: handler.answer(200, RESULT[:60], Content_Length=""),
    "/html": lambda handler: handler.answer(200, _HTML, Content_Type="text/html; charset=utf-8"),
    "/html-as-json": lambda handler: handler.answer(200, _HTML),
    "/truth": lambda handler: handler.answer(200, b'{"head":{},"boolean":true}'),
    "/many": lambda handler: handler.answer(200, _MANY),
    "/endless": _endless,
    "/zipped": lambda handler: handler.answer(200, RESULT, Content_Encoding="gzip"),
    "/partial": lambda handler: handler.answer(200, RESULT, X_SQL_State="S1TAT"),
    "/good-once": lambda handler: handler.answer(
        200 if handler.faulty.paths.count("/good-once") == 1 else 500, RESULT
    ),
    "/moved": lambda handler: handler.answer(307, Location="/good"),
    "/round": lambda handler: handler.answer(307, Location="/round"),
    "/away": lambda handler: handler.answer(307, Location="http://169.254.169.254/latest"),
    "/port": lambda handler: handler.answer(307, Location="http://127.0.0.1:1/good"),
    "/odd": lambda handler: handler.answer(307, Location="http://127.0.0.1:99999/"),
    "/file": lambda handler: handler.answer(302, Location="file:///etc/passwd"),
}


@contextmanager
def misbehaving() -> Iterator[Faulty]:
    """Start the server on a free port, and end it."""
    handler = type("Handler", (_Handler,), {})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    handler.faulty = Faulty(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield handler.faulty
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
