"""Identifiers as people write them, with whatever prefix, as CURIEs of ours."""

import re

from ontology import bridge

# "OMIM:301300", "MIM 301300", "GeneID:212", "GO_0003870": what other people call our prefixes.
_SPELLED = re.compile(r"(?P<prefix>[A-Za-z](?:[A-Za-z. ]*[A-Za-z])?)[\s:#_]*(?P<code>\d+)")
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
