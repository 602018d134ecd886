"""Diseases, how they are inherited and what they show, and the genes behind them, as HPO has them."""

import csv
from collections import defaultdict
from collections.abc import Iterator

from ontology.reference.build.writing import joined

_INHERITANCE = "I"
_PHENOTYPE = "P"


def diseases(content: bytes) -> Iterator[tuple[str, ...]]:
    """Give a row for each disease of phenotype.hpoa: id, modes of inheritance, phenotypes (HP codes); no text of OMIM's.

    Lines that say that a phenotype is absent (qualifier NOT) are left out.
    """
    found: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    lines = [line for line in content.decode().splitlines() if not line.startswith("#")]
    for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        if row["qualifier"] != "NOT":
            found[_curie(row["database_id"])][row["aspect"]].add(row["hpo_id"].removeprefix("HP:"))
    for disease, terms in found.items():
        yield disease, joined(sorted(terms[_INHERITANCE])), joined(sorted(terms[_PHENOTYPE]))


def genes(content: bytes) -> Iterator[tuple[str, ...]]:
    """Give a row for each NCBI gene of genes_to_phenotype.txt: its diseases."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in csv.DictReader(content.decode().splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        found[row["ncbi_gene_id"]].add(_curie(row["disease_id"]))
    for gene, ids in found.items():
        yield gene, joined(sorted(ids))


def _curie(disease: str) -> str:
    prefix, _, code = disease.partition(":")
    return f"{prefix.lower()}:{code}"
