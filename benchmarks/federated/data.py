"""The graphs of the comparison: one that is ours, and two that are elsewhere."""

from collections.abc import Iterator

import pyoxigraph
from pyoxigraph import RdfFormat

FIRST = "https://sparql.uniprot.org/sparql"
SECOND = "https://qlever.dev/api/wikidata"
DOWN = "https://sparql.rhea-db.org/sparql"
GENES = 120
_ELSEWHERE = 1000
_EXAMPLE = "http://example.org/"
_OLD = f"{_EXAMPLE}old"
_ENSEMBL = "http://rdf.ebi.ac.uk/resource/ensembl/"
_TRANSCRIBED = "http://purl.uniprot.org/core/transcribedFrom"
_ITEM, _ITEM_ENSEMBL = "http://www.wikidata.org/entity/Q", "http://www.wikidata.org/prop/direct/P594"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


def ours(genes: int = GENES) -> str:
    """Return our own graph as N-Triples: genes, and the Ensembl ids of those with an even number."""
    return "".join(_ours(genes))


def _ours(genes: int) -> Iterator[str]:
    for number in range(1, genes + 1):
        gene = f"<{_EXAMPLE}g{number}>"
        yield f"{gene} <{_TYPE}> <{_EXAMPLE}Gene> .\n"
        if not number % 2:
            yield f"{gene} <{_EXAMPLE}ensembl> <{_ensembl(number)}> .\n"


def _ensembl(number: int) -> str:
    return f"{_ENSEMBL}ENSG{number:011}"


def first(is_spelled: bool) -> str:
    """Return the first graph elsewhere as N-Quads, Ensembl ids with versions if spelled as published."""
    return "".join(_first(is_spelled))


def _first(is_spelled: bool) -> Iterator[str]:
    for number in (*range(1, 101), *range(GENES + 1, _ELSEWHERE)):
        yield f'<{_EXAMPLE}g{number}> <{_EXAMPLE}name> "name {number}"@en <{FIRST}> .\n'
    for number in range(1, 31):
        yield f'<{_EXAMPLE}g{number}> <{_EXAMPLE}formerly> "old {number}" <{_OLD}> .\n'
    for number in range(1, _ELSEWHERE):
        gene = f"{_ensembl(number)}.{1 + number % 20}" if is_spelled else _ensembl(number)
        yield f"<http://purl.uniprot.org/uniprot/P{number:05}> <{_TRANSCRIBED}> <{gene}> <{FIRST}> .\n"


def second(is_spelled: bool) -> str:
    """Return the second graph elsewhere as N-Quads, Ensembl ids as text if it is spelled as published."""
    return "".join(_second(is_spelled))


def _second(is_spelled: bool) -> Iterator[str]:
    for number in range(1, 601):
        yield f"<{_EXAMPLE}p{number}> <{_EXAMPLE}of> <{_EXAMPLE}g{1 + number % 200}> <{SECOND}> .\n"
    for number in range(1, 11):
        yield f'<{_EXAMPLE}g{number}> <{_EXAMPLE}name> "other name {number}" <{SECOND}> .\n'
    for number in range(3, _ELSEWHERE, 3):
        gene = f'"ENSG{number:011}"' if is_spelled else f"<{_ensembl(number)}>"
        yield f"<{_ITEM}{number}> <{_ITEM_ENSEMBL}> {gene} <{SECOND}> .\n"


def many(triples: int) -> str:
    """Return a graph of so many triples as N-Quads: a name and nine neighbours for each gene."""
    return "".join(_many(triples))


def _many(triples: int) -> Iterator[str]:
    for number in range(1, triples // 10 + 1):
        gene = f"<{_EXAMPLE}g{number}>"
        yield f'{gene} <{_EXAMPLE}name> "name {number}"@en <{FIRST}> .\n'
        for near in range(1, 10):
            yield f"{gene} <{_EXAMPLE}near> <{_EXAMPLE}g{number + near}> <{FIRST}> .\n"


def merged() -> pyoxigraph.Store:
    """Return one store of all, spelled as ours, what is elsewhere in a graph named by its service."""
    store = pyoxigraph.Store()
    store.load(ours().encode(), format=RdfFormat.N_TRIPLES)
    for text in (first(is_spelled=False), second(is_spelled=False)):
        store.load(text.encode(), format=RdfFormat.N_QUADS)
    return store
