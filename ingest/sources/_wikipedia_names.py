"""The aliases of an infobox: symbols first, full names last, all between commas."""

import re
from collections.abc import Iterator

from ingest.document import Document, Span
from ingest.record import Fact
from ingest.sources._wikipedia_infobox import Infobox, stripped

# "ASB" and " ANH1" in "ASB, ANH1".
_ITEM = re.compile(r"[^,]+")
# "aminolevulinate", which no symbol is.
_WORD = re.compile(r"[a-z]{4}")
# "aminolevulinate", "ALA synthase 2": what has a word or several, as a name has.
_WORDS = re.compile(r"\s|[a-z]{4}")
# ", delta-," in "aminolevulinate, delta-, synthase 2".
_DANGLING = re.compile(r",\s*([^,]{1,20}-)\s*,")


def facts(document: Document, box: Infobox) -> Iterator[Fact]:
    """Give each alias, and as name the last item, which the box takes from the gene's nomenclature."""
    field = box.field("Aliases")
    items = list(_items(document, field)) if field else []
    symbol = document.quote(box.symbol)
    for number, span in enumerate(items):
        value = " ".join(document.quote(span).split())
        if value.casefold() == symbol.casefold():
            continue
        is_name = number == len(items) - 1 and _WORDS.search(value)
        yield Fact("gene", "name" if is_name else "alias", value, span)


def _items(document: Document, field: Span) -> Iterator[Span]:
    """Cut at commas, but not inside a name such as "aminolevulinate, delta-, synthase 2"."""
    begin = field.start
    for match in _ITEM.finditer(document.text, field.start, field.end):
        following = document.text[match.end() : match.end() + 1]
        open_name = _WORD.search(match[0]) and _opens(document.text, match.end(), field.end)
        if following == "," and (match[0].rstrip().endswith("-") or open_name):
            continue
        span = stripped(document.text, begin, match.end())
        begin = match.end() + 1
        if span.start < span.end:
            yield span


def _opens(text: str, comma: int, end: int) -> bool:
    """Say whether the item behind a comma is the dangling piece of a name, such as "delta-"."""
    following = _DANGLING.match(text, comma, end)
    return following is not None
