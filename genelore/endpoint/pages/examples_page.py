"""The page of the example queries: every question with its answer and its query one click away."""

import pyoxigraph

from genelore.endpoint.editor.examples import federated, local
from genelore.endpoint.job import Job, Reply
from genelore.endpoint.pages.rendering import Head, page
from genelore.endpoint.pages.twins import twins
from genelore.endpoint.site import Site


def show(store: pyoxigraph.Store, site: Site, iri: str, _: Job) -> Reply:
    """Show the questions, those that ask other endpoints apart, since only their query can be shown."""
    content = {"iri": iri, "local": local(store, site), "federated": federated(store, site)}
    return page(site, "examples.html", content, Head(twins(site.address(iri))))
