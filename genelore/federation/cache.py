"""Answers kept on disk, so that a question is asked once and can be answered without a network."""

import hashlib
import json
import os
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Entry:
    """An answer, and when it was given, in seconds since 1970."""

    media_type: str
    content: bytes
    asked: float

    @property
    def age(self) -> float:
        """Seconds since the endpoint gave it."""
        return max(0.0, time.time() - self.asked)


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of answers; one older than `longest` seconds is asked for anew unless there is no network."""

    folder: Path
    longest: float = 7 * 24 * 3600.0

    def get(self, address: str, query: str, *, is_offline: bool = False) -> Entry | None:
        """Return what an address answered to exactly this query; None if that is not known or too old."""
        try:
            head, _, content = self._path(address, query).read_bytes().partition(b"\n")
            about = json.loads(head)
            entry = Entry(about["type"], content, float(about["asked"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None
        if about.get("sha256") != hashlib.sha256(content).hexdigest():
            return None
        return entry if is_offline or entry.age <= self.longest else None

    def put(self, address: str, query: str, entry: Entry) -> None:
        """Keep an answer; it appears whole or not at all."""
        digest = hashlib.sha256(entry.content).hexdigest()
        about = {"address": address, "asked": entry.asked, "type": entry.media_type, "sha256": digest}
        path = self._path(address, query)
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(f"{path.name}.{os.getpid()}")
        fresh.write_bytes(json.dumps(about).encode() + b"\n" + entry.content)
        fresh.replace(path)

    def _path(self, address: str, query: str) -> Path:
        return self.folder / hashlib.sha256(f"{address.rstrip('/')}\n{query}".encode()).hexdigest()
