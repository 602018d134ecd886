"""How a host is treated: one request at a time, pauses, waits when told to, and rest when it is down."""

import fcntl
import hashlib
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from pathlib import Path

from genelore.federation.failure import RejectedError, ServiceError

# So many failures in a row, and a host is left alone for so many seconds.
FAILURES = 3
REST = 60.0


@dataclass(slots=True)
class Host:
    """What is remembered of one host between requests; times are those of the monotonic clock."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    ended: float = float("-inf")
    failures: int = 0
    failed: float = float("-inf")


@contextmanager
def turn(host: Host, iri: str, pause: float) -> Iterator[None]:
    """Wait for this host's turn and pause, and remember how the request went.

    Raises:
        ServiceError: the host has failed too often of late to be asked again.
    """
    with host.lock:
        if host.failures >= FAILURES and time.monotonic() - host.failed < REST:
            raise ServiceError(
                f"<{iri}> failed {host.failures} times in a row and is left alone for {REST:g} s"
            )
        time.sleep(max(0.0, host.ended + pause - time.monotonic()))
        try:
            yield
        except RejectedError:
            raise
        except ServiceError:
            host.failures += 1
            host.failed = time.monotonic()
            raise
        finally:
            host.ended = time.monotonic()
        host.failures = 0


@contextmanager
def alone(folder: Path | None, name: str) -> Iterator[None]:
    """Keep other processes that share a folder from asking the same host meanwhile."""
    if folder is None:
        yield
        return
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / hashlib.sha256(name.encode()).hexdigest()).open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


def seconds(wait: str | None, default: float) -> float:
    """Return how long a Retry-After asks to wait: seconds or a date (RFC 9110, 10.2.3).

    >>> seconds("120", 1.0), seconds(None, 1.0), seconds("soon", 1.0)
    (120.0, 1.0, 1.0)
    """
    if wait is None:
        return default
    if wait.strip().isdigit():
        return float(wait)
    try:
        return max(0.0, parsedate_to_datetime(wait).timestamp() - time.time())
    except ValueError:
        return default
