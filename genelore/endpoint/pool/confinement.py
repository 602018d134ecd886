"""What a process of the pool gives up before it touches what strangers wrote.

Each of these is a second line of defence: where the system lacks one, or forbids it, the rest must do.
"""

import ctypes
import os
import resource
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

# Linux: prctl(2) and unshare(2).
_DIE_WITH_PARENT = 1
_NO_NEW_PRIVILEGES = 38
_NEW_USERS = 0x10000000
_NEW_NETWORK = 0x40000000
# What makes a query deep (parentheses, groups, paths) makes the parser's stack deep.
STACK = 256 << 20
# What an endpoint's profile lets it answer, and some more.
_KEPT = 128 << 20


@contextmanager
def deep_stack() -> Iterator[None]:
    """Give a process that is started meanwhile a deep stack, as far as the system allows."""
    soft, hard = resource.getrlimit(resource.RLIMIT_STACK)
    deep = STACK if hard == resource.RLIM_INFINITY else min(STACK, hard)
    resource.setrlimit(resource.RLIMIT_STACK, (deep, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_STACK, (soft, hard))


def die_with_parent() -> None:
    """Have the kernel kill this process when its parent goes."""
    if sys.platform == "linux":
        _libc().prctl(_DIE_WITH_PARENT, signal.SIGKILL, 0, 0, 0)


def leave_network() -> bool:
    """Move into a network of nothing, for this process and its children; say whether it worked."""
    if sys.platform != "linux":
        return False
    library = _libc()
    library.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    return not (library.unshare(_NEW_NETWORK) and library.unshare(_NEW_USERS | _NEW_NETWORK))


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def give_up_writing() -> None:
    """Make no file longer, start no process, leave no image of the memory behind."""
    for limit in (resource.RLIMIT_FSIZE, resource.RLIMIT_CORE, resource.RLIMIT_NPROC):
        with suppress(ValueError, OSError):
            resource.setrlimit(limit, (0, 0))


def write_little() -> None:
    """Make no file longer than an answer that may be kept, leave no image of the memory behind."""
    for limit, most in ((resource.RLIMIT_FSIZE, _KEPT), (resource.RLIMIT_CORE, 0)):
        with suppress(ValueError, OSError):
            resource.setrlimit(limit, (most, most))


def cap_memory(more: int) -> None:
    """Allow this process that many bytes of address space beyond what it has now.

    What it shares with its parent counts as had.
    """
    limit = _address_space() + more
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard == resource.RLIM_INFINITY or limit < hard:
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def _address_space() -> int:
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return pages * os.sysconf("SC_PAGE_SIZE")


class Resident:
    """How much memory this process has that is in use, its own and shared."""

    def __init__(self) -> None:
        """Look at the process that calls."""
        self._page = os.sysconf("SC_PAGE_SIZE")
        try:
            self._statistics = os.open("/proc/self/statm", os.O_RDONLY)
        except OSError:
            self._statistics = -1

    def size(self) -> int:
        """Return it in bytes; the most that it ever was where the system does not tell more."""
        if self._statistics < 0:
            return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        return int(os.pread(self._statistics, 100, 0).split()[1]) * self._page


def be_killed_first() -> None:
    """Offer this process to the kernel when the machine is out of memory."""
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")
