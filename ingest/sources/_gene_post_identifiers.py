"""Identifiers of the gene in a gene post: `HGNC: 398`, `[HGNC:71](https://...)`, a list in a sentence."""

import re
from collections.abc import Iterator

from ingest.document import Document, Span
from ingest.identifiers import curie, from_address, space_of
from ingest.record import Fact
from ingest.sources._gene_post_labels import Topic
from ingest.sources._gene_post_quotes import fact, is_placeholder
from ingest.sources._gene_post_sections import Entry

# "HGNC ID: HGNC:398", "**OMIM**: *301300", "Entrez Gene (212)", "[OMIM: 12]": a space's name, then its code.
_NAMED = re.compile(
    r"(?<![\w:/=.-])(?P<space>HGNC|(?:NCBI[ /]+)?Entrez(?: Gene)?|NCBI Gene|NCBI|(?:Ensembl)(?: Gene)?|O?MIM|"
    r"UniProtKB(?:/ ?Swiss-?Prot)?|UniProt(?:/ ?Swiss-?Prot)?|Swiss-?Prot|GeneCards|RefSeq|MGI|Gene ?ID)"
    r"(?: (?:external|gene|entry|accession|identifier|number|symbol))*(?: ?IDs?)?(?: (?:number|no\.?))?"
    r"(?P<between>[*_`]*\s{0,3}(?:is\s|[:#=(–|-]|\[)?[*_`]*\s{0,3}\[?\(?[*_`]*[#*%+]?\s?)"
    r"(?P<code>(?:(?:HGNC|O?MIM|NCBI|GeneID|UniProtKB|"
    r"Entrez)\s?:\s?)?[A-Za-z]*\d[A-Za-z0-9]*(?:[._-][A-Za-z0-9]+)*|[A-Z0-9]{2,10}_[A-Z]{3,5})",
    re.IGNORECASE,
)
# "(https://www.genenames.org/...)", "https://omim.org/entry/...": an address.
_ADDRESS = re.compile(r"https?://[^\s\[\]|<>\"]+")
# "Q9Y6R0, Q5H9I0": further codes after the first.
_MORE = re.compile(r"(?:\s*(?:,|/|;|\band\b)\s*)(?P<code>(?:HGNC:)?[A-Z]{0,5}\d[A-Z0-9]{2,})(?![\w:])")
# The codes that a name without "ID" or a colon must have to be read at all: "HGNC:398", "301300", "P22557".
_CODES: dict[str, re.Pattern[str]] = {
    space: re.compile(pattern, re.IGNORECASE)
    for space, pattern in (
        ("hgnc", r"(?:HGNC\s?:\s?)?\d{1,6}"),
        ("ncbigene", r"(?:(?:NCBI|GeneID|Entrez)\s?:\s?)?\d{1,12}"),
        ("omim", r"(?:O?MIM\s?:\s?)?\d{1,7}"),
        ("ensembl", r"ENS[A-Z]*\d+(?:\.\d+)?"),
        ("uniprot", r"[A-Z][A-Z0-9]{4,9}(?:-\d+)?|[A-Z0-9]{2,10}_[A-Z]{3,5}"),
        ("refseq", r"[A-Z]{2}_\d+(?:\.\d+)?"),
        ("mgi", r"(?:MGI\s?:\s?)?\d+"),
    )
}
# "- ENSG00000102010": the one code that needs no name before it.
_BARE = re.compile(r"(?<![\w=/:.-])ENSG\d{11}\b")
# "ENSG00000158578", "ENSMUSG00000025270": a gene of Ensembl.
_ENSEMBL = re.compile(r"ENS[A-Z]*G\d{11}", re.IGNORECASE)
# "HGNC:398", "hgnc : 398": a code that names its own space.
_HGNC = re.compile(r"HGNC\s?:\s?\d", re.IGNORECASE)
# ",6" after "34" in "HGNC ID: 34,675": a number written like a quantity is no identifier that could be read.
_GROUPED = re.compile(r",\d")
# "M" and ":" in "MIM:301300": all but the number.
_NO_DIGIT = re.compile(r"\D")
# " ", "]", "|", "<": what no address holds, so that it begins behind them.
_ADDRESS_END = re.compile(r"[\s\]|<>]")
_LONGEST_ADDRESS = 500
_TOPICS = frozenset((Topic.TEXT, Topic.POSITION, Topic.IDENTIFIERS, Topic.ALIASES))
# What an address in a list of links says of the gene, not of a paper or a variant.
_GENE_SPACES = frozenset(("hgnc", "ncbigene", "ensembl", "omim", "uniprot", "mgi", "refseq"))


