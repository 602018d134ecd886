"""How right a kind of source is: verdicts by property and id space, its documents, its worst conflicts."""

import pyoxigraph
from pyoxigraph import Literal

from genelore.audit.model import Judgement
from genelore.endpoint.job import Job, ProblemError, Reply
from genelore.endpoint.pages import census, rates
from genelore.endpoint.pages.dispute import dispute
from genelore.endpoint.pages.question import rows
from genelore.endpoint.pages.rendering import page
from genelore.endpoint.site import Site

_CONFLICTS = 8


def show(store: pyoxigraph.Store, site: Site, job: Job) -> Reply:
    """Show a source kind.

    Raises:
        ProblemError: 404 for a kind that no document is of.
    """
    kind = job.first("kind")
    documents = [one for one in census.documents(store, site) if one.kind == kind]
    if not documents:
        raise ProblemError(404, "There is no such kind of source", "No document in the graph is of it.")
    found = rows(store, site, "conflicts_of_kind", kind=Literal(kind))
    conflicts = census.ranked([{**row, "kind": ""} for row in found])
    content = {
        "kind": kind,
        "documents": documents,
        "claims": sum(one.claims for one in documents),
        "rate": next((rate for rate in rates.of_kinds(store, site) if rate.kind == kind), None),
        "judgements": list(Judgement),
        "rates": rates.of_properties(store, site, kind),
        "conflicts": [dispute(store, site, row["conflict"]) for row in conflicts[:_CONFLICTS]],
        "more_conflicts": max(0, len(conflicts) - _CONFLICTS),
    }
    return page(site, "source_kind.html", content)
