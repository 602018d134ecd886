"""The five seeds, for tests in any folder."""

import os
from pathlib import Path

import pytest

from ingest.document import Document, read
from ingest.record import Fact

ROOT = Path(__file__).resolve().parent.parent
NAMES = {
    "wikipedia": "alas2-wikipedia.md",
    "medlineplus": "alas2-medlineplus.txt",
    "wikimd": "alas2-wikimd.txt",
    "gpt3_gene_post": "alas2-gpt3-gene-post.md",
    "chickybase": "alas2-chickybase.md",
}


def seed(kind: str) -> Document:
    """Read the seed of a source kind under the name that `make graph` gives it."""
    return read(ROOT / "seeds" / NAMES[kind], f"seeds/{NAMES[kind]}")


def shared(path: str) -> Path:
    """Return a file or folder of the shared data, or skip the test."""
    root = os.environ.get("GENELORE_SHARED")
    if not root:
        pytest.skip("GENELORE_SHARED is not set")
    found = Path(root) / path
    if not found.exists():
        pytest.skip(f"{path} is not in the shared data")
    return found


def is_well_placed(document: Document, fact: Fact) -> bool:
    """Say whether a fact's span lies in its document and quotes something."""
    inside = 0 <= fact.span.start < fact.span.end <= len(document.text)
    return inside and bool(document.quote(fact.span).strip())
