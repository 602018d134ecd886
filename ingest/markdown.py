"""The lines of a Markdown document, each with what it is and where its own text stands.

A line is a block: posts about genes put one statement on a line, and a paragraph of several lines is as
often a list without its bullets. Raw HTML is text like any other; nothing is rendered or followed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from ingest.document import Span


class Kind(Enum):
    """What a line is."""

    HEADING = auto()
    ITEM = auto()
    ROW = auto()
    TEXT = auto()


@dataclass(frozen=True, slots=True)
class Block:
    """One line: `span` is its text without markers, `depth` a heading's level or a line's indentation.

    `cells` are the texts of a table row, trimmed, empty ones too; `starts_table` marks a row under which
    the line of dashes stands.
    """

    kind: Kind
    depth: int
    span: Span
    cells: tuple[Span, ...] = ()
    starts_table: bool = False


# "## ", "- ", "3. ", "> ", "| ": the indentation and the marker that a line begins with.
_LINE = re.compile(
    r"(?P<indent>[ \t]*)(?:>[ \t]?)?"
    r"(?:(?P<hashes>\#{1,6})(?:[ \t]+|$)|(?P<bullet>(?:[-*+•](?:[ \t]+|$)|\d{1,3}[.)](?:[ \t]+|$)))|"
    r"(?P<bar>\|))?"
)
# "| --- | :---: |": the line that makes the row above it the head of a table.
_DASHES = re.compile(r"[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?)?[ \t]*")
# "---", "***", "- - -": a rule across the page.
_RULE = re.compile(r"[ \t]*([-*_])[ \t]*(?:\1[ \t]*){2,}")
# "<br>", "<br/>": a line break at the end of a line, which is no part of its text.
_BREAK = re.compile(r"(?:[ \t]|<br[ \t]*/?>)+$", re.IGNORECASE)
# "|": the bar between two cells; "\|" is a bar inside one.
_BAR = re.compile(r"(?<!\\)\|")
_MARKS = ("***", "**", "__", "*", "_", "`")
_TAB = 4


def blocks(text: str, start: int, end: int) -> Iterator[Block]:
    """Yield the lines of text[start:end] that say something; rules and table dashes do not."""
    lines = list(_lines(text, start, end))
    for number, (first, last) in enumerate(lines):
        if (
            text[first:last].isspace()
            or _RULE.fullmatch(text, first, last)
            or _DASHES.fullmatch(text, first, last)
        ):
            continue
        following = lines[number + 1] if number + 1 < len(lines) else (end, end)
        starts_table = bool(_DASHES.fullmatch(text, *following))
        block = _block(text, first, last, starts_table)
        if block.span.start < block.span.end:
            yield block


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        if stop > start:
            yield start, stop
        start = stop + 1


def _block(text: str, start: int, end: int, starts_table: bool) -> Block:
    match = _LINE.match(text, start, end)
    assert match  # every part of the pattern may be empty
    indent = len(match["indent"].expandtabs(_TAB))
    tail = _BREAK.search(text, match.end(), end)
    span = trimmed(text, match.end(), tail.start() if tail else end)
    if match["hashes"]:
        return Block(Kind.HEADING, len(match["hashes"]), trimmed(text, span.start, span.end, " #"))
    if match["bar"] or (starts_table and _BAR.search(text, span.start, span.end)):
        cells = _cells(text, span)
        return Block(
            Kind.ROW,
            indent,
            Span(match.start("bar") if match["bar"] else span.start, end),
            cells,
            starts_table,
        )
    return Block(Kind.ITEM if match["bullet"] else Kind.TEXT, indent, span)


def _cells(text: str, span: Span) -> tuple[Span, ...]:
    edges = [match.start() for match in _BAR.finditer(text, span.start, span.end)]
    stops = edges if edges and edges[-1] == span.end - 1 else [*edges, span.end]
    starts = [span.start, *(edge + 1 for edge in edges)]
    return tuple(bare(text, Span(start, stop)) for start, stop in zip(starts, stops, strict=False))


def trimmed(text: str, start: int, end: int, marks: str = " \t\r\u00a0") -> Span:
    """Return the span without these characters at its ends."""
    while start < end and text[start] in marks:
        start += 1
    while end > start and text[end - 1] in marks:
        end -= 1
    return Span(start, end)


def bare(text: str, span: Span) -> Span:
    """Return the span without white space and emphasis around it; the star of `p.Arg20*` is no emphasis.

    >>> text = "**Aliases** "
    >>> bare(text, Span(0, len(text)))
    Span(start=2, end=9)
    """
    found = trimmed(text, span.start, span.end)
    start, end = found.start, found.end
    for mark in _MARKS:
        opened = text.startswith(mark, start, end)
        closed = text.endswith(mark, start, end)
        if (opened and closed and end - start > 2 * len(mark)) or (len(mark) > 1 and (opened or closed)):
            start, end = start + opened * len(mark), end - closed * len(mark)
    return trimmed(text, start, max(start, end))


# "**", "__" and "`", which are never part of a value.
_STRONG = re.compile(r"\*\*|__|`")
# "*porphyria*", "_in vivo_": "*" or "_" around words, unlike that of c.145_146insAT.
_EMPHASIS = re.compile(r"(?<![\w*)])([*_])(?=\S)([^*_\n]{1,500}?)(?<=\S)\1(?![\w*])")


def folded(text: str) -> str:
    """Return the text without emphasis, and with each run of white space as one space."""
    return " ".join(_EMPHASIS.sub(r"\2", _STRONG.sub("", text)).split())
