"""One piece of work for a worker, and what comes back of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import IO, TypeAlias

# A reply's content: bytes, or what writes it piece by piece, in the worker.
Content: TypeAlias = bytes | Callable[[IO[bytes]], None]


@dataclass(frozen=True, slots=True)
class Job:
    """A kind of work and its arguments, name and value; a name may come more than once."""

    kind: str
    arguments: tuple[tuple[str, str], ...] = ()

    def first(self, name: str, default: str = "") -> str:
        """Return the first value of an argument."""
        for key, value in self.arguments:
            if key == name:
                return value
        return default

    def all(self, name: str) -> tuple[str, ...]:
        """Return every value of an argument."""
        return tuple([value for key, value in self.arguments if key == name])


@dataclass(frozen=True, slots=True)
class Reply:
    """An HTTP answer made in a worker; a dump is as long as the graph, whatever other results may be."""

    status: int
    media: str
    content: Content
    headers: tuple[tuple[str, str], ...] = ()
    is_dump: bool = False


# The kind of the jobs that ask other endpoints. What they answer holds for the moment only.
FEDERATED = "federated"
# RFC 9110, 15.5.20: this worker cannot do the job, another can. No client ever sees it.
MISDIRECTED = 421


class ProblemError(Exception):
    """A job that cannot be done, as an HTTP status with a title and a sentence that helps."""

    def __init__(
        self, status: int, title: str, detail: str = "", headers: tuple[tuple[str, str], ...] = ()
    ) -> None:
        """Say what is wrong."""
        super().__init__(status, title, detail, headers)
        self.status = status
        self.title = title
        self.detail = detail
        self.headers = headers


def misdirected() -> ProblemError:
    """Return what a worker says of a job for a worker that may ask other servers."""
    return ProblemError(MISDIRECTED, "For another worker")
