"""The infobox of a gene article, which the Markdown runs together into one line of labels and values."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.document import Document, Span
from ingest.identifiers import curie
from ingest.record import Fact
from ingest.sources import _wikipedia_columns as columns

HUMAN, MOUSE = "gene", "ortholog:10090"

# The labels in the order of the box; each field ends where the next label that is there begins.
_LABELS = (
    "Available structures",
    "List of PDB id codes",
    "Identifiers",
    "Aliases",
    "External IDs",
    "EC number",
    "Gene location (Human)",
    "Gene location (Mouse)",
    "RNA expression pattern",
    "More reference expression data",
    "Gene ontology",
    "Sources:Amigo",
    "Orthologs Species",
    "Entrez",
    "Ensembl",
    "UniProt",
    "RefSeq (mRNA)",
    "RefSeq (protein)",
    "Location (UCSC)",
    "PubMed search",
    "Wikidata",
)
# "Chr. X chromosome (human)[1] Band Xp11.21 Start 55,009,055 bp[1] End 55,030,977 bp[1]": a place.
_PLACE = re.compile(
    r"Chr\. (?:Chromosome )?(?P<chromosome>\d{1,2}|[XY]|MT|Mitochondrial)\b.{0,40}?"
    r"(?: Band (?!n/a)(?P<band>\S.{0,40}?)(?:\|.{0,40}?)?)?(?= Start| End|$)"
    r"(?: Start (?P<begin>\d[\d,]{0,14}) bp(?:\[\d+\])?)?(?: End (?P<end>\d[\d,]{0,14}) bp)?"
)
# "Top expressed in erythroid cell bone marrow": what a run of places follows.
_TOP = re.compile("Top expressed in")
_ASPECTS = (
    ("Molecular function", "enables"),
    ("Cellular component", "located_in"),
    ("Biological process", "involved_in"),
)
# "OMIM: 301300", "GeneCards: ALAS2": one entry of the external ids.
_EXTERNAL = re.compile(r"(?P<name>OMIM|MGI|HomoloGene|GeneCards)\s*:\s*(?P<code>[\w.@-]+)")
# "5QQR": a structure.
_PDB = re.compile(r"\b[0-9][A-Z0-9]{3}\b")
# "2.3.1.37", "3.4.24.-": the number of an enzyme, or of a class of enzymes.
_ENZYME = re.compile(r"\d+\.\d+\.\d+\.(?:n?\d+|-)")


@dataclass(frozen=True, slots=True)
class Infobox:
    """The line of the box: its span, the symbol it is headed with, and the span of each labelled field."""

    span: Span
    symbol: Span
    fields: tuple[tuple[str, Span], ...]

    def field(self, label: str) -> Span | None:
        """Return the span of a field, without white space around it; None if it is missing or empty."""
        return dict(self.fields).get(label)


def find(document: Document) -> Infobox | None:
    """Return the infobox of an article, None if it has none of a gene."""
    text = document.text
    identifiers = text.find(" Identifiers Aliases ")
    if identifiers < 0:
        return None
    start = text.rfind("\n", 0, identifiers) + 1
    end = text.find("\n", identifiers)
    end = len(text) if end < 0 else end
    places = _places(text, start, end)
    bounds = [place for _, place in places] + [end]
    fields = [
        (label, stripped(text, place + len(label), bounds[number + 1]))
        for number, (label, place) in enumerate(places)
    ]
    symbol = stripped(text, start, bounds[0])
    if symbol.start == symbol.end:
        return None
    return Infobox(Span(start, end), symbol, tuple((n, s) for n, s in fields if s.start < s.end))


def _places(text: str, start: int, end: int) -> list[tuple[str, int]]:
    """Find each label behind the one before it."""
    found = list[tuple[str, int]]()
    for label in _LABELS:
        place = text.find(label, start, end)
        if place >= 0:
            found.append((label, place))
            start = place + len(label)
    return found


def stripped(text: str, start: int, end: int) -> Span:
    """Return a stretch without the white space around it."""
    inner = text[start:end]
    left = start + len(inner) - len(inner.lstrip())
    return Span(left, max(left, start + len(inner.rstrip())))


def facts(document: Document, box: Infobox) -> Iterator[Fact]:
    """Read every field of the box but the columns of the orthologs."""
    yield Fact("gene", "symbol", document.quote(box.symbol), box.symbol)
    yield from _coded(document, box.field("List of PDB id codes"), _PDB, "pdb")
    yield from _coded(document, box.field("EC number"), _ENZYME, "ec")
    yield from _external(document, box.field("External IDs"))
    for subject, label in ((HUMAN, "Gene location (Human)"), (MOUSE, "Gene location (Mouse)")):
        yield from _location(document, box.field(label), subject)
    yield from _expression(document, box.field("RNA expression pattern"))
    yield from _ontology(document, box.field("Gene ontology"))
    yield from columns.facts(document, dict(box.fields))


def _coded(document: Document, field: Span | None, pattern: re.Pattern[str], space: str) -> Iterator[Fact]:
    for match in pattern.finditer(document.text, field.start, field.end) if field else ():
        yield Fact("gene", "xref", curie(space, match[0]), Span(*match.span()))


def _external(document: Document, field: Span | None) -> Iterator[Fact]:
    for match in _EXTERNAL.finditer(document.text, field.start, field.end) if field else ():
        subject = MOUSE if match["name"] == "MGI" else HUMAN
        value = curie(match["name"].lower(), match["code"])
        yield Fact(subject, "xref", value, Span(*match.span()), written=match["code"])


def _location(document: Document, field: Span | None, subject: str) -> Iterator[Fact]:
    place = _PLACE.search(document.text, field.start, field.end) if field else None
    if not place:
        return
    chromosome = "MT" if place["chromosome"] == "Mitochondrial" else place["chromosome"]
    yield Fact(subject, "chromosome", chromosome, Span(*place.span("chromosome")))
    # "9 50.3 cM" is a genetic distance, and "9" alone is the chromosome again.
    if place["band"] and place["band"] != chromosome and not place["band"].endswith(" cM"):
        yield Fact(subject, "cytoband", place["band"], Span(*place.span("band")))
    if place["begin"] and place["end"]:
        begin, end = (place[name].replace(",", "") for name in ("begin", "end"))
        part = "location:1" if subject == HUMAN else "location:2"
        span = Span(place.start("begin"), place.end("end"))
        yield Fact(subject, "location", f"{chromosome}:{begin}-{end}", span, part=part)


def _expression(document: Document, field: Span | None) -> Iterator[Fact]:
    """Give each run of places that follows "Top expressed in": the human gene's first, then the mouse's."""
    if not field:
        return
    starts = [match.start() for match in _TOP.finditer(document.quote(field))]
    heading = document.quote(field)[: starts[0]] if starts else ""
    subjects = [subject for name, subject in (("Human", HUMAN), ("Mouse", MOUSE)) if name in heading]
    for number, (start, subject) in enumerate(zip(starts, subjects, strict=False)):
        end = starts[number + 1] if number + 1 < len(starts) else field.end - field.start
        run = stripped(document.text, field.start + start + len(_TOP.pattern), field.start + end)
        if run.start < run.end:
            yield Fact(subject, "expressed_in", document.quote(run), run, part="run")


def _ontology(document: Document, field: Span | None) -> Iterator[Fact]:
    if not field:
        return
    text = document.text
    places = [(text.find(label, field.start, field.end), label, name) for label, name in _ASPECTS]
    found = sorted(place for place in places if place[0] >= 0)
    for number, (start, label, name) in enumerate(found):
        end = found[number + 1][0] if number + 1 < len(found) else field.end
        run = stripped(text, start + len(label), end)
        if run.start < run.end:
            yield Fact(HUMAN, name, document.quote(run), run, part="run")
