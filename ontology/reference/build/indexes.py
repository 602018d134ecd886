"""Tables that lead to the others: a gene's names and identifiers, and what an OMIM number stands for."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from ontology.reference.build.writing import SEPARATOR, joined
from ontology.reference.words import symbol_key

Rows = Iterable[tuple[str, ...]]

# How a name belongs to its gene, best first; the letter stands in the tables.
SYMBOL, ALIAS, PREVIOUS, NAME, ALIAS_NAME, PREVIOUS_NAME, WITHDRAWN = "SAPNBQW"


def _list(row: tuple[str, ...], place: int) -> list[str]:
    return [item for item in row[place].split(SEPARATOR) if item] if len(row) > place else []


def human_names(hgnc: Rows) -> Iterator[tuple[str, ...]]:
    """Give a row for each name that HGNC gives a gene."""
    for row in hgnc:
        gene = f"hgnc:{row[0]}"
        yield from _named(gene, [row[1]], WITHDRAWN if row[3] else SYMBOL)
        if not row[3]:
            yield from _named(gene, [row[2]], NAME)
        for place, kind in ((5, ALIAS), (6, PREVIOUS), (14, ALIAS_NAME), (15, PREVIOUS_NAME)):
            yield from _named(gene, _list(row, place), kind)


def other_names(rows: Rows, prefix: str, places: dict[int, str]) -> Iterator[tuple[str, ...]]:
    """Give a row for each name of genes that another table has; `places` says where the row has which kind."""
    for row in rows:
        for place, kind in places.items():
            yield from _named(prefix + row[0], _list(row, place), kind)


def _named(gene: str, texts: Iterable[str], kind: str) -> Iterator[tuple[str, ...]]:
    for text in texts:
        key = symbol_key(text)
        if key:
            yield key, f"{gene} {kind}", "" if text == key else text


def without_known(rows: Rows, known: set[tuple[str, str]], genes: dict[str, str]) -> Iterator[tuple[str, ...]]:
    """Give the names of NCBI genes that their HGNC entries, `genes`, do not have already."""
    for key, owner, text in rows:
        code, _, kind = owner.partition(" ")
        gene = genes.get(code, code)
        if (key, gene) not in known:
            yield key, f"{gene} {'A' if gene != code and kind == SYMBOL else kind} n", text


def identifiers(rows: Rows, prefix: str, places: dict[int, str]) -> Iterator[tuple[str, ...]]:
    """Give a row for each identifier of each gene; `places` says where the row has which id space."""
    for row in rows:
        for place, space in places.items():
            for code in _list(row, place):
                yield f"{space}:{code}", prefix + row[0]


def omim(ncbi: Rows, phenotypes: dict[str, set[str]], mondo: dict[str, set[str]]) -> Iterator[tuple[str, ...]]:
    """Give a row for each OMIM number: gene or phenotype, the NCBI genes it is tied to, MONDO terms, who says so.

    A number is a phenotype's if MONDO, HPO or UniProt has a disease under it (`phenotypes`), else a gene's.
    """
    genes: defaultdict[str, set[str]] = defaultdict(set)
    for row in ncbi:
        for number in _list(row, 5):
            genes[number].add(row[0])
    for number in sorted(genes.keys() | phenotypes.keys()):
        kind = "phenotype" if number in phenotypes else "gene"
        sources = joined(sorted(phenotypes.get(number, {"ncbi_gene"})))
        yield number, kind, joined(sorted(genes[number])), joined(sorted(mondo.get(number, ()))), sources
