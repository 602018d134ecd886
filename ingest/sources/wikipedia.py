"""Gene articles of Wikipedia in the Markdown of mediated.wiki."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest import prose
from ingest.document import Document, Span
from ingest.record import Fact, GeneRecord, unique
from ingest.sources import MalformedDocumentError, Recognition, SourceKind
from ingest.sources import _wikipedia_infobox as infobox
from ingest.sources import _wikipedia_names as names
from ingest.sources import _wikipedia_references as references

KIND = SourceKind(
    "wikipedia",
    "Wikipedia gene article (mediated.wiki Markdown)",
    "human-written",
    "https://creativecommons.org/licenses/by-sa/4.0/",
)

_BANNER = "> Mediated Wiki article."
# "# ALAS2": the heading of the article.
_TITLE = re.compile(r"^# (?P<title>[^\n]{1,200})$", re.MULTILINE)
# "> Source revision: 1318128830": one line of the banner each.
_STATED = (
    ("canonical_url", re.compile(r"^> .{0,40}Canonical URL: (?P<value>https?://\S+)$", re.MULTILINE)),
    ("source_url", re.compile(r"^> Source: (?P<value>https?://\S+)$", re.MULTILINE)),
    ("revision", re.compile(r"^> Source revision: (?P<value>\d+)$", re.MULTILINE)),
    ("license", re.compile(r"^> License: [^\n]{0,120}\((?P<value>https?://\S+)\)$", re.MULTILINE)),
)
# "by Wikipedia contributors ([contributor history]": who wrote it, in the last line.
_CONTRIBUTORS = re.compile(r"\bby (?P<value>Wikipedia contributors)\b")
# "Protein-coding gene in humans": the short description above the box.
_DESCRIPTION = re.compile(
    r"^(?P<type>[A-Z][\w-]{0,30}(?: \w{1,20})?) gene in (?:the species )?(?P<species>humans|Homo "
    r"sapiens)\s*$",
    re.MULTILINE,
)
_PAPERS = ("References", "Further reading", "Bibliography", "Sources")
_NO_PROSE = ("See also", *_PAPERS, "External links", "Notes")


def recognises(document: Document) -> Recognition:
    """Require the banner of mediated.wiki and the infobox of a gene."""
    start = document.text.find(_BANNER)
    if start < 0:
        return Recognition(f"no banner '{_BANNER}'")
    if infobox.find(document) is None:
        return Recognition("a mediated.wiki article without the infobox of a gene")
    return Recognition(
        "the banner of mediated.wiki and the infobox of a gene", Span(start, start + len(_BANNER))
    )


def parse(document: Document) -> GeneRecord:
    """Read banner, infobox, prose, references and links.

    Raises:
        MalformedDocumentError: it has no title or no infobox.
    """
    box, title = infobox.find(document), _TITLE.search(document.text)
    if not box or not title:
        raise MalformedDocumentError(document, 0, "an article without title or without the infobox of a gene")
    sections = references.sections(document)
    facts = [Fact("document", "title", title["title"], Span(*title.span("title")))]
    facts += [*_stated(document), *_described(document, box)]
    facts += _located(document, list(infobox.facts(document, box)))
    facts += names.facts(document, box)
    symbol = document.quote(box.symbol)
    facts += [fact for span in _prose(document, box, sections) for fact in prose.read(document, span, symbol)]
    facts += references.papers(document, [sections[name] for name in _PAPERS if name in sections])
    if "External links" in sections:
        facts += references.links(document, sections["External links"])
    return GeneRecord(unique(facts))


def _stated(document: Document) -> Iterator[Fact]:
    for name, pattern in (*_STATED, ("contributor", _CONTRIBUTORS)):
        match = pattern.search(document.text)
        if match:
            yield Fact("document", name, match["value"], Span(*match.span("value")))


def _described(document: Document, box: infobox.Infobox) -> Iterator[Fact]:
    match = _DESCRIPTION.search(document.text, 0, box.span.start)
    if match:
        yield Fact("gene", "gene_type", match["type"].lower(), Span(*match.span("type")))
        yield Fact("gene", "taxon", "NCBITaxon:9606", Span(*match.span("species")))
        return
    human = document.text.find("(Human)", box.span.start, box.span.end)
    if human >= 0:
        yield Fact("gene", "taxon", "NCBITaxon:9606", Span(human + 1, human + len("(Human")))


def _located(document: Document, facts: list[Fact]) -> Iterator[Fact]:
    """Put the assembly of the references before the coordinates of the box, and give the release."""
    releases = references.releases(document)
    for fact in facts:
        if fact.property != "location" or fact.subject not in releases:
            yield fact
            continue
        assembly, _, release, span = releases[fact.subject]
        yield replace(fact, value=f"{assembly}:{fact.value}")
        yield Fact(fact.subject, "annotation_release", release, span, part=fact.part)


def _prose(document: Document, box: infobox.Infobox, sections: dict[str, Span]) -> list[Span]:
    """Return the lead and the sections that are running text about the gene."""
    first = document.text.find("\n## ", box.span.end)
    lead = Span(box.span.end, first if first >= 0 else len(document.text))
    return [lead, *(span for title, span in sections.items() if title not in _NO_PROSE)]
