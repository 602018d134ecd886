"""Gene summaries of Genetics Home Reference, now MedlinePlus Genetics: one block of prose and labels."""

import re
from collections.abc import Iterator
from datetime import date

from ingest import prose
from ingest.document import Document, Span
from ingest.record import Fact, GeneRecord, unique
from ingest.sources import MalformedDocumentError, Recognition, SourceKind

KIND = SourceKind(
    "medlineplus",
    "Gene summary of Genetics Home Reference (MedlinePlus Genetics)",
    "human-written",
    "https://creativecommons.org/publicdomain/mark/1.0/",
)

# "The ALAS2 gene provides instructions for making": how a summary begins.
_OPENING = re.compile(r"The (?P<symbol>[A-Za-z][\w.@-]{0,24}) gene (?:provides|contains|is|plays|belongs)\b")
# "The resources on this site should not be used as a substitute": how it ends.
_CLOSING = "The resources on this site should not be used as a substitute"
# "Cytogenetic Location: Xp11.21", "Cytogenetic Location: 3p21.2-p21.1".
_CYTOBAND = re.compile(
    r"Cytogenetic Location:\s*(?P<band>(?:\d{1,2}|[XY])[pq](?:\d[\d.]*|ter)?(?:-[pq]?\d[\d.]*)?)(?<!\.)"
)
# "base pairs 55,009,055 to 55,031,064 on the X chromosome", "base pairs 1,009 to 12,031 on chromosome 3".
_REGION = re.compile(
    r"base pairs (?P<begin>\d[\d,]{0,14}) to (?P<end>\d[\d,]{0,14}) on "
    r"(?:(?:the )?(?P<sex>[XY]) chromosome|chromosome (?P<number>\d{1,2}|[XY]))"
)
# "Homo sapiens Annotation Release 108, GRCh38.p7": what the region is counted on.
_RELEASE = re.compile(
    r"(?P<release>(?P<species>Homo sapiens) (?:Updated )?Annotation Release [\d.]{1,20}), "
    r"(?P<assembly>(?P<major>GRCh\d\d)(?:\.p\d+)?)"
)
# "Reviewed: July 2009": when somebody last looked at it.
_REVIEWED = re.compile(r"Reviewed:\s*(?P<date>[A-Z][a-z]{2,8} (?:\d{1,2}, )?\d{4})")
# "Published: February 14, 2017": when it was put on the site.
_PUBLISHED = re.compile(r"Published:\s*(?P<date>[A-Z][a-z]{2,8} (?:\d{1,2}, )?\d{4})")
# "X" in "Xp11.21", "3" in "3p21.2-p21.1".
_CHROMOSOME = re.compile(r"\d{1,2}|[XY]")
# How far behind a region its release may stand, in characters.
_NEAR = 400
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_MOLECULAR = "Molecular Location:"
# Labels that end the prose.
_LABELS = (
    "Cytogenetic Location:",
    _MOLECULAR,
    "Other Names for This Gene",
    "Reviewed:",
    "Published:",
)


def recognises(document: Document) -> Recognition:
    """Require the opening of a summary and the notice at its end."""
    closing = document.text.find(_CLOSING)
    if closing < 0:
        return Recognition("no notice that the resources on this site are no substitute for medical care")
    opening = _OPENING.search(document.text, 0, closing)
    if not opening:
        return Recognition("no sentence such as 'The ... gene provides instructions'")
    if "[edit" in document.text[:closing]:
        return Recognition("it has headings with edit links, as wiki pages have")
    return Recognition("a gene summary with the notice of the site", Span(closing, closing + len(_CLOSING)))


def parse(document: Document) -> GeneRecord:
    """Read the prose up to the first label, then the labels.

    Raises:
        MalformedDocumentError: there is no opening sentence that names the gene.
    """
    opening = _OPENING.search(document.text)
    if not opening:
        raise MalformedDocumentError(document, 0, "no sentence such as 'The ... gene provides instructions'")
    symbol = opening["symbol"]
    facts = [Fact("gene", "symbol", symbol, Span(*opening.span("symbol")))]
    facts += prose.read(document, Span(opening.start(), _prose_end(document)), symbol)
    facts += [*_places(document.text), *_dates(document.text)]
    return GeneRecord(unique(facts))


def _prose_end(document: Document) -> int:
    places = (document.text.find(label) for label in (*_LABELS, _CLOSING))
    return min(place for place in (*places, len(document.text)) if place >= 0)


def _places(text: str) -> Iterator[Fact]:
    band = _CYTOBAND.search(text)
    if band:
        yield Fact("gene", "cytoband", band["band"], Span(*band.span("band")))
        chromosome = _CHROMOSOME.match(band["band"])
        if chromosome:
            start = band.start("band")
            yield Fact("gene", "chromosome", chromosome[0], Span(start, start + chromosome.end()))
    for number, region in enumerate(_regions(text), 1):
        yield from _region(text, region, f"location:{number}")


def _regions(text: str) -> Iterator[re.Match[str]]:
    """Yield the regions behind their label, up to the next label."""
    start = text.find(_MOLECULAR)
    if start >= 0:
        start += len(_MOLECULAR)
        ends = (text.find(label, start) for label in (*_LABELS, _CLOSING))
        yield from _REGION.finditer(text, start, min((end for end in ends if end >= 0), default=len(text)))


def _region(text: str, region: re.Match[str], part: str) -> Iterator[Fact]:
    release = _RELEASE.search(text, region.end(), region.end() + _NEAR)
    chromosome = region["sex"] or region["number"]
    begin, end = (region[name].replace(",", "") for name in ("begin", "end"))
    place = f"{chromosome}:{begin}-{end}"
    value = f"{release['major']}:{place}" if release else place
    span = Span(region.start("begin"), region.end())
    yield Fact("gene", "location", value, span, part=part)
    if release:
        yield Fact("gene", "taxon", "NCBITaxon:9606", Span(*release.span("species")))
        written = Span(*release.span("release"))
        name = f"NCBI {release['release']}"
        yield Fact("gene", "annotation_release", name, written, part=part)
        yield Fact("gene", "assembly", release["assembly"], Span(*release.span("assembly")), part=part)


def _dates(text: str) -> Iterator[Fact]:
    for name, pattern in (("reviewed", _REVIEWED), ("issued", _PUBLISHED)):
        match = pattern.search(text)
        written = _iso(match["date"]) if match else None
        if match and written:
            yield Fact("document", name, written, Span(*match.span("date")))


def _iso(written: str) -> str | None:
    """Return "2009-07" of "July 2009", "2017-02-14" of "February 14, 2017"; None of what is no date."""
    month, *day, year = written.replace(",", "").split()
    try:
        written_date = date(int(year), _MONTHS.index(month) + 1, *map(int, day or ["1"])).isoformat()
    except ValueError:
        return None
    return written_date if day else written_date.rpartition("-")[0]
