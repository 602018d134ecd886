"""A claim as its page shows it: what is said, where it stands, what became of it, and what hangs on it."""

from dataclasses import dataclass

import pyoxigraph
from pyoxigraph import NamedNode

from genelore.endpoint.job import Job
from genelore.endpoint.pages import question
from genelore.endpoint.pages.dispute import Citation, Dispute, citations, dispute, gravest_first
from genelore.endpoint.pages.entity import Entity
from genelore.endpoint.pages.kept_text import kept_text
from genelore.endpoint.pages.marking import Line, Mark, excerpt
from genelore.endpoint.pages.naming import is_iri, named
from genelore.endpoint.pages.passage import Passage, passage
from genelore.endpoint.site import Site
from genelore.publish.nodes import Node, Nodes
from genelore.publish.wording import in_words
from ontology.terms import OA, RDF

# Lines before and after a quote.
_AROUND = 2


@dataclass(frozen=True, slots=True)
class Grounding:
    """How words of a document were tied to a term; `confidence` is from 0 to 1."""

    how: str
    confidence: str
    alternatives: tuple[Entity, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict with all it rests on; `rule` is its name."""

    iri: str
    judgement: str
    rule: str
    reason: str
    denotes: Entity | None
    citations: tuple[Citation, ...]
    rests_on: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Supported:
    """A statement of the consensus that a claim supports."""

    address: str
    subject: Entity
    predicate: Entity
    value: str
    entity: Entity | None
    sources: str


def triple(store: pyoxigraph.Store, site: Site, node: Node) -> tuple[Entity, Entity, Entity | None]:
    """Return the subject and the predicate of a claim or statement, and its value where that is a thing."""
    subject, predicate, value = (node.one(RDF + name) for name in ("subject", "predicate", "object"))
    thing = named(store, site, value) if is_iri(value) else None
    return named(store, site, subject), named(store, site, predicate), thing


def decision(store: pyoxigraph.Store, site: Site, claim: Node) -> Decision | None:
    """Return the verdict on a claim, None before an audit."""
    nodes = Nodes(store)
    found = nodes.subjects("judges", claim.iri)
    if not found:
        return None
    verdict = nodes.node(found[0])
    denotes = verdict.one("reallyDenotes")
    return Decision(
        iri=verdict.iri,
        judgement=in_words(verdict.one("judgement")),
        rule=verdict.one("rule"),
        reason=verdict.one("reason"),
        denotes=named(store, site, denotes) if denotes else None,
        citations=citations(nodes, site, verdict),
        rests_on=tuple(passage(store, site, nodes.node(iri)) for iri in verdict.all("restsOnClaim")),
    )


def grounding(store: pyoxigraph.Store, site: Site, claim: Node) -> Grounding | None:
    """Return how a claim's words were tied to a term, None where nothing had to be."""
    how = claim.one("mappingJustification")
    if not how:
        return None
    others = tuple(named(store, site, iri) for iri in claim.all("alternativeTerm"))
    words = in_words(how.rpartition("/")[2].rpartition("#")[2])
    return Grounding(words, claim.one("confidence"), others)


def context(site: Site, document: Node, claim: Node, job: Job) -> list[Line]:
    """Return the lines around a claim with its quote marked, nothing where the text may not be shown."""
    kept = kept_text(site, document, job)
    if not kept or not kept.is_free:
        return []
    mark = Mark(int(claim.one(f"{OA}start")), int(claim.one(f"{OA}end")), "", claim.iri.rpartition("/")[2])
    first, last = (int(number) for number in claim.one("lines").split("-"))
    return excerpt(kept.document, mark, max(first - _AROUND, 1), last + _AROUND)


def others(store: pyoxigraph.Store, site: Site, claim: Node) -> list[Passage]:
    """Return what other records of the same entity claim with the same property, by document."""
    found = question.rows(store, site, "claims-under-the-same-key", claim=NamedNode(claim.iri))
    said = [passage(store, site, Nodes(store).node(row["other"])) for row in found]
    return sorted(said, key=lambda one: (one.document, int(one.lines.partition("-")[0]), one.claim))


def conflicts(store: pyoxigraph.Store, site: Site, claim: Node) -> list[Dispute]:
    """Return the conflicts on whose sides a claim stands, the gravest first."""
    nodes = Nodes(store)
    sides = nodes.subjects("sideClaim", claim.iri)
    found = {owner for side in sides for owner in nodes.subjects("side", side)}
    return gravest_first(dispute(store, site, iri) for iri in found)


def supported(store: pyoxigraph.Store, site: Site, claim: Node) -> list[Supported]:
    """Return the statements of the consensus that a claim supports."""
    nodes = Nodes(store)
    return [statement(store, site, nodes.node(iri)) for iri in nodes.subjects("supportingClaim", claim.iri)]


def statement(store: pyoxigraph.Store, site: Site, support: Node) -> Supported:
    """Return a statement of the consensus with what supports it."""
    subject, predicate, thing = triple(store, site, support)
    return Supported(
        address=site.address(support.iri),
        subject=subject,
        predicate=predicate,
        value=support.one(f"{RDF}object"),
        entity=thing,
        sources=support.one("independentSources"),
    )
