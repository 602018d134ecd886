"""The papers that documents cite for a gene."""

from collections import defaultdict
from dataclasses import dataclass

import pyoxigraph

from genelore.endpoint.pages.gene.dossier import Dossier, Said
from genelore.endpoint.pages.gene.fact import Fact, facts
from genelore.endpoint.site import Site


@dataclass(frozen=True, slots=True)
class Paper:
    """One cited paper: a fact for each of its ids, and what the document says of it."""

    title: str
    journal: str
    date: str
    ids: tuple[Fact, ...]


def papers(store: pyoxigraph.Store, site: Site, found: Dossier) -> list[Paper]:
    """Return the papers, the newest first."""
    parts: defaultdict[str, list[Said]] = defaultdict(list)
    for one in found.parts("publication"):
        parts[one.claim.subject].append(one)
    made = [_paper(store, site, said) for said in parts.values()]
    return sorted(made, key=lambda one: (one.date, one.title), reverse=True)


def _paper(store: pyoxigraph.Store, site: Site, said: list[Said]) -> Paper:
    texts = {one.claim.predicate: one.claim.text for one in said}
    ids = facts(store, site, [one for one in said if one.claim.property == "xref" or one.claim.curie])
    return Paper(
        texts.get("title", ""), texts.get("journal", ""), texts.get("publicationDate", ""), tuple(ids)
    )
