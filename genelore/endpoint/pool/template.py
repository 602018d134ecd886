"""The template: a process of one thread that holds a generation and forks workers when told to.

It is told through its standard input, a socket: a line `fork N` with the socket of worker N beside it,
`kill N`, `slow N`. It tells `ready` or `failed REASON`, `born N PID`, `died N STATUS`. It ends when the
front has gone.
"""

import gc
import os
import selectors
import signal
import socket
import sys
from contextlib import suppress

import pyoxigraph

from genelore.description import describe
from genelore.endpoint.pool import confinement, loading, warming, worker
from genelore.endpoint.pool.order import Order
from genelore.generation import DamagedStoreError

# Evaluation that takes long yields to all other.
SLOW = 10
_MOST_BYTES = 4096
_MOST_SOCKETS = 16


class Template:
    """The workers that were forked, by the front's numbers for them."""

    def __init__(self, control: socket.socket, order: Order, store: pyoxigraph.Store | None) -> None:
        """Take what every worker is born with."""
        self._control = control
        self._order = order
        self._store = store
        self._workers: dict[int, int] = {}
        self._sockets: list[int] = []
        self._text = b""
        self._children, self._wakeup = socket.socketpair()

    def run(self) -> None:
        """Do what the front says until it goes."""
        self._wakeup.setblocking(False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(self._wakeup.fileno())
        with selectors.DefaultSelector() as selector:
            selector.register(self._control, selectors.EVENT_READ)
            selector.register(self._children, selectors.EVENT_READ)
            while True:
                ready = {key.fileobj for key, _ in selector.select()}
                if self._children in ready:
                    self._reap()
                if self._control in ready and not self._listen():
                    return

    def _listen(self) -> bool:
        try:
            heard, sockets, _, _ = socket.recv_fds(self._control, _MOST_BYTES, _MOST_SOCKETS)
        except ConnectionError:
            return False
        self._sockets += sockets
        *lines, self._text = (self._text + heard).split(b"\n")
        for line in lines:
            verb, number = line.split()
            self._obey(verb, int(number))
        return bool(heard)

    def _obey(self, verb: bytes, number: int) -> None:
        if verb == b"fork":
            self._fork(number)
        elif number in self._workers:
            with suppress(OSError):
                if verb == b"kill":
                    os.kill(self._workers[number], signal.SIGKILL)
                else:
                    os.setpriority(os.PRIO_PROCESS, self._workers[number], SLOW)

    def _fork(self, number: int) -> None:
        mine = self._sockets.pop(0)
        child = os.fork()
        if child == 0:
            self._become_worker(mine)
        os.close(mine)
        self._workers[number] = child
        _tell(self._control, f"born {number} {child}")

    def _become_worker(self, mine: int) -> None:
        """Serve a socket and end the process, without ever coming back."""
        status = 1
        try:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            for other in (self._control, self._children, self._wakeup):
                other.close()
            for waiting in self._sockets:
                os.close(waiting)
            worker.run(socket.socket(fileno=mine), self._order, self._store)
            status = 0
        finally:
            os._exit(status)

    def _reap(self) -> None:
        self._children.recv(_MOST_BYTES)
        numbers = {child: number for number, child in self._workers.items()}
        with suppress(ChildProcessError):
            while (ended := os.waitpid(-1, os.WNOHANG))[0]:
                child, status = ended
                number = numbers.get(child)
                if number is not None:
                    del self._workers[number]
                    _tell(self._control, f"died {number} {os.waitstatus_to_exitcode(status)}")


def _tell(control: socket.socket, text: str) -> None:
    with suppress(OSError):
        control.sendall(text.encode() + b"\n")


def _prepare(order: Order) -> pyoxigraph.Store | None:
    """Return what workers share, and leave everything that they need read and compiled."""
    confinement.die_with_parent()
    if not order.is_networked:
        confinement.leave_network()
    store = loading.in_memory(order.site.generation) if order.is_in_memory else None
    if store is not None:
        # The dataset describes itself wherever it is served, and the writers need not keep that up to date.
        store.bulk_extend(describe(store, order.site.base))
        warming.warm(store, order.site)
    # What is old now is never freed, so no worker writes to its pages by looking for garbage.
    gc.collect()
    gc.freeze()
    return store


def main() -> None:
    """Load what the order says, say so, and serve the front."""
    control = socket.socket(fileno=os.dup(sys.stdin.fileno()))
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, sys.stdin.fileno())
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        order = Order.read(sys.argv[1])
        store = _prepare(order)
    except (DamagedStoreError, OSError, ValueError) as error:
        _tell(control, f"failed {error}")
        return
    _tell(control, "ready")
    Template(control, order, store).run()


if __name__ == "__main__":
    main()
