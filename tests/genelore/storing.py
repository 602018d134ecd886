"""Stores of small made-up documents."""

from pathlib import Path

from genelore.generation import open_current
from genelore.prepared import Prepared, digest, nquads
from genelore.recovery import open_store
from genelore.store import Store
from ingest.document import Span, decode
from ingest.mapping import to_graph
from ingest.provenance import Reading, to_provenance
from ingest.record import Fact, GeneRecord
from ingest.sources import SourceKind

KIND = SourceKind("made_up", "Made up", "human-written")
DATE = "2026-01-01T00:00:00Z"


def put(store: Store, name: str, text: str) -> str:
    """Store a document that states its own text as the gene's symbol; return its graph's name."""
    document = decode(name, text.encode())
    record = GeneRecord((Fact("gene", "symbol", text, Span(0, len(text))),))
    graph = to_graph(document, record)
    provenance = to_provenance(document, KIND, graph, Reading(DATE, DATE))
    own = nquads(graph.quads)
    store.add(
        Prepared(
            name=name,
            content=text.encode(),
            sha256=document.sha256,
            kind=KIND.name,
            graph=graph.name.value,
            quads=len(graph.quads),
            digest=digest(own),
            claims=graph.claim_count,
            nquads=own + nquads(provenance),
            report=None,
            notes=(),
        )
    )
    return graph.name.value


def opened(folder: Path) -> Store:
    """Open a store that has no damage."""
    store, damage = open_store(folder)
    assert damage == []
    return store


def symbols(folder: Path) -> set[str]:
    """Return the symbols that readers of a store see."""
    query = "SELECT ?s { GRAPH ?g { ?gene <https://w3id.org/genelore/ontology#symbol> ?s } }"
    return {row[0].value for row in open_current(folder).query(query)}
