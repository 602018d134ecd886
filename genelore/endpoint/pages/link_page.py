"""The page of a link, with every vote on it."""

import pyoxigraph

from genelore.endpoint.job import Job, ProblemError, Reply
from genelore.endpoint.pages.link import candidates, link
from genelore.endpoint.pages.redirect import see_other
from genelore.endpoint.pages.rendering import Head, page
from genelore.endpoint.pages.twins import twins
from genelore.endpoint.site import Site
from genelore.publish.nodes import Nodes


def show(store: pyoxigraph.Store, site: Site, iri: str, _: Job) -> Reply:
    """Show what a record denotes, and who votes for which gene."""
    found = link(store, site, iri)
    content = {"link": found, "candidates": candidates(store, site, iri)}
    return page(site, "link.html", content, Head(twins(found.address)))


def show_vote(store: pyoxigraph.Store, site: Site, iri: str, _: Job) -> Reply:
    """Lead from a vote to where it stands among the others.

    Raises:
        ProblemError: it was cast in no election.
    """
    nodes = Nodes(store)
    found = [*nodes.subjects("voteFor", iri), *nodes.subjects("voteAgainst", iri)]
    if not found:
        raise ProblemError(404, "There is nothing of this name", f"{iri} is a vote on nothing.")
    where = f"{site.address(found[0])}.html#vote-{iri.rpartition('/')[2]}"
    return see_other(where)
