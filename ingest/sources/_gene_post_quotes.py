"""Facts that quote a post."""

import re
from collections.abc import Iterator

from ingest.document import Document, Span
from ingest.markdown import bare, folded, trimmed
from ingest.record import Fact

# "N/A", "None known", "not available", "-": what stands where there is nothing to say.
_PLACEHOLDER = re.compile(
    r"(?:n/?\.?a\.?|none\b.*|no\b.*|nil|null|unknown\b.*|not\b.*|-+|–|—|\?+|tbd|various|\.+|to be "
    r"determined\b.*|unavailable\b.*|there (?:is|are)\b.*|currently\b.*)",
    re.IGNORECASE | re.DOTALL,
)
# '"', "“", "'": a mark that opens a quotation, so that one at its end closes it.
_OPENED = re.compile("[\"“‘']")
_EDGES = " \t\r\u00a0*_`\"“”'‘’,;:."


def fact(document: Document, subject: str, name: str, span: Span, value: str = "") -> Fact:
    """Make a fact of a span; its value is the span's text without emphasis unless another is given."""
    written = document.quote(span)
    plain = folded(written)
    return Fact(subject, name, value or plain, span, written="" if plain == written or value else plain)


def is_placeholder(text: str) -> bool:
    """Say whether the text stands where there is nothing to say."""
    return not text.strip(_EDGES) or bool(_PLACEHOLDER.fullmatch(text.strip(_EDGES)))


def pieces(text: str, span: Span, separator: re.Pattern[str]) -> Iterator[Span]:
    """Yield what stands between separators, none of which is inside of parentheses, trimmed."""
    start = span.start
    for match in separator.finditer(text, span.start, span.end):
        if not _is_open(text, start, match.start()):
            yield bare(text, Span(start, match.start()))
            start = match.end()
    yield bare(text, Span(start, span.end))


def _is_open(text: str, start: int, end: int) -> bool:
    return any(text.count(left, start, end) > text.count(right, start, end) for left, right in ("()", "[]"))


def without_stop(text: str, span: Span) -> Span:
    """Return the span without emphasis, quotation marks and closing punctuation at its ends."""
    found = trimmed(text, span.start, span.end, _EDGES)
    opened = _OPENED.search(text, span.start, found.start)
    possessive = (
        found.end < span.end and text[found.end] in "'’" and text[found.end - 1] == "s" and not opened
    )
    return Span(found.start, found.end + possessive)


# "is", "has been": a verb, by which a line is a sentence and no name.
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|been|be|can|may|might|could|will|include[sd]?|including|"
    r"causes?|caused|results?|leads?|"
    r"(?<!-)linked|associated|characterized|reported|depends?|var(?:y|ies)|plays?|encodes?|such|"
    r"there|suggests?|according|requires?|involves?|show[sn]?)\b",
    re.IGNORECASE,
)
# "heme. The": a full stop inside a text, after which another sentence begins.
_STOP = re.compile(r"(?<!\bvs)(?<!\be\.g)(?<!\bi\.e)(?<!\bal)[.!?][\"')\]]*\s+(?=[\"'(\[]?[A-Z0-9])")


def is_sentence(text: str) -> bool:
    """Say whether a line is a sentence, not a name."""
    return bool(_VERB.search(text)) or bool(_STOP.search(text))


def sentences(text: str, span: Span) -> Iterator[Span]:
    """Yield the sentences of a line."""
    start = span.start
    for match in _STOP.finditer(text, span.start, span.end):
        yield trimmed(text, start, match.start() + 1)
        start = match.end()
    yield trimmed(text, start, span.end)
