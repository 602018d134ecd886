"""Pages of WikiMD's Wellness Encyclopedia: plain text with edit links, disclaimers and advertising."""

import re
from collections.abc import Iterator

from ingest import prose
from ingest.document import Document, Span
from ingest.record import Fact, GeneRecord, unique
from ingest.sources import MalformedDocumentError, Recognition, SourceKind

KIND = SourceKind(
    "wikimd",
    "Gene page of WikiMD's Wellness Encyclopedia",
    "human-written",
    "https://creativecommons.org/licenses/by-sa/4.0/",
)

_BANNER = "From WikiMD's Wellness Encyclopedia"
# "ALAS2": the first line that is not empty.
_TITLE = re.compile(r"\S[^\n]*")
# "ALAS2 (5'-aminolevulinate synthase 2) is a gene that", "The ALAS2 gene provides": it is about a gene.
_ABOUT = re.compile(r"\bis an? (?:[\w-]+ ){0,4}gene\b|\bgene (?:that |which )?(?:encodes|provides|codes)\b")
# Where the page's own text ends.
_ENDINGS = (
    "See also[edit",
    "References[edit",
    "External links[edit",
    "\nWikiMD\nNavigation:",
    "\nNavigation: Wellness",
)
# "licensed under CC BY SA or similar", "CC BY-SA 3.0".
_LICENCE = re.compile(r"\bCC[ -]BY[ -]SA(?: (?P<version>[34]\.0))?")
# "Contributors: Prab R. Tumpati, MD".
_CONTRIBUTORS = re.compile(r"^Contributors?:\s*(?P<names>[^\n]{1,400})", re.MULTILINE)
# "Prab R. Tumpati" and " MD" in "Prab R. Tumpati, MD".
_CONTRIBUTOR = re.compile(r"[^,]+")
_DEGREES = frozenset({"MD", "PhD", "DO", "RN", "MBBS", "MPH", "FACP", "MS", "PharmD"})


def recognises(document: Document) -> Recognition:
    """Require the banner of the encyclopedia and text about a gene."""
    banner = document.text.find(_BANNER)
    if banner < 0:
        return Recognition(f"no banner '{_BANNER}'")
    if not _ABOUT.search(document.text, banner, _text_end(document.text)):
        return Recognition("a page of WikiMD, but it does not say that it is about a gene")
    return Recognition("the banner of WikiMD over text about a gene", Span(banner, banner + len(_BANNER)))


def parse(document: Document) -> GeneRecord:
    """Read the title, the sections up to the notices, and from the notices licence and contributors.

    Raises:
        MalformedDocumentError: the page has no title over its banner.
    """
    text = document.text
    banner = text.find(_BANNER)
    title = _TITLE.search(text, 0, max(banner, 0))
    if not title:
        raise MalformedDocumentError(document, 0, "no title over the banner")
    span = Span(title.start(), len(title[0].rstrip()) + title.start())
    symbol = document.quote(span)
    facts = [Fact("gene", "symbol", symbol, span), Fact("document", "title", symbol, span)]
    site = Span(banner + len("From "), banner + len(_BANNER))
    facts.append(Fact("gene", "taxon", "NCBITaxon:9606", site))
    facts += prose.read(document, Span(banner + len(_BANNER), _text_end(text)), symbol)
    facts += [*_licence(text), *_contributors(text)]
    return GeneRecord(unique(facts))


def _text_end(text: str) -> int:
    places = [text.find(ending) for ending in _ENDINGS]
    return min((place for place in places if place >= 0), default=len(text))


def _licence(text: str) -> Iterator[Fact]:
    match = _LICENCE.search(text)
    if match:
        version = match["version"] or "4.0"
        address = f"https://creativecommons.org/licenses/by-sa/{version}/"
        yield Fact("document", "license", address, Span(*match.span()))


def _contributors(text: str) -> Iterator[Fact]:
    match = _CONTRIBUTORS.search(text)
    for name in _CONTRIBUTOR.finditer(match["names"]) if match else ():
        written = name[0].strip()
        if match and written and written not in _DEGREES:
            start = match.start("names") + name.start() + name[0].index(written)
            yield Fact("document", "contributor", written, Span(start, start + len(written)))
