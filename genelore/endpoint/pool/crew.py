"""The template process of one generation, and the workers that it forked, as the front sees them."""

import asyncio
import logging
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress

from genelore.endpoint.pool.confinement import deep_stack
from genelore.endpoint.pool.connection import Connection
from genelore.endpoint.pool.order import Order

_LOG = logging.getLogger("genelore.pool")
_MOST_BYTES = 4096
# Loading leaves a heap of holes, which glibc's malloc searches again and again unless it may keep more pieces
# of each size at hand: a short look-up takes a worker twice as long without this.
_ALLOCATION = {"GLIBC_TUNABLES": "glibc.malloc.tcache_count=2000"}


class TemplateError(RuntimeError):
    """The template process cannot load its generation; the message says why."""


class Crew:
    """Workers that hold one generation, which `identity` names for ever."""

    def __init__(self, identity: str) -> None:
        """Be nobody yet."""
        self.identity = identity
        self.workers: set[Connection] = set()
        self.is_lost = False
        # Told when a worker is gone or new, or the template is lost.
        self.on_change: Callable[[], None] = lambda: None
        # Told when a worker has done its job.
        self.on_idle: Callable[[], None] = lambda: None
        # Told when a worker leaves, which may have a job in advance.
        self.on_leave: Callable[[Connection], None] = lambda worker: None
        # Told when a worker has died of its job.
        self.on_death: Callable[[Connection], None] = lambda worker: None
        self._control, self._theirs = socket.socketpair()
        self.process: subprocess.Popen[bytes] | None = None
        self._ready: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._text = b""
        self._last = 0
        self._killed: set[int] = set()
        self._hiring: set[asyncio.Task[None]] = set()

    async def start(self, order: Order) -> None:
        """Start the template and return when it has loaded the generation.

        Raises:
            TemplateError: it cannot.
        """
        command = [sys.executable, "-P", "-m", "genelore.endpoint.pool.template", order.written()]
        with deep_stack():
            environment = _ALLOCATION | os.environ
            self.process = subprocess.Popen(command, stdin=self._theirs.fileno(), env=environment)  # noqa: S603
        self._theirs.close()
        self._control.setblocking(False)
        asyncio.get_running_loop().add_reader(self._control.fileno(), self._hear)
        await self._ready

    def _hear(self) -> None:
        try:
            heard = self._control.recv(_MOST_BYTES)
        except BlockingIOError:
            return
        except OSError:
            heard = b""
        if not heard:
            self._lose("the template process ended")
        *lines, self._text = (self._text + heard).split(b"\n")
        for line in lines:
            self._take_in(line.decode())

    def _take_in(self, line: str) -> None:
        verb, _, rest = line.partition(" ")
        if verb == "ready":
            self._ready.set_result(None)
        elif verb == "failed":
            self._lose(rest)
        elif verb == "born":
            self._name(*map(int, rest.split()))
        else:
            self._bury(*map(int, rest.split()))

    def _bury(self, number: int, status: int) -> None:
        """Note a worker's death if nobody here has wanted it."""
        if status and number not in self._killed:
            _LOG.warning("worker %d died by itself, status %d", number, status)
        self._killed.discard(number)

    def _name(self, number: int, process: int) -> None:
        for worker in self.workers:
            if worker.number == number:
                worker.process = process

    def _lose(self, reason: str) -> None:
        self.is_lost = True
        asyncio.get_running_loop().remove_reader(self._control.fileno())
        if not self._ready.done():
            self._ready.set_exception(TemplateError(reason))
        self.on_change()

    def hire(self, is_slow: bool) -> None:
        """Have a worker forked, for jobs that take long or for others; it is there in some milliseconds."""
        self._last += 1
        worker = Connection(self, self._last)
        mine, theirs = socket.socketpair()
        mine.setblocking(False)
        with theirs, suppress(OSError):
            socket.send_fds(self._control, [b"fork %d\n" % worker.number], [theirs.fileno()])
        self.workers.add(worker)
        if is_slow:
            self.slow_down(worker)
        task = asyncio.get_running_loop().create_task(self._connect(worker, mine))
        self._hiring.add(task)
        task.add_done_callback(self._hiring.discard)

    async def _connect(self, worker: Connection, mine: socket.socket) -> None:
        await asyncio.get_running_loop().create_unix_connection(lambda: worker, sock=mine)
        if worker in self.workers:
            self.on_change()
        else:
            worker.close()

    def slow_down(self, worker: Connection) -> None:
        """Have a worker yield to all other processes from now on."""
        worker.is_slow = True
        self._tell(b"slow %d\n" % worker.number)

    def kill(self, worker: Connection) -> None:
        """Have a worker killed at once."""
        self.workers.discard(worker)
        self._killed.add(worker.number)
        self._tell(b"kill %d\n" % worker.number)
        worker.close()

    def retire(self, worker: Connection) -> None:
        """Let an idle worker end."""
        self.workers.discard(worker)
        worker.close()

    def _tell(self, text: bytes) -> None:
        with suppress(OSError):
            self._control.send(text)

    def on_free(self, worker: Connection) -> None:
        """Take in that a worker has done its job."""
        if worker.is_leaving:
            self.on_leave(worker)
            self.retire(worker)
            self.on_change()
        else:
            self.on_idle()

    def on_gone(self, worker: Connection) -> None:
        """Take in that a worker is dead, whoever killed it."""
        if worker in self.workers:
            self.workers.discard(worker)
            if worker.ticket:
                self.on_death(worker)
        self.on_change()

    def close(self) -> None:
        """End the template and all of its workers."""
        if not self.is_lost:
            asyncio.get_running_loop().remove_reader(self._control.fileno())
        self.is_lost = True
        for worker in tuple(self.workers):
            self.kill(worker)
        self._control.close()
        if self.process:
            self.process.kill()
            # The kernel may take a while to free its memory.
            asyncio.get_running_loop().run_in_executor(None, self.process.wait)
