"""The page of a conflict."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import pyoxigraph

from genelore.endpoint.job import Job, ProblemError, Reply
from genelore.endpoint.pages.dispute import Dispute, dispute
from genelore.endpoint.pages.passage import Passage
from genelore.endpoint.pages.picture import picture
from genelore.endpoint.pages.redirect import see_other
from genelore.endpoint.pages.rendering import Head, page, short
from genelore.endpoint.pages.rule_words import advice, rule_in_words
from genelore.endpoint.pages.species import species_of
from genelore.endpoint.pages.twins import twins
from genelore.endpoint.pages.vocabulary import definition
from genelore.endpoint.site import Site
from genelore.publish.nodes import Nodes
from ontology.terms import GL, LABEL, RDF

# Passages of one side that a page still shows well; what goes beyond is counted.
_PASSAGES = 400
# ".../782871b0ff8fa3c306ab-side-2": one side of a conflict.
_SIDE = re.compile(r"(?P<conflict>.+)-(?P<anchor>side-\d+)")
_DEFINITION = "http://www.w3.org/2004/02/skos/core#definition"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that a document writes in one place or several."""

    document: str
    quote: str
    passages: tuple[Passage, ...]


def _about_note(store: pyoxigraph.Store, site: Site, found: Dispute) -> str:
    """Return of which document a record is that a conflict is about, or of which species a gene."""
    if not found.about:
        return ""
    graph, is_part, _ = found.about.iri.partition("#")
    if is_part and graph.startswith(site.base):
        return f"of {short(Nodes(store).node(graph).one(LABEL.value) or graph)}"
    kind = species_of(store, found.about.iri)
    return kind.name if kind else ""


def quotations(passages: Iterable[Passage]) -> list[Quotation]:
    """Gather the places where a document writes the same, in the order of the text."""
    grouped: defaultdict[tuple[str, str], list[Passage]] = defaultdict(list)
    for passage in sorted(passages, key=lambda one: (one.document, int(one.lines.partition("-")[0]))):
        grouped[passage.document, passage.quote].append(passage)
    return [Quotation(*key, tuple(found)) for key, found in grouped.items()]


def show(store: pyoxigraph.Store, site: Site, iri: str, _: Job) -> Reply:
    """Show both sides of a conflict, or lead from a side to its place on the page.

    Raises:
        ProblemError: nothing is in conflict there.
    """
    side = _SIDE.fullmatch(iri)
    if side:
        where = f"{site.address(side['conflict'])}.html#{side['anchor']}"
        return see_other(where)
    node = Nodes(store).node(iri)
    if not node.one("sentence"):
        raise ProblemError(404, "There is nothing of this name", f"{iri} is no conflict of this graph.")
    found = dispute(store, site, iri, _PASSAGES)
    kinds = [kind for kind in node.all(f"{RDF}type") if kind not in {f"{GL}Conflict"}]
    content = {
        "dispute": found,
        "meaning": definition(kinds[0]).one(_DEFINITION) if kinds else "",
        "rule": rule_in_words(found.rule),
        "about_note": _about_note(store, site, found),
        "advice": advice(found.kind, found.status),
        "picture": picture(found),
        "quotations": [quotations(party.passages) for party in found.parties],
    }
    return page(site, "conflict.html", content, Head(twins(found.address)))
