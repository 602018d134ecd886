"""What prose says of a gene called ABC1."""

from ingest import prose
from ingest.document import Span, decode
from ingest.record import Fact


def read(text: str, symbol: str = "ABC1") -> list[Fact]:
    document = decode("page.txt", text.encode())
    return prose.read(document, Span(0, len(document.text)), symbol)


def said(text: str, symbol: str = "ABC1") -> list[tuple[str, str, str]]:
    return [(fact.subject, fact.property, fact.value) for fact in read(text, symbol)]


def values(text: str, prop: str, symbol: str = "ABC1") -> list[str]:
    return [fact.value for fact in read(text, symbol) if fact.property == prop]


def quotes(text: str, prop: str) -> list[str]:
    return [text[fact.span.start : fact.span.end] for fact in read(text) if fact.property == prop]
