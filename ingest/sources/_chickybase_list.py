"""Lists that a ChickyBase page writes into one value: "493434,444480", "Epiblast, Primitive Streak"."""

import re
from collections.abc import Iterator

from ingest.document import Document, Span
from ingest.sources._chickybase_species import folded
from ingest.yaml_node import Scalar

# What begins the rest of an inverted name ("phosphoinositide-3-kinase, class 2, alpha polypeptide").
_CONTINUATION = re.compile(
    r"(?:class|type|member|subunit|isoform|(?:sub)?family|group|polypeptide|variant"
    r"|alpha|beta|gamma|delta|epsilon|zeta|theta)\b"
)


def items(document: Document, scalar: Scalar | None, separator: str = ",") -> tuple[Scalar, ...]:
    """Return the items of a list, each with its own span; none for a list that says nothing."""
    if scalar is None:
        return ()
    texts = scalar.text.split(separator)
    spans = _split(document, scalar.span, separator)
    if len(texts) != len(spans):
        # An escape of the separator: which item is where cannot be told.
        spans = (scalar.span,) * len(texts)
    pairs = zip(texts, spans, strict=True)
    return tuple(Scalar(folded(text), span) for text, span in pairs if text.strip())


def names(document: Document, scalar: Scalar | None) -> tuple[Scalar, ...]:
    """Return the names of a list whose separators are bars and commas, which names may hold as well."""
    groups = items(document, scalar, "|")
    return tuple(name for group in groups for name in _joined(document, items(document, group)))


def _joined(document: Document, parts: tuple[Scalar, ...]) -> Iterator[Scalar]:
    held: Scalar | None = None
    for part in parts:
        if held is None:
            held = part
        elif _continues(held.text, part.text):
            span = Span(held.span.start, part.span.end)
            held = Scalar(f"{held.text}, {part.text}", span)
        else:
            yield held
            held = part
    if held:
        yield held


def _continues(before: str, part: str) -> bool:
    return before.endswith("-") or part.endswith(("-like", "-")) or bool(_CONTINUATION.match(part))


def _split(document: Document, span: Span, separator: str) -> tuple[Span, ...]:
    spans, start = [], span.start
    for piece in document.quote(span).split(separator):
        kept = piece.strip()
        begin = start + (piece.index(kept) if kept else 0)
        spans.append(Span(begin, begin + len(kept)))
        start += len(piece) + len(separator)
    return tuple(spans)
