"""The lock that makes one process the only writer of a store."""

import fcntl
import os
from pathlib import Path


class StoreInUseError(RuntimeError):
    """Another process is writing to the store."""


def take(path: Path) -> int:
    """Take the lock and return its file descriptor; closing that, or ending the process, gives it back.

    Raises:
        StoreInUseError: another process has it.
    """
    descriptor = os.open(path, os.O_CREAT | os.O_RDWR, 0o644)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(descriptor)
        raise StoreInUseError(f"{path.parent}: another process is writing to this store") from error
    return descriptor
