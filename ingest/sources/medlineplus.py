"""Gene summaries of Genetics Home Reference, now MedlinePlus Genetics: one block of prose and labels."""

import re
from collections.abc import Iterator

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
# "Molecular Location: base pairs 55,009,055 to 55,031,064 on the X chromosome (Homo sapiens Annotation Release 108,
# GRCh38.p7) (NCBI)": also "on chromosome 3".
_REGION = re.compile(
    r"Molecular Location: base pairs (?P<begin>\d[\d,]{0,14}) to (?P<end>\d[\d,]{0,14}) on "
    r"(?:the (?P<sex>[XY]) chromosome|chromosome (?P<number>\d{1,2}|[XY]))"
)
_RELEASE = re.compile(
    r"(?P<release>(?P<species>Homo sapiens) (?:Updated )?Annotation Release [\d.]{1,20}), (?P<assembly>(?P<major>GRCh\d\d)(?:\.p\d+)?)"
)
# "Other Names for This Gene", followed by names that run together; "Reviewed: July 2009", "Published: February 14, 2017".
_REVIEWED = re.compile(r"Reviewed:\s*(?P<date>[A-Z][a-z]{2,8} (?:\d{1,2}, )?\d{4})")
_PUBLISHED = re.compile(r"Published:\s*(?P<date>[A-Z][a-z]{2,8} (?:\d{1,2}, )?\d{4})")
_MONTHS = {
    name: number
    for number, name in enumerate(
        "January February March April May June July August September October November December".split(), 1
    )
}
# Labels that end the prose.
_LABELS = (
    "Cytogenetic Location:",
    "Molecular Location:",
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
        chromosome = re.match(r"\d{1,2}|[XY]", band["band"])
        if chromosome:
            start = band.start("band")
            yield Fact("gene", "chromosome", chromosome[0], Span(start, start + chromosome.end()))
    region = _REGION.search(text)
    if region:
        yield from _region(text, region)


def _region(text: str, region: re.Match[str]) -> Iterator[Fact]:
    release = _RELEASE.search(text, region.end())
    chromosome = region["sex"] or region["number"]
    begin, end = (region[name].replace(",", "") for name in ("begin", "end"))
    place = f"{chromosome}:{begin}-{end}"
    value = f"{release['major']}:{place}" if release else place
    span = Span(region.start("begin"), region.end())
    yield Fact("gene", "location", value, span, part="location:1")
    if release:
        yield Fact("gene", "taxon", "NCBITaxon:9606", Span(*release.span("species")))
        written = Span(*release.span("release"))
        name = f"NCBI {release['release']}"
        yield Fact("gene", "annotation_release", name, written, part="location:1")
        yield Fact(
            "gene", "assembly", release["assembly"], Span(*release.span("assembly")), part="location:1"
        )


def _dates(text: str) -> Iterator[Fact]:
    for name, pattern in (("reviewed", _REVIEWED), ("issued", _PUBLISHED)):
        match = pattern.search(text)
        date = _iso(match["date"]) if match else None
        if match and date:
            yield Fact("document", name, date, Span(*match.span("date")))


def _iso(written: str) -> str | None:
    """Return "2009-07" of "July 2009" and "2017-02-14" of "February 14, 2017"; None if there is no such month."""
    month, *day, year = written.replace(",", "").split()
    if month not in _MONTHS:
        return None
    return "-".join([year, f"{_MONTHS[month]:02}", *(f"{int(number):02}" for number in day)])
