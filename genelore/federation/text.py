"""Pieces of a query's own text put together anew: what stands in it is sliced, never retyped."""

from collections.abc import Mapping

from genelore.federation.pattern import Element, Query, Span


def replaced(query: Query, within: Span, by: Mapping[Span, str]) -> str:
    """Return a stretch of the query with some stretches inside replaced; the outermost one wins."""
    pieces: list[str] = []
    at = within.start
    for span in sorted(by, key=lambda each: (each.start, -each.end)):
        if span.start >= at and span.end <= within.end:
            pieces += [query.text[at : span.start], by[span]]
            at = span.end
    pieces.append(query.text[at : within.end])
    return "".join(pieces)


def element(query: Query, found: Element, by: Mapping[Span, str]) -> str:
    """Return an element so that any other may follow it."""
    text = replaced(query, found.span, by)
    return f"{text} ." if found.is_triples and not text.rstrip().endswith(".") else text


def block(pieces: list[str], graph: str | None = None) -> str:
    """Return elements as one group, asked of a graph if one is given."""
    inner = "{ " + "\n".join(pieces) + " }"
    return f"GRAPH {graph} {inner}" if graph else inner


def select(names: list[str], pattern: str, *, dataset: str = "", distinct: bool = False) -> str:
    """Return a SELECT of these variables, of all where there is none."""
    head = " ".join(f"?{name}" for name in names) or "*"
    word = "SELECT DISTINCT" if distinct else "SELECT"
    return " ".join(filter(None, (word, head, dataset, "WHERE", pattern)))


def constant_row(prologue: str, written: list[str]) -> str:
    """Return a query whose only solution has these terms, in this order."""
    columns = " ".join(f"({each} AS ?term{at})" for at, each in enumerate(written))
    return f"{prologue}\nSELECT {columns} {{}}"
