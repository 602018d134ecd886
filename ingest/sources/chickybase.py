"""Gene pages of ChickyBase, an export of GEISHA: YAML front matter and a Markdown body that repeats it."""

import re
from collections.abc import Iterator

from ingest import front_matter
from ingest.document import Document, Span
from ingest.front_matter import FrontMatterError
from ingest.identifiers import curie, from_address
from ingest.record import Fact, Finding, GeneRecord, unique
from ingest.sources import MalformedDocumentError, Recognition, SourceKind
from ingest.sources import _chickybase_body as body
from ingest.sources import _chickybase_images as images
from ingest.sources import _chickybase_links as links
from ingest.sources import _chickybase_orthologs as orthologs
from ingest.sources._chickybase_list import names
from ingest.sources._chickybase_species import folded, taxon
from ingest.yaml_node import Mapping, Scalar

KIND = SourceKind(
    "chickybase",
    "ChickyBase gene page (YAML front matter and the tables that repeat it)",
    "database-export",
)

# A key of the front matter's own mapping: "symbol:", "expression_data:".
_KEY = re.compile(r"^([a-z_]+):", re.MULTILINE)
# The lists of both generations of the format.
_LISTS = frozenset({"images", "orthologs", "expression_data", "orthology"})
_TEXTS = ("symbol", "name", "gene_type", "template_length")
_PRIMERS = ("forward_primer", "reverse_primer")
# "5’-ATTAACC CTC-3’": what stands around and inside a sequence that is written from 5' to 3'.
_PRIMER_ENDS = re.compile(r"^5\W*-\s*|\s*-\s*3\W*$|\s+")
# So many values of the front matter are named beside one of the body.
_NAMED = 3
_CODES = (("ncbi_id", "ncbigene"), ("cgnc_id", "cgnc"), ("gene_id", "geisha"))


def recognises(document: Document) -> Recognition:
    """Require front matter with a symbol and a list of images or orthologs, which no post has."""
    try:
        start, end, _ = front_matter.fences(document.text)
    except FrontMatterError as error:
        return Recognition(f"no front matter: {error.reason}")
    keys = {match[1]: match for match in _KEY.finditer(document.text, start, end)}
    if "layout" in keys:
        return Recognition("the front matter has a layout, as posts have")
    missing = ["symbol"] if "symbol" not in keys else []
    if not _LISTS & keys.keys():
        missing.append("list of images or orthologs")
    if missing:
        return Recognition(f"the front matter has no {' and no '.join(missing)}")
    symbol = keys["symbol"].start()
    line_end = document.text.find("\n", symbol)
    evidence = Span(symbol, symbol + len(document.text[symbol:line_end].rstrip()))
    return Recognition("front matter with a symbol and a list of images or orthologs", evidence)


def parse(document: Document) -> GeneRecord:
    """Read the front matter, then what the body says beyond it or against it.

    Raises:
        MalformedDocumentError: the front matter cannot be read.
    """
    try:
        page, begin = front_matter.read(document)
    except FrontMatterError as error:
        raise MalformedDocumentError(document, error.position, error.reason) from error
    stated = unique(list(_page_facts(document, page)))
    known = {(fact.subject, fact.property, fact.value) for fact in stated}
    repeated = unique(list(body.facts(document, begin)))
    added = [fact for fact in repeated if (fact.subject, fact.property, fact.value) not in known]
    return GeneRecord((*stated, *added), tuple(_findings(document, added, stated)))


def _page_facts(document: Document, page: Mapping) -> Iterator[Fact]:
    yield from _gene_facts(document, page)
    yield from _document_facts(page)
    for entry in (*page.sequence("orthologs"), *page.sequence("orthology")):
        ortholog = orthologs.of_entry(document, entry)
        if ortholog:
            yield from orthologs.facts(ortholog)
    for name in ("external_ids", "external_links"):
        pairs = page.mapping(name).entries
        said = ((key, value) for key, value in pairs if isinstance(value, Scalar))
        yield from links.facts(tuple((key, value) for key, value in said if value.text.strip()))
    yield from images.facts(document, page)


def _gene_facts(document: Document, page: Mapping) -> Iterator[Fact]:
    for name in _TEXTS:
        value = page.scalar(name)
        if value:
            yield Fact("gene", name, folded(value.text), value.span)
    for name in _PRIMERS:
        value = page.scalar(name)
        if value:
            yield Fact("gene", name, _PRIMER_ENDS.sub("", value.text), value.span)
    species = page.scalar("species")
    if species:
        yield Fact("gene", "taxon", taxon(species.text), species.span)
    listed = (node for node in page.sequence("aliases") if isinstance(node, Scalar) and node.text.strip())
    for alias in (*listed, *names(document, page.scalar("synonyms"))):
        yield Fact("gene", "alias", folded(alias.text), alias.span)
    for name, space in _CODES:
        code = page.scalar(name)
        if code:
            yield Fact("gene", "xref", curie(space, code.text), code.span)


def _document_facts(page: Mapping) -> Iterator[Fact]:
    title = page.scalar("title")
    if title:
        yield Fact("document", "title", folded(title.text), title.span)
    for source in page.sequence("sources"):
        address = source.scalar("url") if isinstance(source, Mapping) else None
        if address:
            yield Fact("document", "source_url", folded(address.text), address.span)
            identifier = from_address(address.text)
            if identifier:
                code = links.written(identifier, address)
                yield Fact("gene", "xref", identifier, address.span, written=code)


def _findings(document: Document, added: list[Fact], stated: tuple[Fact, ...]) -> Iterator[Finding]:
    """Name what the body says, what the front matter says in its place, and the lines of both."""
    rivals: dict[tuple[str, str, str], list[Fact]] = {}
    for fact in stated:
        rivals.setdefault(_question(fact), []).append(fact)
    for fact in added:
        others = [
            f"{other.value!r} (line {document.line(other.span.start)})"
            for other in rivals.get(_question(fact), [])[:_NAMED]
        ]
        message = (
            f"line {document.line(fact.span.start)} of the body gives {fact.value!r} as {fact.property} of "
            f"{fact.subject}; the front matter gives {' and '.join(others) or 'none'}"
        )
        yield Finding("body-disagrees", message, fact.span)


def _question(fact: Fact) -> tuple[str, str, str]:
    """Return what two facts answer alike: of identifiers, only those of one id space are compared."""
    space = fact.value.partition(":")[0] if fact.property == "xref" else ""
    return fact.subject, fact.property, space
