"""The page of results, and the suggestions that are shown as one types."""

import json
from dataclasses import asdict
from itertools import groupby

import pyoxigraph

from genelore.endpoint.job import Job, Reply
from genelore.endpoint.pages.rendering import page
from genelore.endpoint.pages.search.asking import found, nearly_known
from genelore.endpoint.pages.search.index import KINDS, Hit
from genelore.endpoint.site import Site

_SUGGESTED = 10
_SHOWN = 300
_LONGEST = 200


def show(store: pyoxigraph.Store, site: Site, job: Job) -> Reply:
    """Show what was found; what is meant for sure is shown itself, unless all that was found is asked for."""
    asked = job.first("q").strip()[:_LONGEST]
    result = found(store, site, asked, _SHOWN)
    if result.meant and not job.first("all"):
        return Reply(303, "text/plain", b"", (("Location", result.meant.entry.address),))
    content = {
        "asked": asked,
        "groups": _groups(result.hits),
        "known": result.known,
        "is_guess": result.is_guess,
        "nearly": nearly_known(asked) if asked and result.is_guess and not result.hits else (),
        "number": len(result.hits),
    }
    return page(site, "search.html", content | {"is_cut": len(result.hits) == _SHOWN})


def _groups(hits: tuple[Hit, ...]) -> list[tuple[str, list[Hit]]]:
    """Return the hits by kind; the kind of the best hit comes first."""
    places: dict[str, int] = {}
    for hit in hits:
        places.setdefault(hit.entry.kind, min(hit.rank, 2) * len(KINDS) + KINDS.index(hit.entry.kind))
    ordered = sorted(hits, key=lambda hit: places[hit.entry.kind])
    return [(kind, list(group)) for kind, group in groupby(ordered, key=lambda hit: hit.entry.kind)]


def suggest(store: pyoxigraph.Store, site: Site, job: Job) -> Reply:
    """Return the best few hits as JSON."""
    asked = job.first("q").strip()[:_LONGEST]
    hits = found(store, site, asked, _SUGGESTED).hits
    made = [asdict(hit.entry) | {"found": hit.text, "role": hit.role} for hit in hits]
    content = json.dumps({"query": asked, "results": made}, ensure_ascii=False)
    return Reply(200, "application/json", content.encode())
