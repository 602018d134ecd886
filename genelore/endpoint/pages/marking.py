"""A text cut where claims and lines begin and end, so that every stretch knows the gravest claim over it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import groupby, pairwise

from genelore.audit.model import Judgement
from ingest.document import Document

# Letters of a long line that are shown on either side of a quote.
_LETTERS = 280
_RANKS = {judgement.value: rank for rank, judgement in enumerate(Judgement)}


@dataclass(frozen=True, slots=True)
class Mark:
    """The span of a claim (0-based, half-open, in code points), its judgement, and the name of its anchor."""

    start: int
    end: int
    judgement: str
    name: str

    @property
    def rank(self) -> int:
        """How grave the judgement is, the gravest first; claims that nobody judged come last."""
        return _RANKS.get(self.judgement, len(_RANKS))


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of one line: the gravest mark over it, None without one, and the marks that begin here."""

    text: str
    mark: Mark | None = None
    begins: tuple[Mark, ...] = ()

    @property
    def others(self) -> tuple[Mark, ...]:
        """The marks that begin here beside the one that the stretch shows."""
        return tuple(mark for mark in self.begins if mark is not self.mark)


@dataclass(frozen=True, slots=True)
class Line:
    """A line and its number from 1; or, with `last`, lines that are left out."""

    number: int
    segments: tuple[Segment, ...]
    last: int = 0


def marked(document: Document, marks: Sequence[Mark]) -> Iterator[Line]:
    """Give every line of a document, cut where marks begin and end."""
    for number, segments in groupby(_cut(document, marks), key=lambda item: item[0]):
        yield Line(number, tuple(segment for _, segment in segments if segment.text or segment.begins))


def quoted(lines: Iterable[Line]) -> Iterator[Line]:
    """Leave out of lines what no claim quotes; where something is left out stands an ellipsis."""
    for is_empty, group in groupby(lines, key=lambda line: all(one.mark is None for one in line.segments)):
        found = list(group)
        if is_empty:
            yield Line(found[0].number, (), found[-1].number)
        else:
            for line in found:
                yield Line(line.number, tuple(map(_shortened, line.segments)))


def excerpt(document: Document, mark: Mark, first: int, last: int) -> list[Line]:
    """Return the lines from the first to the last, cut to so many letters on either side of the mark."""
    return [
        Line(line.number, tuple(_cut_short(line.segments)))
        for line in marked(document, [mark])
        if first <= line.number <= last
    ]


def _cut_short(segments: Sequence[Segment]) -> Iterator[Segment]:
    is_before = any(segment.mark for segment in segments)
    for segment in segments:
        text = segment.text
        if segment.mark or len(text) <= _LETTERS:
            yield segment
        else:
            yield Segment(f"…{text[-_LETTERS:]}" if is_before else f"{text[:_LETTERS]}…")
        is_before = is_before and not segment.mark


def _shortened(segment: Segment) -> Segment:
    return segment if segment.mark or not segment.text.strip() else Segment(" … ")


def _cut(document: Document, marks: Sequence[Mark]) -> Iterator[tuple[int, Segment]]:
    """Give the stretches of a text with the numbers of their lines.

    Work grows with the number of marks alone, however deep they are nested.
    """
    text, number = document.text, 0
    borders = {border for mark in marks for border in (mark.start, mark.end)}
    inside = {border for border in borders if border <= len(text)}
    cuts = sorted({*inside, *document.line_starts, len(text)})
    waiting = sorted(marks, key=lambda mark: mark.start, reverse=True)
    breaks = {*document.line_starts}
    over: list[tuple[int, int, int, Mark]] = []
    for start, end in pairwise(cuts):
        number += start in breaks
        begun = _begun(waiting, start, over)
        while over and over[0][3].end <= start:
            heappop(over)
        yield number, Segment(text[start:end].rstrip("\n"), over[0][3] if over else None, begun)


def _begun(waiting: list[Mark], start: int, over: list[tuple[int, int, int, Mark]]) -> tuple[Mark, ...]:
    """Move marks that have begun from those waiting to those over the text, the gravest and inmost first."""
    begun = []
    while waiting and waiting[-1].start <= start:
        mark = waiting.pop()
        begun.append(mark)
        heappush(over, (mark.rank, -mark.start, len(waiting), mark))
    return tuple(sorted(begun, key=lambda mark: (mark.rank, mark.end, mark.name)))
