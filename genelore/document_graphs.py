"""The graphs of documents: in the engine, and beside it as text.

The engine takes a microsecond for every term that it gives back. Who wants a whole graph reads the N-Quads
that went in, which are kept under the digest that the ledger has of them.
"""

import zlib
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph
from pyoxigraph import NamedNode

from genelore.kept_file import keep
from ingest.provenance import provenance_graph, provenance_subjects

_FOLDER = "graphs"


def stored_graphs(quads: pyoxigraph.Store, base: str) -> set[str]:
    """Return the names of the document graphs that the engine holds, acknowledged or not."""
    prefix = f"{base}document/"
    names = (graph.value for graph in quads.named_graphs() if isinstance(graph, NamedNode))
    return {name for name in names if name.startswith(prefix)}


def drop(quads: pyoxigraph.Store, graph: NamedNode, base: str) -> None:
    """Take a document's provenance and then its graph out of the store."""
    for subject in provenance_subjects(graph):
        for quad in list(quads.quads_for_pattern(subject, None, None, provenance_graph(base))):
            quads.remove(quad)
    quads.remove_graph(graph)


def keep_text(folder: Path, digest: str, nquads: bytes) -> None:
    """Keep the N-Quads of the graph that has this digest; the file appears whole or not at all."""
    target = folder / _FOLDER / digest
    if not target.exists():
        target.parent.mkdir(exist_ok=True)
        keep(target, zlib.compress(nquads, level=1))


def kept_text(folder: Path, digest: str) -> bytes | None:
    """Return the N-Quads of the graph that has this digest, None where they are not kept or are damaged."""
    try:
        return zlib.decompress((folder / _FOLDER / digest).read_bytes())
    except (OSError, zlib.error):
        return None


def discard_text(folder: Path, digest: str) -> None:
    """Remove the text of the graph that has this digest; a graph that was damaged has none."""
    if digest:
        (folder / _FOLDER / digest).unlink(missing_ok=True)


def sweep(folder: Path, digests: Iterable[str]) -> None:
    """Remove all texts but those of these digests."""
    kept = {*digests}
    for path in (folder / _FOLDER).glob("*"):
        if path.name not in kept:
            path.unlink(missing_ok=True)
