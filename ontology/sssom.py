"""Mappings of words to terms that a curator reviewed: the SSSOM tables (https://w3id.org/sssom/) beside it.

`anatomy` has GEISHA's words for places of expression, `everyday` those of prose for any property.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

# What SSSOM writes for a term that was looked for in vain.
NO_TERM = "sssom:NoTermFound"


@dataclass(frozen=True, slots=True)
class ReviewedTerm:
    """One row: the term of a text, empty if the curator found none, how near it is (skos:), and how sure."""

    label: str
    predicate: str
    curie: str
    term_label: str
    justification: str
    confidence: float


@cache
def table(name: str) -> Mapping[str, tuple[ReviewedTerm, ...]]:
    """Return the rows of a table by their text in lower case, the surest first."""
    found: dict[str, list[ReviewedTerm]] = {}
    for row in _rows(name):
        found.setdefault(row.label.casefold(), []).append(row)
    ordered = {label: tuple(sorted(rows, key=_rank)) for label, rows in found.items()}
    return MappingProxyType(ordered)


def _rank(row: ReviewedTerm) -> tuple[float, str]:
    return -row.confidence, row.curie


def _rows(name: str) -> list[ReviewedTerm]:
    content = files("ontology").joinpath(f"{name}.sssom.tsv").read_text("utf-8")
    lines = [line for line in content.splitlines() if not line.startswith("#")]
    return [_row(row) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]


def _row(row: dict[str, str]) -> ReviewedTerm:
    return ReviewedTerm(
        label=row["subject_label"],
        predicate=row["predicate_id"],
        curie="" if row["object_id"] == NO_TERM else row["object_id"],
        term_label=row["object_label"],
        justification=row["mapping_justification"],
        confidence=float(row["confidence"]),
    )
