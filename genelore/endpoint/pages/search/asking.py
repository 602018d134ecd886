"""What a typed text means: whatever the index finds, however an identifier is spelled."""

from dataclasses import dataclass

import pyoxigraph

from genelore.endpoint.pages.search.collecting import index
from genelore.endpoint.pages.search.index import STRONG, Hit
from genelore.endpoint.site import Site
from genelore.publish.spelling import spelled
from ontology import reference


@dataclass(frozen=True, slots=True)
class Found:
    """The hits, and the one that is meant for sure, if one is; `known` is what the reference alone knows."""

    hits: tuple[Hit, ...]
    meant: Hit | None
    known: tuple[str, ...]


def found(store: pyoxigraph.Store, site: Site, asked: str, limit: int) -> Found:
    """Return what a text may mean, the best first."""
    wanted = spelled(asked.strip())
    hits = tuple(index(store, site).find(wanted, limit))
    return Found(hits, _meant(hits), () if hits and hits[0].rank < 2 else _known(wanted))  # noqa: PLR2004


def _meant(hits: tuple[Hit, ...]) -> Hit | None:
    sure = [hit for hit in hits if hit.rank == 0 and hit.role in STRONG]
    exact = sure or [hit for hit in hits if hit.rank <= 1]
    return exact[0] if len({hit.entry.address for hit in exact}) == 1 else None


def _known(asked: str) -> tuple[str, ...]:
    """Return what the reference knows under a name or identifier that is not in the graph, in words."""
    genes = list(reference.genes_identified(asked)) or [match.gene for match in reference.genes_named(asked)]
    named = (f"{one.symbol}{', ' + one.name if one.name else ''} ({one.curie})" for one in genes[:5])
    return tuple(dict.fromkeys(named))
