"""Diseases, how they are inherited and what they show, and the genes behind them, as HPO has them."""

import csv
from collections import defaultdict
from collections.abc import Iterator

from ontology.reference.build.writing import joined

_OMIM = "OMIM:"
_INHERITANCE = "I"
_PHENOTYPE = "P"


def diseases(content: bytes) -> Iterator[tuple[str, ...]]:
    """Give a row for each OMIM disease of phenotype.hpoa: number, modes of inheritance, phenotypes.

    Lines that say that a phenotype is absent (qualifier NOT) are left out.
    """
    found: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    lines = [line for line in content.decode().splitlines() if not line.startswith("#")]
    for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        if row["qualifier"] != "NOT" and row["database_id"].startswith(_OMIM):
            found[row["database_id"].removeprefix(_OMIM)][row["aspect"]].add(
                row["hpo_id"].removeprefix("HP:")
            )
    for disease, terms in found.items():
        yield disease, joined(sorted(terms[_INHERITANCE])), joined(sorted(terms[_PHENOTYPE]))


def genes(content: bytes) -> Iterator[tuple[str, ...]]:
    """Give a row for each NCBI gene of genes_to_phenotype.txt: the numbers of its OMIM diseases."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in csv.DictReader(content.decode().splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        if row["disease_id"].startswith(_OMIM):
            found[row["ncbi_gene_id"]].add(row["disease_id"].removeprefix(_OMIM))
    for gene, ids in found.items():
        yield gene, joined(sorted(ids))
