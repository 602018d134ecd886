"""The papers that an article cites, and what its references say of the genome assembly."""

import re
from collections.abc import Iterator
from datetime import date

from ingest.document import Document, Span
from ingest.identifiers import curie
from ingest.record import Fact

# "## References", "## Further reading", "## External links": a heading of the second level.
_HEADING = re.compile(r"^## (?P<title>[^\n]{1,80})$", re.MULTILINE)
# "1. **[^](#cite_ref-3)** ...", "- Han L, Zhong Y ...": one entry of a list.
_ENTRY = re.compile(r"^(?:\d+\.|-) [^\n]+$", re.MULTILINE)
# Label, then code: "[doi](/source/Doi_(identifier)):[10.1016/0888-7543(90)90542-3](https://doi.org/...)"
_DOI = re.compile(r"\[doi\]\([^\n]{0,60}?\)\)?:\s?\[(?P<code>10\.[^\]\n]{1,200})\]", re.IGNORECASE)
# Label, then code: "[PMID](/source/PMID_(identifier)) [2347585](https://pubmed.ncbi.nlm.nih.gov/2347585)"
_PUBMED = re.compile(r"\[PMID\]\([^\n]{0,60}?\)\)?\s?\[(?P<code>\d{1,9})\]")
# Label, then code: "[PMC](/source/PMC_(identifier)) [1224682](https://www.ncbi.nlm.nih.gov/pmc/...)"
_PMC = re.compile(r"\[PMC\]\([^\n]{0,60}?\)\)?\s?\[(?P<code>(?:PMC)?\d{1,9})\]")
# 'Bishop DF, Henderson AS, Astrin KH (Jun 1990).': the authors, and when they published.
_AUTHORS = re.compile(
    r"(?P<authors>[A-Z][^\s()\[\]\"*][^()\[\]\"*\n]{0,2000}?) "
    r"\((?:(?P<day>\d{1,2}) )?(?:(?P<month>[A-Z][a-z]{2,8})[. ])? ?(?P<year>\d{4})\)"
)
# '"Human delta-aminolevulinate synthase: ..."', also as the text of a link.
_TITLE = re.compile(r"\"(?P<title>[^\"\n]{3,600})\"")
# "*Genomics*. **7** (2): 207": the journal stands in italics before the volume.
_JOURNAL = re.compile(r"(?<!\*)\*(?P<journal>[^*\n]{2,200})\*\.")
# A link to an archive of Ensembl: "[GRCh38: Ensembl release 89: ENSG00000158578](http://...)"
_RELEASE = re.compile(
    r"\[(?P<assembly>GRC[a-z]\d{1,3}): (?P<release>Ensembl release \d{1,3}): "
    r"ENS(?P<species>[A-Z]{3})?G\d{11}\]"
)
# "[OMIM](https://omim.org/entry/301300)": a link to somewhere else.
_LINK = re.compile(
    r"\[(?P<text>[^\]\n]{1,300})\]\("
    r"(?P<address>https?://[^\s()]{1,2000}(?:\([^\s()]{0,500}\)[^\s()]{0,500}){0,9})\)"
)
# A line that is no entry of a list: "*This article incorporates text from ...", "v t e ...", "---".
_OTHER = re.compile(r"^(?!- )[^\s#][^\n]*$", re.MULTILINE)
# A page of the encyclopedia itself: "https://en.wikipedia.org/wiki/Template:Gene-X-stub"
_OWN = re.compile(r"https?://(?:\w+\.)?(?:wikipedia|mediated)\.\w+/")
# Characters in which the authors of an entry have been named.
_LONGEST_AUTHORS = 4_000
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def sections(document: Document) -> dict[str, Span]:
    """Return the span of each section of the second level, without its heading, by its title."""
    headings = list(_HEADING.finditer(document.text))
    ends = [heading.start() for heading in headings[1:]] + [len(document.text)]
    return {
        heading["title"].strip(): Span(heading.end(), end)
        for heading, end in zip(headings, ends, strict=False)
    }


def papers(document: Document, spans: list[Span]) -> Iterator[Fact]:
    """Read every entry that has an identifier of a paper."""
    number = 0
    for span in spans:
        for entry in _ENTRY.finditer(document.text, span.start, span.end):
            found = list(_paper(document.text, Span(*entry.span()), f"publication:{number + 1}"))
            number += bool(found)
            yield from found


def _paper(text: str, entry: Span, part: str) -> Iterator[Fact]:
    codes = [
        (space, match)
        for space, pattern in (("pubmed", _PUBMED), ("doi", _DOI), ("pmc", _PMC))
        if (match := pattern.search(text, entry.start, entry.end))
    ]
    cited = [item for item in codes if item[0] != "pmc"] or codes
    for space, match in cited:
        value = curie(space, match["code"])
        yield Fact("gene", "citation", value, Span(*match.span("code")), part=part)
    for space, match in codes:
        if (space, match) not in cited:
            yield Fact(part, "xref", curie(space, match["code"]), Span(*match.span("code")))
    if codes:
        yield from _about(text, entry, part)


def _about(text: str, entry: Span, part: str) -> Iterator[Fact]:
    authors = _AUTHORS.search(text, entry.start, min(entry.end, entry.start + _LONGEST_AUTHORS))
    if authors:
        yield Fact(part, "author", " ".join(authors["authors"].split()), Span(*authors.span("authors")))
        yield Fact(part, "date", _date(authors), Span(authors.end("authors") + 2, authors.end() - 1))
    start = authors.end() if authors else entry.start
    title = _TITLE.search(text, start, entry.end)
    if title:
        yield Fact(part, "title", title["title"], Span(*title.span("title")))
    journal = _JOURNAL.search(text, title.end() if title else start, entry.end)
    if journal:
        yield Fact(part, "journal", journal["journal"], Span(*journal.span("journal")))


def _date(authors: re.Match[str]) -> str:
    month = (authors["month"] or "")[:3]
    if month not in _MONTHS:
        return authors["year"]
    stamp = f"{authors['year']}-{_MONTHS.index(month) + 1:02}"
    full = f"{stamp}-{int(authors['day'] or 0):02}"
    return full if _is_day(full) else stamp


def _is_day(written: str) -> bool:
    """Say whether an ISO date is a day of the calendar."""
    try:
        date.fromisoformat(written)
    except ValueError:
        return False
    return True


def releases(document: Document) -> dict[str, tuple[str, Span, str, Span]]:
    """Return assembly and annotation release, each with its span, by the subject they are given for."""
    found = dict[str, tuple[str, Span, str, Span]]()
    for match in _RELEASE.finditer(document.text):
        subject = {None: "gene", "MUS": "ortholog:10090"}.get(match["species"])
        if subject:
            spans = Span(*match.span("assembly")), Span(*match.span("release"))
            found.setdefault(subject, (match["assembly"], spans[0], match["release"], spans[1]))
    return found


def links(document: Document, span: Span) -> Iterator[Fact]:
    """Read the links out of the encyclopedia, up to what follows the list: boxes, stub notice, licence."""
    other = _OTHER.search(document.text, span.start, span.end)
    end = other.start() if other else span.end
    for match in _LINK.finditer(document.text, span.start, end):
        if not _OWN.match(match["address"]):
            yield Fact(
                "gene", "external_link", match["address"], Span(*match.span()), written=match["address"]
            )
