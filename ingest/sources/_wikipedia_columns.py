"""The identifiers of the human and the mouse gene, which stand in two columns and are run together.

The human ones come first, and each column is sorted. So the second column begins where the order starts
anew; where it does not, one jump in a series of numbers given together divides it. UniProt ids must agree
with a reviewed accession at the head of each column. Else only the first id, which is the human gene's, and
the last, which is the mouse's, are certain, and those between them are left out.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from ingest.document import Document, Span
from ingest.identifiers import curie
from ingest.record import Fact

_HUMAN, _MOUSE = "gene", "ortholog:10090"
# "212"; in this and the others "n/a" stands for an empty column.
_ENTREZ = re.compile(r"\b[1-9]\d{0,11}\b|n/a")
# "ENSG00000158578", "ENSMUSG00000025270"
_ENSEMBL = re.compile(r"\bENS(?P<species>[A-Z]{3})?G\d{11}\b")
# "P22557", "A0A0G2JH26"
_UNIPROT = re.compile(r"\b(?:[A-NR-Z]\d(?:[A-Z][A-Z\d]{2}\d){1,2}|[OPQ]\d[A-Z\d]{3}\d)\b|n/a")
# "NM_000032", "NP_001032248.1"
_REFSEQ = re.compile(r"\b[NX][MRP]_(?P<number>\d{6,9})(?:\.\d+)?|n/a")
# "P22557": accessions of the reviewed part of UniProt have six characters and begin so, as a rule.
_REVIEWED = re.compile(r"[OPQ]\d[A-Z\d]{3}\d")
# Two accessions that differ by less were given in one series.
_SERIES = 100
_LONG = 9

Matches = list[re.Match[str]]


def facts(document: Document, fields: Mapping[str, Span]) -> Iterator[Fact]:
    """Read the columns of identifiers, and name the mouse gene as the ortholog of the human one."""
    text = document.text
    for label, space, pattern in (
        ("Entrez", "ncbigene", _ENTREZ),
        ("UniProt", "uniprot", _UNIPROT),
        ("RefSeq (mRNA)", "refseq", _REFSEQ),
        ("RefSeq (protein)", "refseq", _REFSEQ),
    ):
        if label in fields:
            found = list(pattern.finditer(text, fields[label].start, fields[label].end))
            paired = "Mouse" in _heading(document, fields)
            yield from _split(found, space, boundary(found) if paired else (len(found), len(found)))
    if "Ensembl" in fields:
        yield from _ensembl(text, fields["Ensembl"])
    if "Mouse" in _heading(document, fields):
        start = text.index("Mouse", fields["Orthologs Species"].start)
        yield Fact(_MOUSE, "taxon", "NCBITaxon:10090", Span(start, start + len("Mouse")))


def _heading(document: Document, fields: Mapping[str, Span]) -> str:
    """Return the names of the columns."""
    return document.quote(fields["Orthologs Species"]) if "Orthologs Species" in fields else ""


def _split(found: Matches, space: str, bounds: tuple[int, int]) -> Iterator[Fact]:
    for place, match in enumerate(found):
        if match[0] == "n/a" or bounds[0] <= place < bounds[1]:
            continue
        subject = _HUMAN if place < bounds[0] else _MOUSE
        value, span = curie(space, match[0]), Span(*match.span())
        yield Fact(subject, "xref", value, span)
        if space == "ncbigene" and subject == _MOUSE:
            yield Fact(_HUMAN, "ortholog", value, span, part=_MOUSE)


def _ensembl(text: str, field: Span) -> Iterator[Fact]:
    for match in _ENSEMBL.finditer(text, field.start, field.end):
        subject = _HUMAN if match["species"] is None else _MOUSE
        if match["species"] in (None, "MUS"):
            yield Fact(subject, "xref", curie("ensembl", match[0]), Span(*match.span()))


def boundary(found: Matches) -> tuple[int, int]:
    """Return how many ids are surely the human gene's, and from which on they are surely the mouse's."""
    codes = [match[0] for match in found]
    if "n/a" in codes:
        place = max(codes.index("n/a"), 1)
        return place, place
    drops = [place for place, (one, other) in enumerate(pairwise(codes), 1) if other < one]
    jumps = [] if drops else _jumps(codes)
    places = drops or jumps
    if len(places) == 1:
        guesses = (*places, *_reviewed(codes))
        return min(guesses), max(guesses)
    return min(1, len(codes)), max(1, len(codes) - 1)


def _reviewed(codes: list[str]) -> list[int]:
    """Return where the second accession of the reviewed part stands, which some boxes give first."""
    places = [place for place, code in enumerate(codes) if _REVIEWED.fullmatch(code)]
    return places[1:2] if places[:1] == [0] else []


def _jumps(codes: list[str]) -> list[int]:
    """Return where a number of nine digits does not belong to the series of the one before it.

    Only where a series stands on at least one side of it: two lone numbers tell nothing.
    """
    numbers = [code.partition("_")[2].partition(".")[0] for code in codes]
    steps = [
        (place, int(other) - int(one))
        for place, (one, other) in enumerate(pairwise(numbers), 1)
        if len(one) == len(other) == _LONG
    ]
    jumps = [place for place, step in steps if step >= _SERIES]
    return jumps if len(jumps) < len(steps) else []
