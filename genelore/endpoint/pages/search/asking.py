"""What a typed text means: whatever the index finds, however an identifier is spelled."""

import re
from dataclasses import dataclass

import pyoxigraph

from genelore.endpoint.pages.search.collecting import index
from genelore.endpoint.pages.search.index import STRONG, Hit
from genelore.endpoint.site import Site
from ontology import bridge, reference

# "OMIM:301300", "MIM 301300", "GeneID:212", "taxid 9606": what other people call our prefixes.
_SPELLED = re.compile(r"(?P<prefix>[A-Za-z](?:[A-Za-z. ]*[A-Za-z])?)[\s:#]*(?P<code>\d+)")
_PREFIXES = {
    "entrez": "ncbigene",
    "entrez gene": "ncbigene",
    "gene": "ncbigene",
    "geneid": "ncbigene",
    "mim": "omim",
    "ncbi gene": "ncbigene",
    "pmid": "pubmed",
    "taxid": "NCBITaxon",
    "taxon": "NCBITaxon",
}
# No identifier that is spelled with a prefix is longer.
_LONGEST = 64


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


def spelled(asked: str) -> str:
    """Return an identifier as a CURIE of ours, however it is written, and any other text as it is.

    >>> spelled("HGNC:397"), spelled("MIM 301300"), spelled("http://purl.uniprot.org/mim/301300")
    ('hgnc:397', 'omim:301300', 'omim:301300')
    """
    if asked.startswith(("http://", "https://")):
        return bridge.curie(asked) or asked
    if bridge.is_valid(asked):
        return bridge.curie(bridge.iri(asked).value) or asked
    match = _SPELLED.fullmatch(asked) if len(asked) <= _LONGEST else None
    curie = f"{_prefix(match['prefix'])}:{match['code']}" if match else ""
    return curie if bridge.is_valid(curie) else asked


def _prefix(written: str) -> str:
    by_case = {prefix.casefold(): prefix for prefix in bridge.spaces()}
    return _PREFIXES.get(written.casefold()) or by_case.get(written.casefold(), "")


def _known(asked: str) -> tuple[str, ...]:
    """Return what the reference knows under a name or identifier that is not in the graph, in words."""
    genes = list(reference.genes_identified(asked)) or [match.gene for match in reference.genes_named(asked)]
    named = (f"{one.symbol}{', ' + one.name if one.name else ''} ({one.curie})" for one in genes[:5])
    return tuple(dict.fromkeys(named))
