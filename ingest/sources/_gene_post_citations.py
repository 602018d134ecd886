"""One citation in one line: where its title, authors, journal and year stand."""

import re
from dataclasses import dataclass

from ingest.document import Span
from ingest.sources._gene_post_quotes import without_stop


@dataclass(frozen=True, slots=True)
class Parts:
    """Where the parts of a citation stand, None for those that it lacks or that cannot be told."""

    title: Span | None = None
    author: Span | None = None
    journal: Span | None = None
    date: Span | None = None


_YEAR = r"(?:19[3-9]\d|20[0-3]\d)"
# "(2014). ", "; 2019;", ", 2008.": the year of a citation.
_DATED = re.compile(rf"(?:\((?P<paren>{_YEAR})[^()]{{0,12}}\)|(?<=[.,;] )(?P<plain>{_YEAR})(?=[;.,: ]|$))")
# '"Disorders of glycosylation"', "“Kinetic studies of Arno”": a title in quotation marks.
_QUOTED = re.compile(r"(?<![\w])[\"“](?P<title>[^\"“”\n]{12,400})[\"”]")
# "*IL-2-inducible T cell kinase deficiency in lupus*. Yang M, et al.": a title in italics before all else.
_ITALIC = re.compile(r"(?<![*\w])[*_](?P<title>[A-Z][^*_\n]{20,400})[*_](?![*\w])")
# "[ABCA12 mutations and ichthyosis](https://...)", but not "[Click](https://...)".
_LINKED = re.compile(
    r"\[(?P<title>(?!(?i:\s*(?:click|link|doi|pubmed|pmid|pmc|https?|10\.|full text|"
    r"here)\b)|[^\[\]\n]*\bet al\b)[^\[\]\n]{15,400})\]\("
)
# 'by K. T. Koopman, et al. DOI', '- Zhang et al. (2019)': the authors after a title.
_AFTER = re.compile(
    r"[.,)\]*_]*\s*(?:,?\s*by|[-–—])\s+(?P<author>[A-Z][^\"\[\]]{2,200}?(?:et al\b\.?)?)(?=,? *\(|"
    r",? doi\b|[.;,] *(?:doi|pmid|\[|$)|,? *\[|\. [A-Z][a-z]|,? \d{4}|$)",
    re.IGNORECASE,
)
# "Freeze", "O'Brien", "Müller": a name of a person. Part of other patterns.
_NAME = r"[A-Z\u00c0-\u024f][\w'’\u00c0-\u024f-]*"
# Matches "Freeze, H. H. (2014). Disorders of glycosylation. Current molecular medicine, 14(4)".
_DATED_FIRST = re.compile(
    rf"(?P<author>{_NAME}[^\"“\[]{{1,300}}?)\s*\((?P<year>{_YEAR})[^()]{{0,12}}\)[.,:]?\s*"
    rf"(?P<title>[^\"“\[\n]{{12,400}}?)[.?](?=\s|"
    rf"$)(?:\s*(?P<journal>[A-Z][A-Za-z &:]{{3,80}}?)(?=[,.;]?\s*(?:\d|vol|$|\()))?",
)
# Matches "Stalder D, Barelli H. Kinetic studies of Arno. J Biol Chem. 2002;277(49)" .
_DATED_LAST = re.compile(
    rf"(?P<author>(?:(?:van|von|der|den|de|ter|ten|el|al|da|di|du|la|le) ){{0,3}}{_NAME}(?: "
    rf"{_NAME}){{0,2}},? (?:[A-Z]{{1,3}}\b\.?|et al\b)[^\"“\[]{{0,400}}?)\.\s+"
    rf"(?P<title>[A-Z0-9\u0370-\u03ff][^\"“\[\n]{{14,400}}?)[.?]\s+"
    rf"(?P<journal>[A-Z][A-Za-z .&:()-]{{2,80}}?)[.,;]?\s*\(?(?P<year>{_YEAR})\b",
)
# "Freeze, H. H.": authors have a name.
_PERSON = re.compile(_NAME)
# "https://", "DOI", "2004", "Authors:": what no list of people holds.
_NO_PERSON = re.compile(r"https?:|\bdoi\b|\d{3}|:", re.IGNORECASE)
# "Zhang et al", "Freeze H", "King Jr": what is written with a full stop, at the end of the authors.
_SHORTENED = re.compile(r"\b(?:al|[A-Z]|Jr)$")


def parts(text: str, span: Span, titled: bool = False) -> Parts:
    """Tell the parts of a citation; in a field of its own (`titled`) only a quoted or linked title."""
    quoted = _LINKED.search(text, span.start, span.end) or _QUOTED.search(text, span.start, span.end)
    quoted = quoted or _ITALIC.match(text, span.start, span.end)
    if quoted:
        return _around(text, span, quoted)
    if titled:
        return Parts()
    match = _DATED_FIRST.match(text, span.start, span.end) or _DATED_LAST.match(text, span.start, span.end)
    return _whole(text, match) if match else Parts(date=_date(text, span))


def _whole(text: str, match: re.Match[str]) -> Parts:
    journal = without_stop(text, Span(*match.span("journal"))) if match["journal"] else None
    names = (without_stop(text, Span(*match.span(name))) for name in ("title", "author"))
    title, author = names
    return Parts(title, _author(author, text, match.start("title")), journal, Span(*match.span("year")))


def _around(text: str, span: Span, match: re.Match[str]) -> Parts:
    """Tell the authors before or after a title in quotation marks or a link."""
    title = without_stop(text, Span(*match.span("title")))
    rest = match.end()
    if match.re is _LINKED:
        closing = text.find(")", rest, span.end)
        rest = closing + 1 if closing >= 0 else span.end
    dated = _DATED.search(text, span.start, match.start())
    before = without_stop(text, Span(span.start, dated.start() if dated else match.start()))
    after = _AFTER.match(text, rest, span.end)
    author = (
        _author(Span(*after.span("author")), text, span.end)
        if after
        else _author(before, text, match.start())
    )
    return Parts(
        title, author, None, _date(text, Span(span.start, match.start())) or _date(text, Span(rest, span.end))
    )


def _author(span: Span, text: str, limit: int) -> Span | None:
    """Return the authors with the full stop of "et al.", None if the text cannot be a list of people."""
    found = without_stop(text, span)
    quote = text[found.start : found.end]
    if not _PERSON.search(quote) or _NO_PERSON.search(quote):
        return None
    ends_short = _SHORTENED.search(quote)
    stop = found.end + (
        1 if ends_short and found.end < limit and text[found.end] == "." and quote.endswith("al") else 0
    )
    return Span(found.start, stop)


def _date(text: str, span: Span) -> Span | None:
    years = {match[0]: match for match in _DATED.finditer(text, span.start, span.end)}
    if len(years) != 1:
        return None
    match = next(iter(years.values()))
    return Span(*match.span("paren" if match["paren"] else "plain"))
