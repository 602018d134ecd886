"""What holds for all of the site: licences, the reference tables and their dates, the policy, the limits."""

from collections import defaultdict
from dataclasses import dataclass, replace

import pyoxigraph

from genelore.audit.model import Judgement
from genelore.endpoint.job import Job, Reply
from genelore.endpoint.pages import census
from genelore.endpoint.pages.addresses import outward
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
    """A data file of the reference, and the tables that were made of it with their numbers of rows."""

    source: DataSource
    licence: str
    tables: tuple[tuple[str, int], ...]


def show(store: pyoxigraph.Store, site: Site, job: Job) -> Reply:
    """Show the page; the limits of the server come with the job."""
    policies = census.statements(store, site)
    content = {
        "rights": _rights(store, site),
        "origins": _origins(),
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


def _origins() -> list[Origin]:
    tables: defaultdict[DataSource, list[tuple[str, int]]] = defaultdict(list)
    for entry in manifest().values():
        for source in entry.sources:
            tables[source].append((entry.name, entry.rows))
    made = [Origin(source, outward(source.licence), tuple(found)) for source, found in tables.items()]
    return sorted(made, key=lambda one: (one.source.title, one.source.name))
