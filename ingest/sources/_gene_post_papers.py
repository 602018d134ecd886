"""The papers that a gene post cites."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ingest.document import Document, Span
from ingest.identifiers import curie
from ingest.record import Fact
from ingest.sources._gene_post_citations import Parts, parts
from ingest.sources._gene_post_labels import Topic
from ingest.sources._gene_post_quotes import fact, is_placeholder, without_stop
from ingest.sources._gene_post_sections import Entry

# "Subject:", "**Author(s):**", "DOI link:": a field of a paper.
_FIELD = re.compile(
    r"(?<![\w/])[*_]{0,3}(?P<name>subject|(?:article |paper )?title(?: of (?:the )?paper)?|name of "
    r"paper|(?:authors?|author\(s\))(?: names?| list)?|journal(?: name)?|"
    r"(?:publication )?(?:year|date)(?: published)?|published|doi(?: links?| number)?|pubmed(?: "
    r"id)?|pmid|pmc ?id|pmc|links?|url)[*_]{0,3}\s*:[*_]{0,3}[ \t]*",
    re.IGNORECASE,
)
# "Article title", "Author(s)", "Journal name", "Year published": what the name of a field tells.
_KEYS = tuple(
    (key, re.compile(pattern, re.IGNORECASE))
    for key, pattern in (
        ("title", r"subject|title|name of"),
        ("author", r"author"),
        ("journal", r"journal"),
        ("date", r"year|date|published"),
    )
)
# Matches "10.1016/S0735-1097(02)02448-1".
_DOI = re.compile(r"(?<![\w.])10\.\d{2,9}/(?:[^\s()\[\]<>\"“”|*\\]|\([^\s()\[\]]*\))+")
# "doi: 10.1002gcc.22299", "DOI link: 1.1007/s1": a code after the word, whatever its form.
_SAID_DOI = re.compile(
    r"\bdoi(?: links?| number)?[*_]{0,3}\s*:[*_]{0,3}\s*\[?"
    r"(?P<code>(?=[^\s\])]*\d)[\w.][\w./()-]{5,}[\w)])(?!\S*[/:])",
    re.IGNORECASE,
)
# "PMID: 2347585", "PubMed ID 2347585", "pubmed.ncbi.nlm.nih.gov/2347585": a number of PubMed.
_PMID = re.compile(
    r"(?:PMID|PubMed(?: ID)?)[*_]{0,3}\s*:?[*_]{0,3}\s*\[?(?P<code>\d{4,9})\b|"
    r"pubmed(?:\.ncbi\.nlm\.nih\.gov)?/(?P<address>\d{4,9})\b",
    re.IGNORECASE,
)
# "PMC1224682": a number of PubMed Central.
_PMC = re.compile(r"\bPMC\d{4,9}\b")
# "https", "www": the beginning of an address, which is no code.
_WEB = re.compile(r"https?|www")
# "2013", "(2013)", "2008 Jul": a year of publication.
_YEAR = re.compile(r"(?<![\d.:/-])(?:19[3-9]\d|20[0-3]\d)(?![\d/.]\d|\d)")
# "Nans A, et al. (2019)", "Nature. 2003 May 15;423(6938):628-33": where a year begins after a name.
_DATED = re.compile(r"[.,;]? \(?(?P<year>(?:19[3-9]|20[0-3])\d)\b")
# "Author Name. Title. Journal Name.": a form that nobody filled in.
_FORM = re.compile(
    r"\breplace the parts\b|\bspecific instructions\b|\bauthor (?:names?|\d|[A-Z])\b(?! *[:*])|"
    r"\bname of author\b|\btitle of (?:the |an? )?(?:paper|article)\b(?! *[:*])|10\.0000/|"
    r"doi:? ?\[?0000|\bjournal name\b(?! *[:*])|\[insert|\bYour Name\b|10\.x{3,}|10\.\d+/x{3,}",
    re.IGNORECASE,
)
_ENDS = ".,;:'’`_"


@dataclass(slots=True)
class _Paper:
    """One paper while it is read; `free` is a citation in one line, which may have fields below it."""

    free: bool
    depth: int
    fields: dict[str, Span] = field(default_factory=dict)
    codes: dict[str, Span] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Field:
    """A field of a line: what it tells (empty if only a code), the whole of it, and what follows its name."""

    key: str
    whole: Span
    value: Span


def facts(document: Document, entries: Sequence[Entry]) -> Iterator[Fact]:
    """Yield the papers of a post, numbered from 1 in their order."""
    papers: list[_Paper] = []
    for entry in entries:
        if entry.topic is Topic.PAPERS and not _FORM.search(document.quote(entry.span)):
            _read(document, entry, papers)
    said = (paper for paper in papers if paper.codes or "title" in paper.fields)
    for number, paper in enumerate(said, 1):
        yield from _facts(document, paper, f"publication:{number}")


def _facts(document: Document, paper: _Paper, part: str) -> Iterator[Fact]:
    cited = [code for code in paper.codes if not code.startswith("pmc:")]
    for code, span in paper.codes.items():
        if code in cited or not cited:
            yield fact(document, "gene", "citation", span, code).standing_for(part)
        else:
            yield fact(document, part, "xref", span, code)
    for name, span in paper.fields.items():
        yield fact(document, part, name, span)


def _read(document: Document, entry: Entry, papers: list[_Paper]) -> None:
    text, span = document.text, entry.span
    fields = _fields(text, span)
    if fields and not text[span.start : fields[0].whole.start].strip(' *_"('):
        for one in fields:
            _read_field(document, entry, papers, one)
        return
    line = document.quote(span)
    if is_placeholder(line) or line.rstrip("*_ ").endswith(":"):
        return
    paper = _Paper(True, entry.block.depth)
    _take(document, paper, span, parts(text, span))
    if paper.codes or paper.fields:
        papers.append(paper)


def _fields(text: str, span: Span) -> list[_Field]:
    matches = list(_FIELD.finditer(text, span.start, span.end))
    stops = [*(match.start() for match in matches[1:]), span.end]
    # Of a line without fields the stop is left over.
    return [
        _Field(_key(match["name"]), Span(match.start(), stop), Span(match.end(), stop))
        for match, stop in zip(matches, stops, strict=False)
    ]


def _key(name: str) -> str:
    return next((key for key, pattern in _KEYS if pattern.search(name)), "")


def _read_field(document: Document, entry: Entry, papers: list[_Paper], one: _Field) -> None:
    key, value = one.key, without_stop(document.text, one.value)
    if is_placeholder(document.quote(value)):
        return
    if not papers or (key and key in papers[-1].fields) or (not key and _is_complete(papers[-1], entry)):
        papers.append(_Paper(False, entry.block.depth))
    paper = papers[-1]
    found = parts(document.text, one.value, True) if key == "title" else Parts()
    if not key or key in ("title", "journal"):
        _take(document, paper, one.whole, found)
    if key and key not in paper.fields:
        _take_field(document, paper, key, _undated(document, paper, key, value))


def _undated(document: Document, paper: _Paper, key: str, value: Span) -> Span:
    """Return authors or journal without the year, issue and pages after them; the year is taken up."""
    dated = _DATED.search(document.text, value.start, value.end) if key in ("author", "journal") else None
    if not dated:
        return value
    paper.fields.setdefault("date", Span(*dated.span("year")))
    return Span(value.start, dated.start())


def _take_field(document: Document, paper: _Paper, key: str, value: Span) -> None:
    if key == "date":
        year = _YEAR.search(document.text, value.start, value.end)
        if year:
            paper.fields["date"] = Span(*year.span())
    elif value.start < value.end:
        stop = value.end + (document.text.startswith(".", value.end) and document.quote(value).endswith("al"))
        paper.fields[key] = Span(value.start, stop if key == "author" else value.end)


def _is_complete(paper: _Paper, entry: Entry) -> bool:
    """Say whether a code on this line is of the next paper: the last one has a code and is not above it."""
    return bool(paper.codes) and entry.block.depth <= paper.depth and "title" not in paper.fields


def _take(document: Document, paper: _Paper, span: Span, found: Parts) -> None:
    """Take up the codes of a stretch and what its citation says."""
    for name in ("title", "author", "journal"):
        place = getattr(found, name)
        if place and name not in paper.fields:
            paper.fields[name] = place
    if found.date:
        paper.fields.setdefault("date", found.date)
    for code, place in _codes(document, span):
        paper.codes.setdefault(code, place)


def _codes(document: Document, span: Span) -> Iterator[tuple[str, Span]]:
    text = document.text
    dois = list(_DOI.finditer(text, span.start, span.end))
    for match in dois:
        code = match[0].rstrip(_ENDS)
        yield curie("doi", code), Span(match.start(), match.start() + len(code))
    said = _SAID_DOI.search(text, span.start, span.end) if not dois else None
    if said and not is_placeholder(said["code"]) and not _WEB.match(said["code"]):
        yield curie("doi", said["code"].rstrip(_ENDS)), Span(*said.span("code"))
    for match in _PMID.finditer(text, span.start, span.end):
        group = "code" if match["code"] else "address"
        yield curie("pubmed", match[group]), Span(*match.span(group))
    for match in _PMC.finditer(text, span.start, span.end):
        yield curie("pmc", match[0]), Span(*match.span())
