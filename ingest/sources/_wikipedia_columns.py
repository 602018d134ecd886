"""The identifiers of the human and the mouse gene, which stand in two columns and are run together.

The human ones come first. Ensembl ids name their species. Of two other ids one is each species'; of more, the
second column begins where the order starts anew, else where the numbers jump farthest, because each column is
sorted and accessions of one gene were given together.
"""

import re
from collections.abc import Iterator, Mapping

from ingest.document import Document, Span
from ingest.identifiers import curie
from ingest.record import Fact

_HUMAN, _MOUSE = "gene", "ortholog:10090"
# "n/a" stands for an empty column.
_ENTREZ = re.compile(r"\b[1-9]\d{0,11}\b|n/a")
_ENSEMBL = re.compile(r"\bENS(?P<species>[A-Z]{3})?G\d{11}\b")
_UNIPROT = re.compile(r"\b(?:[A-NR-Z]\d(?:[A-Z][A-Z\d]{2}\d){1,2}|[OPQ]\d[A-Z\d]{3}\d)\b|n/a")
_REFSEQ = re.compile(r"\b[NX][MRP]_(?P<number>\d{6,9})(?:\.\d+)?|n/a")
# Accessions of the reviewed part of UniProt have six characters and begin so, as a rule.
_REVIEWED = re.compile(r"[OPQ]\d[A-Z\d]{3}\d")
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
            yield from _split(found, space, boundary(found))
    if "Ensembl" in fields:
        yield from _ensembl(text, fields["Ensembl"])
    if "Orthologs Species" in fields and "Mouse" in document.quote(fields["Orthologs Species"]):
        start = text.index("Mouse", fields["Orthologs Species"].start)
        yield Fact(_MOUSE, "taxon", "NCBITaxon:10090", Span(start, start + len("Mouse")))


def _split(found: Matches, space: str, number: int) -> Iterator[Fact]:
    for place, match in enumerate(found):
        if match[0] == "n/a":
            continue
        subject = _HUMAN if place < number else _MOUSE
        value, span = curie(space, match[0]), Span(*match.span())
        yield Fact(subject, "xref", value, span)
        if space == "ncbigene" and subject == _MOUSE:
            yield Fact(_HUMAN, "ortholog", value, span, part=_MOUSE)


def _ensembl(text: str, field: Span) -> Iterator[Fact]:
    for match in _ENSEMBL.finditer(text, field.start, field.end):
        subject = _HUMAN if match["species"] is None else _MOUSE
        if match["species"] in (None, "MUS"):
            yield Fact(subject, "xref", curie("ensembl", match[0]), Span(*match.span()))


def boundary(found: Matches) -> int:
    """Return how many of the ids are the human gene's."""
    codes = [match[0] for match in found]
    if "n/a" in codes:
        empty = codes.index("n/a")
        return len(codes) if empty else 1
    if len(codes) <= 2:
        return 1
    if _REVIEWED.fullmatch(codes[0]):
        reviewed = [place for place, code in enumerate(codes) if _REVIEWED.fullmatch(code)]
        return reviewed[1] if len(reviewed) > 1 else len(codes) - 1
    for place in range(1, len(codes)):
        if codes[place] < codes[place - 1]:
            return place
    return _widest_gap(codes)


def _widest_gap(codes: list[str]) -> int:
    """Return where the long numbers, which are given in series, jump farthest; else the last id stands alone."""
    numbers = [code.partition("_")[2].partition(".")[0] for code in codes]
    gaps = [
        (int(later) - int(earlier), place)
        for place, (earlier, later) in enumerate(zip(numbers, numbers[1:], strict=False), 1)
        if len(earlier) == len(later) == _LONG
    ]
    return max(gaps)[1] if gaps else len(codes) - 1
