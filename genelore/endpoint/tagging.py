"""Entity tags: a generation is frozen, so its name and a job name an answer for ever."""

import re
from functools import cache
from hashlib import blake2b
from pathlib import Path

import genelore
from genelore.endpoint.job import FEDERATED, Job

# Functions of SPARQL that give another value at each call, or any escape that may hide one.
_VOLATILE = re.compile(r"\b(?:now|rand|uuid|struuid|bnode)\b|\\u", re.IGNORECASE)
# One of these stands in whatever that finds; to look for them takes a tenth of the time.
_SIGNS = ("now", "rand", "uuid", "bnode", "\\")


def tag(job: Job, identity: str, place: str) -> str:
    """Return the entity tag of a job's answer from a generation at a place, empty if it has none."""
    if job.kind == FEDERATED or any(_is_volatile(value) for _, value in job.arguments):
        return ""
    text = f"{identity} {job.kind} {job.arguments}".encode()
    return f'W/"{blake2b(text, key=_edition(place), digest_size=12).hexdigest()}"'


def holds(tag: str, asked: str) -> bool:
    """Say whether a client has what a tag names, by its If-None-Match header; `*` is any (RFC 9110, 13.1.2).

    >>> holds('W/"0a"', '"1b", "0a"'), holds('W/"0a"', "*"), holds("", '"0a"')
    (True, True, False)
    """
    return asked.strip() == "*" or (bool(tag) and tag.removeprefix("W/") in asked)


def _is_volatile(text: str) -> bool:
    plain = text.casefold()
    return any(sign in plain for sign in _SIGNS) and _VOLATILE.search(text) is not None


@cache
def _edition(place: str) -> bytes:
    """Return what changes when the code or the templates that make answers do, or the place they are at."""
    files = sorted(path for path in Path(genelore.__file__).parent.rglob("*") if path.is_file())
    times = [f"{path.name} {path.stat().st_mtime_ns}" for path in files if path.suffix != ".pyc"]
    return blake2b("\n".join([place, *times]).encode(), digest_size=32).digest()
