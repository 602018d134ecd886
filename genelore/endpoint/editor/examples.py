"""The example queries of the dataset, as it describes itself."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlsplit

import pyoxigraph

from genelore.endpoint.editor.rows import rows
from genelore.endpoint.site import Site
from ontology.endpoints import endpoints


@dataclass(frozen=True, slots=True)
class Example:
    """A query, the question that it answers, its short name, and the heading that it stands under.

    `is_federated` says that it asks other endpoints, and then the heading says which.
    """

    heading: str
    name: str
    question: str
    query: str
    is_federated: bool


Groups = Sequence[tuple[str, Sequence[Example]]]


def local(store: pyoxigraph.Store, site: Site) -> Groups:
    """Return the examples that ask this graph alone, by subject, both in alphabetical order."""
    return _grouped(example for example in _examples(store, site) if not example.is_federated)


def federated(store: pyoxigraph.Store, site: Site) -> Groups:
    """Return the examples that ask other endpoints too, by their titles, both in alphabetical order."""
    return _grouped(example for example in _examples(store, site) if example.is_federated)


def _grouped(found: Iterable[Example]) -> Groups:
    order = sorted(found, key=lambda example: (example.heading, example.question))
    return [(heading, list(group)) for heading, group in groupby(order, key=lambda example: example.heading)]


def _examples(store: pyoxigraph.Store, site: Site) -> Iterable[Example]:
    return map(_example, rows(store, site, "examples"))


def _example(row: Mapping[str, str]) -> Example:
    services = row["services"].split()
    return Example(
        heading=titled(services) or row["subject"] or "Other questions",
        name=row["example"].rstrip("/").rpartition("/")[2].rpartition("#")[2],
        question=row["question"],
        query=row["query"],
        is_federated=bool(services),
    )


def titled(services: Sequence[str]) -> str:
    """Return the names of endpoints, in alphabetical order: their titles, else their hosts.

    >>> titled(["https://sparql.uniprot.org/sparql", "https://sparql.rhea-db.org/sparql"])
    'Rhea and UniProt'
    """
    known = endpoints()
    titles = sorted(known[iri].title if iri in known else urlsplit(iri).netloc for iri in services)
    return " and ".join([", ".join(titles[:-1]), titles[-1]] if titles[1:] else titles)
