"""A document as the store takes it: what `prepare` made of it, as N-Quads."""

from dataclasses import dataclass
from hashlib import sha256

import pyoxigraph
from pyoxigraph import Quad, RdfFormat

from shapes.report import Report


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document as the store takes it: its graph and provenance as N-Quads.

    `quads` counts the quads of the document's own graph, `digest` is the SHA-256 of its sorted N-Quads,
    `notes` are what a curator should know though the document can be stored.
    """

    name: str
    content: bytes
    sha256: str
    kind: str
    graph: str
    quads: int
    digest: str
    claims: int
    nquads: bytes
    report: Report | None
    notes: tuple[str, ...]


def nquads(quads: tuple[Quad, ...] | list[Quad]) -> bytes:
    """Write quads as N-Quads."""
    return pyoxigraph.serialize(quads, format=RdfFormat.N_QUADS) or b""


def digest(content: bytes) -> str:
    """Return the SHA-256 of N-Quads with their lines sorted."""
    return sha256(b"\n".join(sorted(set(content.splitlines())))).hexdigest()
