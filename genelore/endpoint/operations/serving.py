"""The servers of one process: listening, telling that they are ready, and an end that breaks nothing off."""

import asyncio
import gc
import math
import os
import resource
import signal
import socket
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass

import uvicorn
import uvloop
from starlette.types import ASGIApp

from genelore.endpoint.operations.connection import connection, sweep
from genelore.endpoint.operations.exchange import Desk
from genelore.endpoint.operations.notification import notify
from genelore.endpoint.settings import Settings

_POLL_SECONDS = 0.02
_BACKLOG = 2048
# What requests leave behind has no cycles; it is looked through a tenth as often as usual.
_GARBAGE = (20_000, 20, 20)


class StartError(RuntimeError):
    """A server did not start."""


@dataclass(frozen=True, slots=True)
class Face:
    """An application, the socket on which it is served, and what answers before it where it can."""

    app: ASGIApp
    socket: socket.socket
    desk: Desk | None = None


@dataclass(frozen=True, slots=True)
class Ends:
    """What is done when all servers can be used, when they begin to stop, and last of all.

    `ready` raises `StartError` if they never will.
    """

    ready: Callable[[], bool]
    on_ready: Callable[[], None]
    on_stop: Callable[[], None]
    at_end: Callable[[], None]


class _Server(uvicorn.Server):
    """A server that leaves signals to whoever runs several."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def listen(host: str, port: int) -> socket.socket:
    """Return a socket bound to an address.

    Raises:
        StartError: the address is taken, or not this machine's.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((host, port))
    except OSError as error:
        bound.close()
        raise StartError(f"{host} port {port}: {error.strerror or error}") from error
    return bound


def run(settings: Settings, faces: Sequence[Face], ends: Ends) -> None:
    """Serve until a signal says to stop.

    Raises:
        StartError: an application could not start.
    """
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(_serve(settings, faces, ends))


async def _serve(settings: Settings, faces: Sequence[Face], ends: Ends) -> None:
    servers = [_Server(_config(settings, face)) for face in faces]
    stop = _Stop(settings, servers, ends)
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.signal)
    sweeper = asyncio.create_task(sweep(lambda: [c for s in servers for c in s.server_state.connections]))
    running = [
        asyncio.create_task(_one(server, face.socket)) for server, face in zip(servers, faces, strict=True)
    ]
    beginning = asyncio.create_task(_begin(servers, ends))
    try:
        await asyncio.gather(*running)
        if beginning.done():
            beginning.result()
    finally:
        sweeper.cancel()
        beginning.cancel()
        ends.at_end()


def _config(settings: Settings, face: Face) -> uvicorn.Config:
    return uvicorn.Config(
        face.app,
        http=connection(settings, face.desk),
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=bool(settings.proxies),
        forwarded_allow_ips=[*settings.proxies],
        backlog=_BACKLOG,
        timeout_keep_alive=math.ceil(settings.idle_seconds),
        timeout_graceful_shutdown=math.ceil(settings.stop_seconds),
    )


async def _one(server: uvicorn.Server, bound: socket.socket) -> None:
    try:
        await server.serve(sockets=[bound])
    except SystemExit as error:
        raise StartError("the server could not start; the log says why") from error


async def _begin(servers: Sequence[uvicorn.Server], ends: Ends) -> None:
    try:
        while not (all(server.started for server in servers) and ends.ready()):
            await asyncio.sleep(_POLL_SECONDS)
    except StartError:
        for server in servers:
            server.should_exit = True
        raise
    # What is there now stays: looking through it for garbage again and again would hold up requests.
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_GARBAGE)
    notify("READY=1", os.environ)
    ends.on_ready()


class _Stop:
    """What signals do: the first stops the servers when running requests have ended, the second at once."""

    def __init__(self, settings: Settings, servers: Sequence[uvicorn.Server], ends: Ends) -> None:
        self._settings = settings
        self._servers = servers
        self._ends = ends
        self._is_stopping = False

    def signal(self) -> None:
        if self._is_stopping:
            self._ends.at_end()
            # Workers end with this process.
            os._exit(1)
        self._is_stopping = True
        with suppress(OSError):
            notify("STOPPING=1", os.environ)
        self._ends.on_stop()
        asyncio.get_running_loop().call_later(self._settings.drain_seconds, self._stop)

    def _stop(self) -> None:
        for server in self._servers:
            server.should_exit = True
