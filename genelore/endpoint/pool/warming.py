"""What is done once, before workers are forked, so that each finds it made: indexes, templates, tables."""

from contextlib import suppress
from io import BytesIO

import pyoxigraph

from genelore.endpoint.handlers import HANDLERS
from genelore.endpoint.job import Job
from genelore.endpoint.pages import warming as pages
from genelore.endpoint.site import Site

_HTML = ("accept", "text/html")
_JOBS = (
    Job("front", (_HTML,)),
    Job("about", (_HTML,)),
    Job("editor", (_HTML,)),
    Job("sparql", (("query", "ASK {}"), ("accept", "*/*"))),
)


def warm(store: pyoxigraph.Store, site: Site) -> None:
    """Read what every page needs, and do one job of each kind that leaves something behind."""
    pages.warm(store, site)
    for job in _JOBS:
        # A graph without what is asked for, or a fault of a page, is no reason to serve nothing.
        with suppress(Exception):
            content = HANDLERS[job.kind](store, site, job).content
            if not isinstance(content, bytes):
                content(BytesIO())
