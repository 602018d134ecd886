"""A file that is written once and never changed, because its name is the digest of its content."""

import os
from pathlib import Path


def keep(target: Path, content: bytes) -> None:
    """Write a file where there is none; it appears whole or not at all."""
    if not target.exists():
        fresh = target.with_suffix(f".{os.getpid()}")
        fresh.write_bytes(content)
        fresh.replace(target)
