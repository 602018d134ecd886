"""Prose without its markup, cut into sentences; every character still knows where it was written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.document import Document, Span
from ingest.record import Fact

MAX_BLOCK = 100_000
MAX_SENTENCE = 2_000

# "[heme](/source/Heme)": its "[", then its "](/source/Heme)"; "**" around a word; "[7]", which is dropped.
_MARKUP = re.compile(
    r"(?P<open>!?\[(?=[^\[\]\n]{1,500}\]\()|(?<!\w)[*_`]{1,3}(?=[^\s*_`]))"
    r"|(?P<close>\]\([^()\s]{0,1000}(?:\([^()\s]{0,200}\)[^()\s]{0,500}){0,5}\)|(?<=\S)[*_`]{1,3}(?!\w))"
    r"|(?P<mark>\[(?:\d{1,3}|[a-z]|citation needed)\])"
)
# "\n\n", "\n# ", "\n- ", "\n3. ", "\n|": a blank line, or a block of another kind, ends what stands before.
_BREAK = re.compile(r"\n[ \t]*(?=\n)|\n(?=[ \t]*(?:#|[-+*>|]|\d{1,3}[.)][ \t]))")
# "- ", "## ", "3. ", "> ": what a block may begin with.
_BULLET = re.compile(r"(?:[#>]{1,6}|[-+*]|\d{1,3}[.)])[ \t]+")
# "Function: ": a label and its colon at the start of a sentence.
_LABEL = re.compile(r"(?!Title|Subject|Author|Journal|Paper)[A-Z][A-Za-z /-]{2,60}: ")
# "heme. The", "heme.The": a full stop, and what follows it is a new sentence.
_STOP = re.compile(r"[.!?][\"')\]]?\s+(?=[^\sa-z])|(?<=[a-z0-9)][a-z0-9)])[.!?](?=[A-Z])")
# "e.g", "vs", "Dr", each before a full stop, which ends no sentence.
_ABBREVIATION = re.compile(r"(?:\b(?:e\.g|i\.e|cf|vs|al|approx|ca|Dr|Fig|No|St|sp|spp)|\b[A-Z])$")
# "doi: 10.1016/...", "PMID", "et al", "(2018)": a line that cites a paper, which is no prose.
_CITATION = re.compile(
    r"\bdoi\b|\bPMID\b|\bet al\b|https?://|\((?:19|20)\d\d\)|\b(?:19|20)\d\d;|^(?:Title|Subject|"
    r"Author|Journal)\b",
    re.IGNORECASE,
)
# "doi.org/10.1000/1", "PMID: 1", "et al", "2020;34": a list item that is a reference, title and all.
_CITING_ENTRY = re.compile(r"\bdoi\b|\bPMID\b|\bet al\b|\b(?:19|20)\d\d;", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Plain:
    """Text without markup; `starts` and `ends` count a character's own markup in, `places` does not."""

    text: str
    places: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """Return where text[start:end] was written, with its markup only if markup stands inside."""
        if self.places[end - 1] + 1 - self.places[start] == end - start:
            return Span(self.places[start], self.places[end - 1] + 1)
        return Span(self.starts[start], self.ends[end - 1])


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a block of plain text."""

    plain: Plain
    offset: int
    text: str

    def fact(self, subject: str, name: str, place: tuple[int, int], value: str = "") -> Fact:
        """Make a fact of text[start:end] at a place; its value is that text unless another is given."""
        start, end = place
        wording = folded(self.text[start:end])
        span = self.plain.span(self.offset + start, self.offset + end)
        marked = span.end - span.start != end - start
        return Fact(subject, name, value or wording, span, written=wording if marked else "")


def folded(text: str) -> str:
    """Return the text with each run of white space as one space."""
    return " ".join(text.split())


def sentences(document: Document, span: Span) -> Iterator[Sentence]:
    """Yield the sentences of prose inside a span; over-long ones and citations of papers are left out."""
    for start, end in _blocks(document.text, span):
        plain = _plain(document.text, start, end)
        for offset, stop in _cuts(plain.text):
            text = plain.text[offset:stop]
            if text and len(text) <= MAX_SENTENCE and not _CITATION.search(text):
                yield Sentence(plain, offset, text)


def _blocks(text: str, span: Span) -> Iterator[tuple[int, int]]:
    edges = [match.start() for match in _BREAK.finditer(text, span.start, span.end)]
    for start, end in zip([span.start, *edges], [*edges, span.end], strict=True):
        bare = start + len(text[start:end]) - len(text[start:end].lstrip())
        heading = text.startswith("#", bare)
        bullet = _BULLET.match(text, bare, end)
        first = bullet.end() if bullet else bare
        cited = bullet and _CITING_ENTRY.search(text, first, end)
        if first < end and end - first <= MAX_BLOCK and not (heading or cited):
            yield first, end


def _plain(text: str, start: int, end: int) -> Plain:
    places, starts, ends = list[int](), list[int](), list[int]()
    pending, here = None, start
    for match in (*_MARKUP.finditer(text, start, end), None):
        stop = match.start() if match else end
        if stop > here:
            places += range(here, stop)
            starts += [here if pending is None else pending, *range(here + 1, stop)]
            ends += range(here + 1, stop + 1)
            pending = None
        if match and match["open"] and pending is None:
            pending = match.start()
        if match and match["close"] and ends:
            ends[-1] = match.end()
        here = match.end() if match else end
    wording = "".join(" " if text[place].isspace() else text[place] for place in places)
    return Plain(wording, tuple(places), tuple(starts), tuple(ends))


def _cuts(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _STOP.finditer(text):
        before = text[max(start, match.start() - 8) : match.start()]
        if not (_ABBREVIATION.search(before) and match[0] != match[0].strip()):
            yield _trimmed(text, start, match.start() + 1)
            start = match.end()
    yield _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    first = start + len(piece) - len(piece.lstrip())
    label = _LABEL.match(text, first, end)
    return (label.end() if label else first), max(first, start + len(piece.rstrip()))
