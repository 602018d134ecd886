"""Gene posts: a blog of one page a gene, written by a language model in Markdown of no fixed template."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from ingest import prose
from ingest.document import Document, Span
from ingest.front_matter import FrontMatterError, Mapping, Node, Scalar, read
from ingest.record import Fact, GeneRecord, unique
from ingest.sources import MalformedDocumentError, Recognition, SourceKind
from ingest.sources import _gene_post_absences as absences
from ingest.sources import _gene_post_disease_sentences as disease_sentences
from ingest.sources import _gene_post_identifiers as identifiers
from ingest.sources import _gene_post_names as names
from ingest.sources import _gene_post_papers as papers
from ingest.sources import _gene_post_treatments as treatments
from ingest.sources import _gene_post_variants as variants
from ingest.sources._gene_post_diseases import Diseases
from ingest.sources._gene_post_labels import Topic
from ingest.sources._gene_post_positions import Positions
from ingest.sources._gene_post_quotes import fact
from ingest.sources._gene_post_sections import Entry, entries

KIND = SourceKind("gpt3_gene_post", "Gene post written by GPT-3 (Jekyll)", "language-model")

# The longest post that is known has 4,571.
MAX_CHARACTERS = 100_000
# "This information is analyzed by AI language model and written by OpenAI's GPT-3.": the last line.
_CLOSING = re.compile(
    r"This information is analyzed by AI language model and written by OpenAI['’]s (?P<model>GPT-3)\b\.?"
)
# "categories: Gene": the front matter's word for a page about a gene.
_CATEGORY = re.compile(r"^categories:[ \t]*\[?[ \t]*['\"]?Gene['\"]?[ \t]*\]?[ \t]*\r?$", re.MULTILINE)
# "2023-05-10 00:00:00": the day of a Jekyll date.
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?=$|[ T])")
# "in humans", "human gene"
_HUMAN = re.compile(r"\bhumans?\b", re.IGNORECASE)
_PROSE = frozenset((Topic.TEXT, Topic.POSITION, Topic.DISEASE))


def recognises(document: Document) -> Recognition:
    """Accept Jekyll posts of the category Gene that close by naming GPT-3 as their author."""
    text = document.text
    if not text.startswith("---"):
        return Recognition("no front matter")
    if not _CATEGORY.search(text, 0, text.find("\n---", 3) + 1):
        return Recognition("the front matter does not say categories: Gene")
    closing = _closing(text)
    if not closing:
        return Recognition("no closing line says that GPT-3 wrote it")
    return Recognition("a post of the category Gene, written by GPT-3", Span(*closing.span()))


def _closing(text: str) -> re.Match[str] | None:
    place = text.rfind("This information is analyzed by AI")
    return _CLOSING.match(text, place) if place >= 0 else None


def parse(document: Document) -> GeneRecord:
    """Read a post.

    Raises:
        MalformedDocumentError: the front matter cannot be read or holds no title, or the text is far longer
            than a post.
    """
    front, title, start = _front(document)
    closing = _closing(document.text)
    end = max(start, closing.start()) if closing else len(document.text)
    symbol = _symbol(document, title, Span(start, end))
    lines = list(entries(document, start, end, symbol.value))
    found = [*_document_facts(document, front, closing), symbol, _taxon(document, lines, closing, title)]
    found += _gene_facts(document, lines, symbol.value)
    return GeneRecord(unique(found))


def _front(document: Document) -> tuple[Mapping, Scalar, int]:
    """Return the front matter, its title, and where the body begins."""
    if len(document.text) > MAX_CHARACTERS:
        raise MalformedDocumentError(document, MAX_CHARACTERS, f"longer than {MAX_CHARACTERS} characters")
    try:
        front, start = read(document)
    except FrontMatterError as error:
        raise MalformedDocumentError(document, error.position, error.reason) from error
    title = front.scalar("title")
    if not title:
        raise MalformedDocumentError(document, 0, "the front matter holds no title")
    return front, title, start


def _document_facts(document: Document, front: Mapping, closing: re.Match[str] | None) -> Iterator[Fact]:
    for name, key in (
        ("title", "title"),
        ("category", "categories"),
        ("category", "category"),
        ("tag", "tags"),
    ):
        for scalar in _scalars(front.get(key)):
            yield fact(document, "document", name, scalar.span, scalar.text.strip())
    date = front.scalar("date")
    day = _DAY.match(date.text) if date else None
    if date and day:
        yield fact(
            document, "document", "issued", Span(date.span.start, date.span.start + len(day[0])), day[0]
        )
    if closing:
        yield fact(document, "document", "generated_by", Span(*closing.span("model")))


def _scalars(node: Node | None) -> Iterator[Scalar]:
    for one in node if isinstance(node, tuple) else (node,):
        if isinstance(one, Scalar) and one.text.strip():
            yield one


def _symbol(document: Document, title: Scalar, body: Span) -> Fact:
    """Return the symbol: the title, with the hyphens that the body writes where the title has spaces."""
    words = title.text.split()
    if len(words) > 1:
        hyphened = document.text.find("-".join(words), body.start, body.end)
        if hyphened >= 0:
            return fact(document, "gene", "symbol", Span(hyphened, hyphened + len("-".join(words))))
    return fact(document, "gene", "symbol", title.span, title.text.strip())


def _taxon(document: Document, lines: Sequence[Entry], closing: re.Match[str] | None, title: Scalar) -> Fact:
    """Return the species: human by what the kind is about, and where the post says so, there."""
    for entry in lines:
        human = entry.topic is not Topic.PAPERS and _HUMAN.search(
            document.text, entry.span.start, entry.span.end
        )
        if human:
            return fact(document, "gene", "taxon", Span(*human.span()), "NCBITaxon:9606")
    return fact(document, "gene", "taxon", Span(*closing.span()) if closing else title.span, "NCBITaxon:9606")


def _gene_facts(document: Document, lines: Sequence[Entry], symbol: str) -> Iterator[Fact]:
    readers = Positions(document), Diseases(document)
    for _, group in groupby(lines, key=lambda entry: entry.section):
        yield from _section_facts(document, list(group), symbol, readers)
    for span in _prose(lines):
        yield from prose.read(document, span, symbol)
    yield from papers.facts(document, lines)


def _section_facts(
    document: Document, section: list[Entry], symbol: str, readers: tuple[Positions, Diseases]
) -> Iterator[Fact]:
    positions, listed = readers
    found = list(variants.facts(document, section))
    for entry in section:
        found += positions.facts(entry)
        found += identifiers.facts(document, entry, symbol)
        found += names.facts(document, entry, symbol)
        found += listed.facts(entry)
        found += disease_sentences.facts(document, entry, symbol)
        found += treatments.facts(document, entry)
    yield from found
    known = {one.property for one in found}
    for absent in (one for entry in section for one in absences.facts(document, entry)):
        if not _is_contradicted(absent, known):
            yield absent


def _is_contradicted(absent: Fact, known: set[str]) -> bool:
    """Say whether the same section names what it denies: "no variants other than ..."."""
    return "variant" in absent.value and "variant" in known


def _prose(lines: Sequence[Entry]) -> Iterator[Span]:
    """Yield the stretches of lines that may hold prose about the gene."""
    for readable, group in groupby(lines, key=lambda entry: entry.topic in _PROSE):
        stretch = list(group)
        if readable:
            yield Span(stretch[0].span.start, stretch[-1].span.end)