def facts(document: Document, entry: Entry, symbol: str) -> Iterator[Fact]:
    """Yield the identifiers that a line gives for the gene."""
    if entry.topic not in _TOPICS:
        return
    named = list(_all_named(document, entry, symbol))
    yield from named
    yield from _unnamed(document, entry, {one.value for one in named})


def _all_named(document: Document, entry: Entry, symbol: str) -> Iterator[Fact]:
    for match in _NAMED.finditer(document.text, entry.span.start, entry.span.end):
        grouped = _GROUPED.match(document.text, match.end())
        if match["code"].casefold() != symbol.casefold() and not grouped:
            yield from _named(document, entry, match)


def _unnamed(document: Document, entry: Entry, taken: set[str]) -> Iterator[Fact]:
    """Yield the codes that say themselves what they are: Ensembl's, and those in addresses."""
    text, span = document.text, entry.span
    if entry.topic in (Topic.IDENTIFIERS, Topic.ALIASES):
        for match in _BARE.finditer(text, span.start, span.end):
            if f"ensembl:{match[0]}" not in taken:
                yield fact(document, "gene", "xref", Span(*match.span()), curie("ensembl", match[0]))
    for match in _ADDRESS.finditer(text, span.start, span.end):
        address = _closed(match[0])
        code = from_address(address.replace("%20", ""))
        if code and code not in taken and code.partition(":")[0] in _GENE_SPACES:
            yield fact(document, "gene", "xref", Span(match.start(), match.start() + len(address)), code)


def _named(document: Document, entry: Entry, match: re.Match[str]) -> Iterator[Fact]:
    space = space_of(match["space"].replace("GeneID", "Gene ID").replace("/ ", "/"))
    if space is None or not _is_code(space, match, entry):
        return
    space, start = _own_space(space, match["code"]), match.start("code")
    if _is_inside_address(document.text, start, entry.span.start):
        return
    yield fact(
        document, "gene", "xref", Span(*match.span("code")), curie(space, match["code"].replace(" ", ""))
    )
    place = match.end()
    while further := _MORE.match(document.text, place, entry.span.end):
        place = further.end()
        if _CODES.get(space, _MORE).fullmatch(further["code"]):
            yield fact(document, "gene", "xref", Span(*further.span("code")), curie(space, further["code"]))


def _is_code(space: str, match: re.Match[str], entry: Entry) -> bool:
    """Say whether the code may be meant: of the space's own form, or set apart as a code and malformed."""
    code = match["code"]
    if is_placeholder(code) or (
        space == "ncbigene" and "id" in match["space"].casefold() and not code[-1].isdigit()
    ):
        return False
    pattern = _CODES.get(space)
    if pattern and pattern.fullmatch(code):
        return space != "omim" or len(_NO_DIGIT.sub("", code)) > 3  # noqa: PLR2004 (a number in passing)
    labelled = match.start() == entry.label_span.start or ":" in match["between"]
    linked = "](" in match.string[match.end() : match.end() + 3]
    return labelled and not linked and _own_space(space, code) == space and any(map(str.isdigit, code))


def _own_space(space: str, code: str) -> str:
    """Return the space whose form a code has, whatever name stands before it, as in "Gene ID: ENSG..."."""
    if _ENSEMBL.fullmatch(code):
        return "ensembl"
    return "hgnc" if _HGNC.match(code) else space


def _is_inside_address(text: str, place: int, start: int) -> bool:
    before = _ADDRESS_END.split(text[max(start, place - _LONGEST_ADDRESS) : place])[-1]
    return "://" in before


def _closed(address: str) -> str:
    """Return the address without the closing marks that belong to the text around it."""
    address = address.rstrip(".,;:*_'")
    while address.endswith(")") and address.count(")") > address.count("("):
        address = address[:-1]
    return address
