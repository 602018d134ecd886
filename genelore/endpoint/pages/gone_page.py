"""What is left of a document that was taken out: that it was here, and what took its place."""

from dataclasses import replace

import pyoxigraph
from pyoxigraph import NamedNode

from genelore.endpoint.job import ProblemError, Reply
from genelore.endpoint.pages import question
from genelore.endpoint.pages.rendering import page
from genelore.endpoint.pages.twins import HTML, Form
from genelore.endpoint.site import Site
from genelore.tombstones import Tombstone
from ingest.provenance import source_iri

_GONE = 410


def gone(store: pyoxigraph.Store, site: Site, stone: Tombstone, form: Form | None) -> Reply:
    """Say that a document is gone, and lead to the version that is read from the same place now.

    Raises:
        ProblemError: 410, for clients that want no page.
    """
    place = NamedNode(source_iri(stone.name, site.base).value)
    newer = [row["document"] for row in question.rows(store, site, "versions-of-source", source=place)]
    told = f"{stone.name} was taken out of the graph" if not newer else f"{stone.name} has a newer version"
    if form is not HTML:
        raise ProblemError(_GONE, "Gone", f"{told}{f': {newer[0]}' if newer else ''}.")
    content = {"stone": stone, "told": told, "newer": [site.address(iri) for iri in newer]}
    return replace(page(site, "gone.html", content), status=_GONE)
