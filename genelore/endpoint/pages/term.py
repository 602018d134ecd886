"""A term as its page shows it: what it is, how else it is written, and who says what with it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

import pyoxigraph
from pyoxigraph import NamedNode

from genelore.audit.model import Judgement
from genelore.endpoint.pages import question
from genelore.endpoint.pages.claim import Supported, statement
from genelore.endpoint.pages.dispute import Dispute, dispute, gravest_first
from genelore.endpoint.pages.entity import Entity
from genelore.endpoint.pages.naming import named
from genelore.endpoint.pages.passage import Passage, passage
from genelore.endpoint.site import Site
from genelore.publish.nodes import Nodes
from genelore.publish.report.signs import Tally, tally
from ontology import bridge, reference
from ontology.terms import DCTERMS

_SAFE = "/:[]@!$&'()*+,;=-._~"
_OMIM = "omim"
# Passages of one document, and conflicts, that a page still shows well.
_PASSAGES = 100
_CONFLICTS = 50


@dataclass(frozen=True, slots=True)
class Usage:
    """What one document says with a term."""

    document: Entity
    tallies: tuple[Tally, ...]
    passages: tuple[Passage, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Spelling:
    """How a graph writes the same identifier; `is_ours` marks the IRI that this graph uses."""

    iri: str
    is_ours: bool


@dataclass(frozen=True, slots=True)
class Paper:
    """A publication, as documents cite it."""

    title: str
    authors: str
    journal: str
    date: str


def spellings(curie: str) -> list[Spelling]:
    """Return the IRIs by which graphs call an identifier, ours first."""
    found = bridge.split(curie)
    if not found:
        return []
    space, code = found
    ours = bridge.iri(curie).value
    others = (stem + quote(code, safe=_SAFE) for stem in space.spellings)
    return [Spelling(ours, is_ours=True), *(Spelling(iri, is_ours=False) for iri in sorted(others))]


def usages(store: pyoxigraph.Store, site: Site, iri: str) -> list[Usage]:
    """Return what each document says with a term, or of a disease, by the documents' names."""
    grouped: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for name in ("claims-that-name", "claims-about-disease"):
        for row in question.rows(store, site, name, entity=NamedNode(iri)):
            grouped[row["document"]][row["claim"]] = None
    made = [_usage(store, site, document, [*claims]) for document, claims in grouped.items()]
    return sorted(made, key=lambda usage: usage.document.label)


def _usage(store: pyoxigraph.Store, site: Site, document: str, claims: list[str]) -> Usage:
    nodes = Nodes(store)
    said = [passage(store, site, nodes.node(iri)) for iri in claims]
    said.sort(key=lambda one: (int(one.lines.partition("-")[0]), one.claim))
    counted = tally(Judgement(one.judgement or Judgement.UNVERIFIED) for one in said)
    return Usage(named(store, site, document), counted, tuple(said[:_PASSAGES]), len(said[_PASSAGES:]))


def consensus(store: pyoxigraph.Store, site: Site, iri: str) -> list[Supported]:
    """Return what the consensus states with a term or of it."""
    found = question.rows(store, site, "consensus-with", entity=NamedNode(iri))
    made = [statement(store, site, Nodes(store).node(row["support"])) for row in found]
    return sorted(made, key=lambda one: (one.subject.iri == iri, one.predicate.label, one.subject.label))


def disputes(store: pyoxigraph.Store, site: Site, iri: str) -> tuple[list[Dispute], int]:
    """Return the gravest conflicts about a term, and how many more there are."""
    found = [row["conflict"] for row in question.rows(store, site, "conflicts-about", entity=NamedNode(iri))]
    ordered = gravest_first(dispute(store, site, conflict, 2) for conflict in found[:_CONFLICTS])
    return ordered, len(found[_CONFLICTS:])


def paper(store: pyoxigraph.Store, iri: str) -> Paper | None:
    """Return what documents say of a publication, None if it has no title here."""
    node = Nodes(store).node(iri)
    title = node.one(f"{DCTERMS}title")
    if not title:
        return None
    return Paper(title, node.one(f"{DCTERMS}creator"), node.one("journal"), node.one(f"{DCTERMS}issued"))


def matches(store: pyoxigraph.Store, site: Site, curie: str) -> list[Entity]:
    """Return records of other databases on the same thing: OMIM's on a disease, MONDO's on an OMIM number."""
    iri = bridge.iri(curie).value
    exact = "http://www.w3.org/2004/02/skos/core#exactMatch"
    nodes = Nodes(store)
    found = {*nodes.node(iri).all(exact), *nodes.subjects(exact, iri)}
    found |= {bridge.iri(other).value for other in _of_reference(curie) if bridge.is_valid(other)}
    return [named(store, site, other) for other in sorted(found)]


def _of_reference(curie: str) -> Iterator[str]:
    yield from reference.omim_of_mondo(curie)
    entry = reference.omim_entry(curie) if curie.startswith(f"{_OMIM}:") else None
    yield from entry.diseases if entry else ()
