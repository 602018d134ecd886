"""From any IRI or CURIE, however it is spelled, to its page on this site."""

from urllib.parse import quote

import pyoxigraph
from pyoxigraph import NamedNode

from genelore.endpoint.job import Job, ProblemError, Reply
from genelore.endpoint.pages.addresses import address, outward
from genelore.endpoint.pages.description import is_known
from genelore.endpoint.pages.redirect import see_other
from genelore.endpoint.pages.term_page import canonical, is_term_known
from genelore.endpoint.site import Site
from ontology import bridge


def resolve(store: pyoxigraph.Store, site: Site, job: Job) -> Reply:
    """Lead from an IRI or CURIE to its page here.

    Raises:
        ProblemError: 400 for nothing, 404 for what is not known; no other host is ever led to.
    """
    asked = job.first("iri")
    if not asked:
        raise ProblemError(400, "Which IRI?", "Give an IRI or a CURIE as 'iri'.")
    target = where(store, site, asked)
    if not target:
        there = f" It may be found at {outward(asked)}" if outward(asked) else ""
        raise ProblemError(404, "Nothing is known of it here", f"The graph says nothing of {asked}.{there}")
    return see_other(target)


def where(store: pyoxigraph.Store, site: Site, asked: str) -> str:
    """Return the address of the page of an IRI or CURIE, from the root; empty for what is not known here."""
    if asked.startswith((site.base, site.public)):
        path = asked.removeprefix(site.base).removeprefix(site.public)
        # Two slashes at the beginning of an address would name another host.
        return address(site, site.base + path.lstrip("/"))
    curie = canonical(asked)
    if curie:
        return address(site, bridge.iri(curie).value) if is_term_known(store, curie) else ""
    known = outward(asked) and is_known(store, NamedNode(asked))
    return f"/thing?iri={quote(asked, safe='')}" if known else ""
