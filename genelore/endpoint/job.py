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
        return next((value for key, value in self.arguments if key == name), default)

    def all(self, name: str) -> tuple[str, ...]:
        """Return every value of an argument."""
        return tuple(value for key, value in self.arguments if key == name)


@dataclass(frozen=True, slots=True)
class Reply:
    """An HTTP answer made in a worker."""

    status: int
    media: str
    content: Content
    headers: tuple[tuple[str, str], ...] = ()


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
