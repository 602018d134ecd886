"""The golden files: the graph of each seed and its provenance as sorted N-Quads, remade by `make golden`."""

from pathlib import Path

import pyoxigraph
from pyoxigraph import RdfFormat

from genelore.prepare import Clock, map_document
from ontology.terms import BASE
from tests.seeds import NAMES, seed

FOLDER = Path(__file__).resolve().parent
DATE = "2026-01-01T00:00:00Z"


def lines(kind: str) -> list[str]:
    """Return the sorted N-Quads of a seed: its document graph and its provenance, read at a fixed instant."""
    mapped = map_document(seed(kind), Clock(DATE), BASE)
    quads = (*mapped.graph.quads, *mapped.provenance)
    text = pyoxigraph.serialize(quads, format=RdfFormat.N_QUADS) or b""
    return sorted(text.decode().rstrip("\n").split("\n"))


def path(kind: str) -> Path:
    """Return where the golden file of a source kind is."""
    return FOLDER / f"{kind}.nq"


def main() -> None:
    """Write all golden files."""
    for kind in NAMES:
        path(kind).write_text("\n".join(lines(kind)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
