"""A worker: takes jobs from a socket, one at a time, and writes what its handlers reply to it."""

import json
import os
import signal
import socket
import sys
import traceback

import pyoxigraph

from genelore.endpoint.handlers import HANDLERS
from genelore.endpoint.job import Job, ProblemError
from genelore.endpoint.pool import confinement, nesting
from genelore.endpoint.pool.frames import Frames
from genelore.endpoint.pool.loading import on_disk
from genelore.endpoint.pool.order import Order
from genelore.endpoint.pool.sink import Sink

_MOST_BYTES = 1 << 14
# A worker that no front killed at its deadline ends by itself, this many seconds later.
_GRACE = 2.0
# A worker that keeps more than this part of the memory it may have makes room for a fresh one.
_KEPT = 8


def run(connection: socket.socket, order: Order, store: pyoxigraph.Store | None) -> None:
    """Do the jobs of a connection until its other end goes or this process has grown too large."""
    confinement.die_with_parent()
    held = store if store is not None else on_disk(order.site.generation)
    _settle(order)
    frames = Frames()
    resident = confinement.Resident()
    most = resident.size() + order.memory // _KEPT
    # A new buffer for each job would have the allocator tidy its whole heap each time.
    buffer = bytearray(_MOST_BYTES)
    while size := connection.recv_into(buffer):
        for _, content in frames.feed(bytes(buffer[:size])):
            sink = Sink(connection, order.result, lambda: resident.size() >= most)
            _serve(content, sink, order, held)
            if sink.is_last:
                return


def _settle(order: Order) -> None:
    confinement.be_killed_first()
    confinement.cap_memory(order.memory)
    if order.is_networked:
        confinement.write_little()
    else:
        confinement.give_up_writing()
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    nothing = os.open(os.devnull, os.O_WRONLY)
    # The engine's last words may quote a query.
    os.dup2(nothing, 1)
    os.dup2(nothing, 2)
    os.close(nothing)


def _serve(content: bytes, sink: Sink, order: Order, store: pyoxigraph.Store) -> None:
    """Do a job.

    Raises:
        MemoryError: there is not enough for it.
        ConnectionError: nobody waits for the reply any more.
    """
    members = json.loads(content.decode())
    job = Job(members["kind"], tuple((name, value) for name, value in members["arguments"]))
    signal.setitimer(signal.ITIMER_REAL, order.deadline + _GRACE)
    try:
        for query in job.all("query"):
            nesting.check(query)
        sink.send(HANDLERS[job.kind](store, order.site, job))
    except ProblemError as error:
        sink.complain(error)
    except (MemoryError, ConnectionError):
        raise
    except Exception:
        sink.complain(ProblemError(500, "Internal error"), _where())
    signal.setitimer(signal.ITIMER_REAL, 0)


def _where() -> str:
    """Return the kind of the exception and the lines that it went through, without its message.

    The message of an exception may quote the query.
    """
    kind, _, trace = sys.exc_info()
    lines = [f"{step.filename}:{step.lineno} {step.name}" for step in traceback.extract_tb(trace)]
    return f"{kind.__name__ if kind else ''} at " + ", ".join(lines)
