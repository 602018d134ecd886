"""The page of a claim, which is its verdict's too."""

import pyoxigraph

from genelore.audit.findings import short
from genelore.endpoint.job import Job, ProblemError, Reply
from genelore.endpoint.pages.addresses import place
from genelore.endpoint.pages.claim import (
    conflicts,
    context,
    decision,
    grounding,
    others,
    supported,
    triple,
)
from genelore.endpoint.pages.link import link_of
from genelore.endpoint.pages.linked_data import review_data
from genelore.endpoint.pages.redirect import see_other
from genelore.endpoint.pages.rendering import Head, page
from genelore.endpoint.pages.rule_words import rule_in_words
from genelore.endpoint.pages.twins import twins
from genelore.endpoint.site import Site
from genelore.publish.nodes import Node, Nodes
from ontology.terms import LABEL, RDF


def show(store: pyoxigraph.Store, site: Site, iri: str, job: Job) -> Reply:
    """Show what is claimed, where, and what became of it."""
    claim = Nodes(store).node(iri)
    subject, predicate, thing = triple(store, site, claim)
    content = {
        "claim": claim,
        "name": short(iri),
        "subject": subject,
        "predicate": predicate,
        "thing": thing,
        "value": claim.one(f"{RDF}object"),
    }
    said = f"{subject.label} {predicate.label} {thing.label if thing else claim.one(f'{RDF}object')}"
    found = Nodes(store).subjects("judges", iri)
    data = review_data(site, claim, said, Nodes(store).node(found[0]) if found else Node("", {}))
    content |= _stands(store, site, claim, job) | _judged(store, site, claim)
    return page(site, "claim.html", content, Head(twins(site.address(iri)), data))


def _stands(store: pyoxigraph.Store, site: Site, claim: Node, job: Job) -> dict[str, object]:
    """Return where a claim stands."""
    document = Nodes(store).node(claim.one(f"{RDF}subject").partition("#")[0])
    return {
        "document": document.one(LABEL.value) or document.iri,
        "place": place(site, document.iri, claim.one("lines")),
        "document_address": site.address(document.iri),
        "lines": context(site, document, claim, job),
    }


def _judged(store: pyoxigraph.Store, site: Site, claim: Node) -> dict[str, object]:
    """Return what became of a claim, and what hangs on it."""
    verdict = decision(store, site, claim)
    return {
        "verdict": verdict,
        "rule": rule_in_words(verdict.rule) if verdict else "",
        "grounding": grounding(store, site, claim),
        "link": link_of(store, site, claim),
        "disputes": conflicts(store, site, claim),
        "others": others(store, site, claim),
        "supported": supported(store, site, claim),
    }


def show_verdict(store: pyoxigraph.Store, site: Site, iri: str, _: Job) -> Reply:
    """Lead from a verdict to the page of the claim that it judges.

    Raises:
        ProblemError: it judges nothing.
    """
    claim = Nodes(store).node(iri).one("judges")
    if not claim:
        raise ProblemError(404, "There is nothing of this name", f"{iri} judges no claim.")
    where = f"{site.address(claim)}.html#verdict"
    return see_other(where)
