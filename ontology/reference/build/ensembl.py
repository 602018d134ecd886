"""Genes as an Ensembl or GENCODE annotation has them."""

import csv
import re
from collections.abc import Iterator

# gene_id "ENSG00000158578.21"; gene_name "ALAS2"; in GFF3: ID=gene:ENSG00000158578;biotype=protein_coding
_ATTRIBUTE = re.compile(r'(\w+)[ =]"?([^";]*)"?;?')
_GTF_COLUMNS = 9
_TYPES = ("gene_type", "gene_biotype", "biotype")


def genes(listed: bytes, placed: bytes) -> Iterator[tuple[str, ...]]:
    """Give a row for each gene: id, symbol, type, sequence, begin (1-based), length, strand.

    `listed` has no header: id, symbol, version, length, type. `placed`, which may be empty, counts from 0
    and leaves the end out (BED), so the begin moves by one.
    """
    places = {row["gene_id"].partition(".")[0]: row for row in csv.DictReader(placed.decode().splitlines())}
    for code, symbol, _, _, kind in csv.reader(listed.decode().splitlines()):
        row = _row(code, symbol, kind)
        place = places.get(code)
        if place:
            row += _where(place["chrom"], int(place["start"]) + 1, place["end"], place["strand"])
        yield row


def annotation(content: bytes) -> Iterator[tuple[str, ...]]:
    """Give the same rows from an official GTF or GFF3 file, which counts from 1 and closed already."""
    for line in content.decode().splitlines():
        columns = line.split("\t")
        if len(columns) == _GTF_COLUMNS and columns[2].endswith("gene"):
            attributes: dict[str, str] = dict(_ATTRIBUTE.findall(columns[8]))
            code = attributes.get("gene_id", "").partition(".")[0]
            symbol = attributes.get("gene_name", attributes.get("Name", ""))
            kinds = [attributes[key] for key in _TYPES if key in attributes]
            where = _where(columns[0], int(columns[3]), columns[4], columns[6])
            yield _row(code, symbol, next(iter(kinds), "")) + where


def _row(code: str, symbol: str, kind: str) -> tuple[str, ...]:
    return code, "" if symbol == code else symbol, kind


def _where(sequence: str, begin: int, end: str, strand: str) -> tuple[str, str, str, str]:
    name = "MT" if sequence == "chrM" else sequence.removeprefix("chr")
    return name, str(begin), str(int(end) - begin + 1), strand
