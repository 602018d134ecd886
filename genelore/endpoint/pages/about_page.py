"""What holds for all of the site: licences, the reference tables and their dates, the policy, the limits."""

from collections import defaultdict
from dataclasses import dataclass, replace

import pyoxigraph
from pyoxigraph import NamedNode

from genelore.audit.model import Judgement
from genelore.endpoint.job import Job, Reply
from genelore.endpoint.pages import census
from genelore.endpoint.pages.addresses import outward
from genelore.endpoint.pages.description import is_known
from genelore.endpoint.pages.question import rows
from genelore.endpoint.pages.rendering import Head, page
from genelore.endpoint.pages.twins import OF_SITE
from genelore.endpoint.pages.vocabulary import definition
from genelore.endpoint.site import Site
from ontology.reference import DataSource, manifest
from ontology.terms import GL

_DEFINITION = "http://www.w3.org/2004/02/skos/core#definition"


@dataclass(frozen=True, slots=True)
class Rights:
    """A licence of documents of one source kind: `address` is empty where none is stated."""

    kind: str
    licence: str
    address: str
    documents: int


@dataclass(frozen=True, slots=True)
class Origin:
    """A data file of the reference, and the tables made of it: name, address and number of rows."""

    source: DataSource
    licence: str
    tables: tuple[tuple[str, str, int], ...]


def show(store: pyoxigraph.Store, site: Site, job: Job) -> Reply:
    """Show the page; the limits of the server come with the job."""
    policies = census.statements(store, site)
    content = {
        "rights": _rights(store, site),
        "origins": _origins(store, site),
        "policies": policies,
        "policy_meaning": {name: _meaning(name) for name in policies},
        "judgements": [
            (one.value, definition(f"{GL}{one.value.capitalize()}").one(_DEFINITION)) for one in Judgement
        ],
        "limits": [(name, value) for name, value in job.arguments],
        "generation": site.generation.name,
    }
    return replace(page(site, "about.html", content, Head(OF_SITE)), headers=(("Vary", "Accept"),))


def _meaning(policy: str) -> str:
    return definition(GL + "".join(part.capitalize() for part in policy.split())).one(_DEFINITION)


def _rights(store: pyoxigraph.Store, site: Site) -> list[Rights]:
    return [
        Rights(row["kind"], row["licence"], outward(row["licence"]), int(row["documents"]))
        for row in rows(store, site, "licences")
    ]


def _origins(store: pyoxigraph.Store, site: Site) -> list[Origin]:
    """Return what the tables were made of; a table that the graph does not describe has no page."""
    tables: defaultdict[DataSource, list[tuple[str, str, int]]] = defaultdict(list)
    for entry in manifest().values():
        iri = f"{site.base}reference/{entry.name}"
        address = site.address(iri) if is_known(store, NamedNode(iri)) else ""
        for source in entry.sources:
            tables[source].append((entry.name, address, entry.rows))
    made = [Origin(source, outward(source.licence), tuple(found)) for source, found in tables.items()]
    return sorted(made, key=lambda one: (one.source.title, one.source.name))
