"""The front page: what is in the graph, how far documents agree, what stands in conflict, and the ways in."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

import pyoxigraph

from genelore.audit.model import Judgement
from genelore.endpoint.job import Job, Reply
from genelore.endpoint.pages import census, rates
from genelore.endpoint.pages.rendering import Head, page
from genelore.endpoint.pages.twins import OF_SITE
from genelore.endpoint.site import Site
from genelore.publish.report.signs import tally

_CONFLICTS = 6
_GENES = 12
_DOWNLOADS = (("text/turtle", ".well-known/void"), ("text/turtle", "graphs?default"))


def show(store: pyoxigraph.Store, site: Site, _: Job) -> Reply:
    """Show the front page."""
    documents, genes = census.documents(store, site), census.genes(store, site)
    kinds = rates.of_kinds(rates.counted(store, site))
    counts = census.conflict_counts(store, site)
    judged: Counter[Judgement] = Counter()
    for rate in kinds:
        judged.update({one.judgement: one.number for one in rate.tallies})
    content = {
        "documents": len(documents),
        "documents_of": Counter(one.kind for one in documents),
        "claims": sum(one.claims for one in documents),
        "genes": len(genes),
        "first_genes": genes[:_GENES],
        "statements": sum(census.statements(store, site).values()),
        "open_conflicts": sum(number for (status, _), number in counts.items() if status == "open"),
        "explained_conflicts": sum(number for (status, _), number in counts.items() if status != "open"),
        "conflicts": census.worst_conflicts(store, site, _CONFLICTS),
        "kinds": kinds,
        "judged": sum(rate.claims for rate in kinds),
        "all_claims": tally(judged.elements()),
    }
    described = Head(OF_SITE, _dataset(site, len(documents), len(genes)))
    return replace(page(site, "front.html", content, described), headers=(("Vary", "Accept"),))


def _dataset(site: Site, documents: int, genes: int) -> Mapping[str, object]:
    """Return the site as Bioschemas describes a dataset (profile Dataset 1.0)."""
    return {
        "@context": ["https://schema.org/", {"dct": "http://purl.org/dc/terms/"}],
        "@type": "Dataset",
        "@id": site.public,
        "dct:conformsTo": {
            "@id": "https://bioschemas.org/profiles/Dataset/1.0-RELEASE",
            "@type": "CreativeWork",
        },
        "name": "Genelore",
        "url": site.public,
        "description": (
            f"Who says what about {genes} genes: the claims of {documents} documents, each with its lines, "
            "the verdict on it and the conflicts it is in."
        ),
        "identifier": site.base,
        "keywords": ["genes", "provenance", "claims", "conflicts", "consensus"],
        "license": f"{site.public}about#licences",
        "includedInDataCatalog": {"@type": "DataCatalog", "name": "Genelore", "url": site.public},
        "distribution": [_download(site, *one) for one in _DOWNLOADS],
    }


def _download(site: Site, media: str, path: str) -> Mapping[str, object]:
    return {"@type": "DataDownload", "encodingFormat": media, "contentUrl": f"{site.public}{path}"}
