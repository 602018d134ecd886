"""The lines of a gene post, each with what it is about and the label it carries."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.document import Document, Span
from ingest.markdown import Block, Kind, bare, blocks
from ingest.sources._gene_post_labels import Topic, announced, labelled, led


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: `text` is what stands after its label, or all of it; `label` is casefolded, empty if none.

    `section` counts the stretches of one topic; `heading` is the casefolded heading or label that opened it.
    """

    topic: Topic
    section: int
    heading: str
    label: str
    label_span: Span
    text: Span
    block: Block

    @property
    def span(self) -> Span:
        """The whole line without its marker."""
        return self.block.span


# "**Aliases:** PXE", "Chromosome: 7", "Author(s): Li": a label and what follows it.
_LABEL = re.compile(
    r"(?P<marks>[*_]{0,3})(?P<label>[A-Za-z0-9][^:*|\n\[\]]{0,90}?)(?:\s*(?P=marks)\s*:|"
    r"\s*:\s*(?P=marks))(?![\w/*]{0}//)[*_]{0,3}[ \t]*"
)
# "**Related Disease**", "**Related Disease** -": a label alone on its line.
_BOLD = re.compile(r"(?:\*\*|__)(?P<label>[^*_:\n]{1,90}?)(?:\*\*|__)[ \t]*-?[ \t]*$")
# "such as:", "including": what a sentence before a list ends with.
_LEAD_END = re.compile(r"(?:[:：]|\b(?:including|such as|are|include|following))[*_\s]*$")


# "AA mutation list": under "Somatic", the label that leaves it; "dbSNP ID" and "Mutation type" do not.
_AMINO_ACIDS = re.compile(r"\bAA\b|amino|germline", re.IGNORECASE)


@dataclass(slots=True)
class _Place:
    """Where the reader is: the headings above it and the label that holds."""

    symbol: str
    headings: list[tuple[int, Topic, str]] = field(default_factory=list)
    label: tuple[int, Topic, str, bool] | None = None
    is_fresh: bool = False
    section: int = 0
    last: Topic | None = None

    def topic(self) -> tuple[Topic, str]:
        if self.label:
            return self.label[1], self.label[2]
        return (self.headings[-1][1], self.headings[-1][2]) if self.headings else (Topic.TEXT, "")

    def enter_heading(self, depth: int, text: str) -> None:
        self.headings = [heading for heading in self.headings if heading[0] < depth]
        above = self.headings[-1] if self.headings else (0, Topic.TEXT, "")
        topic = announced(text)
        self.headings.append((depth, topic, text.casefold()) if topic else (depth, above[1], text.casefold()))
        self.label = None
        self.section += 1

    def enter_label(self, depth: int, topic: Topic, text: str, open_ended: bool) -> None:
        self.label = (depth, topic, text.casefold(), open_ended)
        self.is_fresh = True

    def leave_label(self, block: Block) -> None:
        """End the label's hold where the line stands beside or outside of what it labels."""
        follows, self.is_fresh = self.is_fresh and block.kind is Kind.TEXT, False
        if not self.label or block.kind is Kind.ROW or (follows and self.label[3]):
            return
        depth, _, _, open_ended = self.label
        place = depth_of(block)
        if place < depth or (place == depth and not open_ended and depth >= 0):
            self.label = None


def depth_of(block: Block) -> int:
    """Return how far in a line stands; a paragraph at the margin stands outside of every list."""
    return block.depth if block.kind is Kind.ITEM or block.depth else -1


def entries(document: Document, start: int, end: int, symbol: str) -> Iterator[Entry]:
    """Yield the lines of a post with what each is about; headings only lend their topic."""
    place = _Place(symbol)
    for block in blocks(document.text, start, end):
        if block.kind is Kind.HEADING:
            place.enter_heading(block.depth, document.quote(bare(document.text, block.span)))
        elif block.kind is Kind.ROW:
            yield _row(document, block, place)
        else:
            yield _entry(document, block, place)


def _topic(place: _Place) -> tuple[Topic, int, str]:
    topic, heading = place.topic()
    if topic is not place.last:
        place.section, place.last = place.section + 1, topic
    return topic, place.section, heading


def _row(document: Document, block: Block, place: _Place) -> Entry:
    """Return a row of a table; one of two cells, the first of them a label, is a line with a label."""
    label = document.quote(block.cells[0]) if len(block.cells) == 2 and not block.starts_table else ""  # noqa: PLR2004
    topic = labelled(label, place.symbol) if label else None
    if topic is None:
        return Entry(*_topic(place), "", block.span, block.span, block)
    place.enter_label(-1, topic, label, False)
    line = Block(Kind.TEXT, 0, block.span)
    return Entry(*_topic(place), label.casefold(), block.cells[0], block.cells[1], line)


@dataclass(frozen=True, slots=True)
class _Label:
    """What a line begins with, if it has a label: its words, where they stand, and what follows them."""

    words: str
    span: Span
    rest: Span
    is_bold: bool

    @property
    def is_alone(self) -> bool:
        """Whether nothing follows on the line."""
        return self.rest.start >= self.rest.end


def _entry(document: Document, block: Block, place: _Place) -> Entry:
    label = _label(document.text, block.span)
    place.leave_label(block)
    _enter(place, block, label, document.quote(block.span))
    return Entry(*_topic(place), label.words.casefold(), label.span, label.rest, block)


def _label(text: str, span: Span) -> _Label:
    match = _BOLD.match(text, span.start, span.end) or _LABEL.match(text, span.start, span.end)
    if not match:
        return _Label("", Span(span.start, span.start), span, False)
    rest = bare(text, Span(match.end(), span.end))
    words = " ".join(match["label"].split())
    return _Label(words, Span(*match.span("label")), rest, match[0].startswith(("*", "_")))


def _enter(place: _Place, block: Block, label: _Label, line: str) -> None:
    """Let a label, or a sentence before a list, turn the topic."""
    current = place.topic()[0]
    topic = labelled(label.words, place.symbol)
    if current is Topic.SOMATIC and topic is Topic.VARIANTS and not _AMINO_ACIDS.search(label.words):
        topic = current
    if current is Topic.PAPERS and not (label.is_bold and topic not in (None, Topic.PAPERS, Topic.NOTHING)):
        return
    if topic and (label.is_alone or topic is not current):
        place.enter_label(depth_of(block), topic, label.words, label.is_alone or block.kind is Kind.TEXT)
    elif not topic and _LEAD_END.search(line):
        turned = led(line, current)
        if turned is not current or turned is Topic.DISEASE:
            place.enter_label(depth_of(block), turned, line, True)
