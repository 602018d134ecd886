"""One page of every kind that the site has, over the graph of the seeds."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

import pyoxigraph
from pyoxigraph import NamedNode

from genelore.generation import open_current
from genelore.tombstones import Tombstone
from ontology.terms import BASE, TYPE, gl

QUERY = "SELECT ?gene ?label WHERE { ?gene rdfs:label ?label } ORDER BY ?label ?gene LIMIT 25"
# Kinds whose addresses are the same for every store.
_FIXED = {
    "front": "/",
    "search": "/search?q=aminolevulinate",
    "search-nothing": "/search?q=nosuchthing",
    "genes": "/genes",
    "examples": "/examples",
    "graph": "/consensus",
    "graph-triples": f"/graphs?graph={quote(f'{BASE}links')}",
    "source": "/source/seeds/alas2-wikipedia.md",
    "not-found": "/gene/nonsense",
    "gone": "/document/0123456789abcdef",
    "gene": "/gene/ensembl:ENSG00000158578",
    "gene-contested": "/gene/ensembl:ENSGALG00000003948",
    "term": "/term/GO:0003870",
    "term-disease": "/term/MONDO:0020721",
    "source-kind": "/source-kind/gpt3_gene_post",
    "ontology": "/ontology",
    "about": "/about",
    "editor": "/editor",
    "result": f"/sparql?query={quote(QUERY)}",
}
# A document that the store held once.
GONE = Tombstone(f"{BASE}document/0123456789abcdef", "seeds/alas2-wikipedia.md", "0" * 64)
_MINTED = {"claim": "Claim", "conflict": "Conflict", "link": "Link", "reference-row": "ReferenceRow"}
KINDS = tuple(sorted([*_FIXED, *_MINTED, "document", "reference-table"]))


def addresses(folder: Path) -> Mapping[str, str]:
    """Return an address for each kind of page, those of minted things found in the store."""
    store = open_current(folder)
    minted = {kind: _first(store, name) for kind, name in _MINTED.items()}
    document = _first(store, "Document", "/document/")
    table = _first(store, "ReferenceTable", "/reference/")
    return {**_FIXED, **minted, "document": document, "reference-table": table}


def _first(store: pyoxigraph.Store, name: str, part: str = "/") -> str:
    quads = store.quads_for_pattern(None, TYPE, gl(name), None)
    subjects = {quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode)}
    return "/" + min(iri for iri in subjects if part in iri).removeprefix(BASE)
