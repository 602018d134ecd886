"""How right a kind of source is: verdicts by property and id space, its documents, its worst conflicts."""

from collections.abc import Mapping, Set

import pyoxigraph

from genelore.audit.model import Judgement
from genelore.endpoint.job import Job, ProblemError, Reply
from genelore.endpoint.pages import census, rates
from genelore.endpoint.pages.dispute import dispute
from genelore.endpoint.pages.question import rows
from genelore.endpoint.pages.rendering import page
from genelore.endpoint.site import Site
from genelore.publish.nodes import Nodes
from genelore.publish.wording import in_words
from ontology.terms import RDF

_CONFLICTS = 8
_WON = frozenset({Judgement.CONFIRMED, Judgement.CORROBORATED})


def show(store: pyoxigraph.Store, site: Site, job: Job) -> Reply:
    """Show a source kind.

    Raises:
        ProblemError: 404 for a kind that no document is of.
    """
    kind = job.first("kind")
    documents = [one for one in census.documents(store, site) if one.kind == kind]
    if not documents:
        raise ProblemError(404, "There is no such kind of source", "No document in the graph is of it.")
    counts = rates.counted(store, site)
    conflicts = _disputed(store, site, {one.address for one in documents})
    content = {
        "kind": kind,
        "documents": documents,
        "claims": sum(one.claims for one in documents),
        "rate": next((rate for rate in rates.of_kinds(counts) if rate.kind == kind), None),
        "judgements": list(Judgement),
        "rates": rates.of_properties(counts, kind),
        "conflicts": [dispute(store, site, row["conflict"]) for row in conflicts[:_CONFLICTS]],
        "more_conflicts": max(0, len(conflicts) - _CONFLICTS),
    }
    return page(site, "source_kind.html", content)


def _disputed(store: pyoxigraph.Store, site: Site, documents: Set[str]) -> list[Mapping[str, str]]:
    """Return the open conflicts that a claim of the documents is in and does not win, the gravest first."""
    nodes, found = Nodes(store), {}
    for row in rows(store, site, "disputed_claims"):
        graph = nodes.node(row["claim"]).one(f"{RDF}subject").partition("#")[0]
        if site.address(graph) in documents and in_words(row["judgement"]) not in _WON:
            found[row["conflict"]] = row
    return census.ranked([*found.values()])
