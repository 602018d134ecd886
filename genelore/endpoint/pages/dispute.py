"""Conflicts as pages show them: both sides with their quotes, the rule, the rows, one sentence."""

from collections.abc import Iterable
from dataclasses import dataclass

import pyoxigraph

from genelore.audit.findings import short
from genelore.endpoint.pages.entity import Entity, entity
from genelore.endpoint.pages.passage import Passage, passage
from genelore.endpoint.pages.table_words import row_title, version_beside
from genelore.endpoint.site import Site
from genelore.publish.nodes import Node, Nodes
from genelore.publish.wording import in_words
from ontology.terms import LABEL, PAV, PROV, RDF

# Passages of one side that a card shows; the conflict's own page shows all.
_PASSAGES = 3
_SEVERITIES = ("high", "medium", "low")


@dataclass(frozen=True, slots=True)
class Citation:
    """A row of the reference that something rests on, and where it is shown."""

    label: str
    version: str
    address: str


@dataclass(frozen=True, slots=True)
class Party:
    """One side: what it says, and where; no passage means that the reference says so."""

    value: str
    passages: tuple[Passage, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Dispute:
    """A conflict: `severity` and `status` are words (`high`, `open`); `scope` explains it where one does."""

    iri: str
    name: str
    address: str
    kind: str
    severity: str
    status: str
    judgement: str
    sentence: str
    rule: str
    scope: str
    about: Entity | None
    parties: tuple[Party, ...]
    citations: tuple[Citation, ...]


def dispute(store: pyoxigraph.Store, site: Site, iri: str, passages: int = _PASSAGES) -> Dispute:
    """Return a conflict with both sides, each with at most so many passages."""
    nodes = Nodes(store)
    node = nodes.node(iri)
    about = node.one("about")
    return Dispute(
        iri=iri,
        name=short(iri),
        address=site.address(iri),
        kind=node.one("kind"),
        severity=in_words(node.one("severity")).removesuffix(" severity"),
        status=in_words(node.one("status")),
        judgement=in_words(node.one("judgement")),
        sentence=node.one("sentence"),
        rule=node.one("rule"),
        scope=node.one("scopeDifference"),
        about=entity(store, site, about) if about else None,
        parties=tuple(_party(store, site, nodes.node(side), passages) for side in node.all("side")),
        citations=citations(nodes, site, node),
    )


def _party(store: pyoxigraph.Store, site: Site, side: Node, limit: int) -> Party:
    nodes = Nodes(store)
    claims = [nodes.node(iri) for iri in side.all("sideClaim")]
    places = {(claim.one(f"{RDF}subject").partition("#")[0], claim.one("lines")): claim for claim in claims}
    shown = [passage(store, site, places[key]) for key in sorted(places)[:limit]]
    return Party(side.one("sideValue"), tuple(shown), len(places) - len(shown))


def citations(nodes: Nodes, site: Site, node: Node) -> tuple[Citation, ...]:
    """Return the rows of the reference that a verdict, a conflict or a statement rests on."""
    rows = [nodes.node(iri) for iri in node.all(f"{PROV}wasDerivedFrom")]
    return tuple(_citation(site, row) for row in rows)


def _citation(site: Site, row: Node) -> Citation:
    title = row_title(row.one(LABEL.value))
    return Citation(title, version_beside(title, row.one(f"{PAV}version")), site.address(row.iri))


def gravest_first(found: Iterable[Dispute]) -> list[Dispute]:
    """Return conflicts in the order to look at them: open ones first, grave ones first."""
    return sorted(found, key=lambda one: (one.status != "open", _rank(one.severity), one.kind, one.iri))


def _rank(severity: str) -> int:
    return _SEVERITIES.index(severity) if severity in _SEVERITIES else len(_SEVERITIES)
