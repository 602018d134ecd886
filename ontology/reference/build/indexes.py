"""Tables that lead to the others: a gene's names and identifiers, and what an OMIM number stands for."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from ontology.reference.build.writing import SEPARATOR, joined
from ontology.reference.words import symbol_key

Rows = Iterable[tuple[str, ...]]

# How a name belongs to its gene, best first; a letter in the tables, in lower case if NCBI alone says so.
SYMBOL, ALIAS, PREVIOUS, NAME, ALIAS_NAME, PREVIOUS_NAME, WITHDRAWN = "SAPNBQW"
_RANKS = "SNAPBQWsnapb-"
_HGNC_KINDS = {1: SYMBOL, 2: NAME, 5: ALIAS, 6: PREVIOUS, 14: ALIAS_NAME, 15: PREVIOUS_NAME}


def items(row: tuple[str, ...], place: int) -> list[str]:
    """Return the values of a field, none where the row is shorter."""
    return [item for item in row[place].split(SEPARATOR) if item] if len(row) > place else []


# A name's key, the gene that has it, and how: ("alas e", "hgnc:397", "A").
Named = tuple[str, str, str]


def hgnc_names(rows: Rows) -> Iterator[Named]:
    """Give each name of HGNC's entries; a withdrawn one has its symbol alone."""
    for row in rows:
        kinds = {1: WITHDRAWN} if row[3:4] and row[3] else _HGNC_KINDS
        for place, kind in kinds.items():
            for text in items(row, place):
                yield symbol_key(text), f"hgnc:{row[0]}", kind


def ncbi_names(rows: Rows, approved: Mapping[str, str]) -> Iterator[Named]:
    """Give each name of NCBI's genes, said of the HGNC entry (`approved`) where there is one."""
    for row in rows:
        gene = f"hgnc:{approved[row[0]]}" if row[0] in approved else f"ncbigene:{row[0]}"
        kinds = {1: ALIAS, 2: ALIAS_NAME, 6: ALIAS} if row[0] in approved else {1: SYMBOL, 2: NAME, 6: ALIAS}
        for place, kind in kinds.items():
            for text in items(row, place):
                if text != f"LOC{row[0]}":
                    yield symbol_key(text), gene, kind.lower()


def symbols(rows: Rows, prefix: str) -> Iterator[Named]:
    """Give the symbol of each gene of another table."""
    for row in rows:
        for text in items(row, 1):
            yield symbol_key(text), prefix + row[0], SYMBOL


def name_rows(named: Iterable[Named]) -> Iterator[tuple[str, ...]]:
    """Give a row for each key: the genes, each with the best kind of its names."""
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for key, gene, kind in named:
        if key and _RANKS.index(kind) < _RANKS.index(found[key].get(gene, _RANKS[-1])):
            found[key][gene] = kind
    for key, genes in found.items():
        if genes:
            yield key, " ".join(gene + kind for gene, kind in sorted(genes.items()))


def omim(
    ncbi: Rows, phenotypes: dict[str, set[str]], mondo: dict[str, set[str]]
) -> Iterator[tuple[str, ...]]:
    """Give a row for each OMIM number: gene or phenotype, its NCBI genes, its MONDO terms, who says so.

    A number is a phenotype's if MONDO, HPO or UniProt has a disease under it (`phenotypes`), else a gene's.
    """
    genes: defaultdict[str, set[str]] = defaultdict(set)
    for row in ncbi:
        for number in items(row, 5):
            genes[number].add(row[0])
    for number in sorted(genes.keys() | phenotypes.keys()):
        kind = "phenotype" if number in phenotypes else "gene"
        sources = joined(sorted(phenotypes.get(number, {"ncbi_gene"})))
        yield number, kind, joined(sorted(genes[number])), joined(sorted(mondo.get(number, ()))), sources
