"""The pages of reference tables and of their rows."""

import pyoxigraph
from pyoxigraph import NamedNode

from genelore.endpoint.job import Job, Reply
from genelore.endpoint.pages import thing_page
from genelore.endpoint.pages.addresses import outward
from genelore.endpoint.pages.naming import named
from genelore.endpoint.pages.reference_row import fields
from genelore.endpoint.pages.rendering import Head, page
from genelore.endpoint.pages.thing_page import spoken
from genelore.endpoint.pages.twins import twins
from genelore.endpoint.site import Site
from genelore.publish.nodes import Node, Nodes, text
from ontology import bridge
from ontology.reference import TableEntry, manifest
from ontology.reference.tables import table
from ontology.terms import DCTERMS, LABEL, PAV

# Rows of a table that a page lists.
_ROWS = 300


def show(store: pyoxigraph.Store, site: Site, iri: str, job: Job) -> Reply:
    """Show a table with what it was made of, or a row with what rests on it."""
    path = iri.removeprefix(f"{site.base}reference").strip("/")
    entry = manifest().get(path.partition("/")[0])
    if not entry:
        return thing_page.show(store, site, iri, job)
    if "/" in path:
        return _row(store, site, Nodes(store).node(iri), entry)
    cited = _cited(store, site, iri)
    content = {"entry": entry, "cited": cited[:_ROWS], "more": len(cited[_ROWS:]), "outward": outward}
    return page(site, "table.html", content, Head(twins(site.address(iri))))


def _cited(store: pyoxigraph.Store, site: Site, iri: str) -> list[tuple[str, str]]:
    quads = store.quads_for_pattern(None, NamedNode(f"{DCTERMS}isPartOf"), NamedNode(iri), None)
    rows = {text(quad.subject) for quad in quads}
    return sorted((Nodes(store).node(row).one("rowKey"), site.address(row)) for row in rows)


def _row(store: pyoxigraph.Store, site: Site, node: Node, entry: TableEntry) -> Reply:
    key = node.one("rowKey")
    content = {
        "node": node,
        "entry": entry,
        "key": key,
        "name": node.one(LABEL.value),
        "version": node.one(f"{PAV}version"),
        "is_current": node.one(f"{PAV}version") == entry.version,
        "table_address": site.address(f"{site.base}reference/{entry.name}"),
        "fields": fields(store, site, entry.name, key),
        "is_kept": bool(table(entry.name).row(key)),
        "about": _about(store, site, entry.name, key),
        "spoken": spoken(store, site, node.iri),
    }
    return page(site, "row.html", content, Head(twins(site.address(node.iri))))


def _about(store: pyoxigraph.Store, site: Site, name: str, key: str) -> object:
    """Return what the key of a row is of, where it is an identifier."""
    space = {"ncbi_gene": "ncbigene"}.get(name, name.partition(".")[0])
    curie = key if bridge.is_valid(key) else f"{space}:{key}"
    return named(store, site, bridge.iri(curie).value) if bridge.is_valid(curie) else None
