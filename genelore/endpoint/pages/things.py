"""The job behind every minted IRI: is it known, where is its page, and what do its twins hold."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TypeAlias

import pyoxigraph
from pyoxigraph import NamedNode

from genelore import tombstones
from genelore.endpoint.job import Job, ProblemError, Reply
from genelore.endpoint.pages import (
    claim_page,
    conflict_page,
    document_page,
    examples_page,
    link_page,
    ontology_page,
    reference_page,
    thing_page,
)
from genelore.endpoint.pages.description import description, is_known
from genelore.endpoint.pages.gone_page import gone
from genelore.endpoint.pages.redirect import see_other
from genelore.endpoint.pages.serialising import serialised
from genelore.endpoint.pages.twins import FORMS, HTML, Form, links, split
from genelore.endpoint.pages.vocabulary import vocabulary
from genelore.endpoint.site import Site
from genelore.tombstones import Tombstone
from ingest.provenance import source_iri

Page: TypeAlias = Callable[[pyoxigraph.Store, Site, str, Job], Reply]
# By the first step of the path; everything else is shown as what the graph says of it.
PAGES: Mapping[str, Page] = MappingProxyType(
    {
        "claim": claim_page.show,
        "conflict": conflict_page.show,
        "document": document_page.show,
        "examples": examples_page.show,
        "link": link_page.show,
        "ontology": ontology_page.show,
        "reference": reference_page.show,
        "verdict": claim_page.show_verdict,
        "vote": link_page.show_vote,
    }
)


def thing(store: pyoxigraph.Store, site: Site, job: Job) -> Reply:
    """Lead from a thing to its page or twin, or show one of them.

    Raises:
        ProblemError: 404 for what the graph does not know, 406 for a client that wants no format of ours.
    """
    path = job.first("path")
    stem, form = split(path)
    if _knows(store, site, path):
        return _elsewhere(store, site, job)
    if form and _knows(store, site, stem):
        return shown(store, site, site.base + stem, form, job)
    stone = _tombstone(site, path) or _tombstone(site, stem)
    if stone:
        return gone(store, site, stone, form or FORMS.get(job.first("form")))
    raise ProblemError(404, "There is nothing of this name", f"{site.base}{path} is not in the graph.")


def _knows(store: pyoxigraph.Store, site: Site, path: str) -> bool:
    return bool(path) and is_known(_source(store, path), NamedNode(site.base + path))


def _source(store: pyoxigraph.Store, path: str) -> pyoxigraph.Store:
    """Return where a thing is described: words of the vocabulary ship with the package."""
    return vocabulary() if path.partition("/")[0] in {"ontology", "prefix", "space"} else store


def _tombstone(site: Site, path: str) -> Tombstone | None:
    """Return what is left of the document that a path is of: itself, its record, its reading, its place."""
    kind, _, name = path.partition("/")
    stones = tombstones.load(site.folder)
    if kind == "source":
        places = {source_iri(stone.name, site.base).value: stone for stone in stones.values()}
        return places.get(site.base + path)
    if kind not in {"document", "activity"}:
        return None
    # The sign before the name of a part comes encoded, as a fragment would not come at all.
    return stones.get(f"{site.base}document/{name.partition('%23')[0]}")


def _elsewhere(store: pyoxigraph.Store, site: Site, job: Job) -> Reply:
    form, path = FORMS.get(job.first("form")), job.first("path")
    if not form:
        offered = ", ".join(one.media for one in FORMS.values())
        raise ProblemError(406, "None of the formats that you accept", f"There are {offered}.")
    if job.first("insists"):
        return shown(store, site, site.base + path, form, job)
    # A document may have been read from a place whose name ends as a twin's does.
    clashes = _knows(store, site, f"{path}.{form.suffix}")
    where = f"/{path}?format={form.suffix}" if clashes else f"/{path}.{form.suffix}"
    verdict = job.first("verdict")
    return see_other(f"{where}{'&' if clashes else '?'}verdict={verdict}" if verdict else where)


def shown(store: pyoxigraph.Store, site: Site, iri: str, form: Form, job: Job) -> Reply:
    """Show a thing that is known in a format."""
    path = iri.removeprefix(site.base)
    source = _source(store, path)
    headers = links(iri, f"/{path}", form)
    if form is HTML:
        made = PAGES.get(path.partition("/")[0], thing_page.show)(source, site, iri, job)
        return replace(made, headers=(*made.headers, *headers))
    return Reply(200, form.media, serialised(description(source, site, iri), form), headers)
