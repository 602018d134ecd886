"""What a gene post calls the gene: its symbol, its names, its aliases."""

import re
from collections.abc import Iterator

from ingest.document import Document, Span
from ingest.markdown import Kind
from ingest.record import Fact
from ingest.sources._gene_post_labels import Topic
from ingest.sources._gene_post_quotes import fact, is_placeholder, is_sentence, pieces, without_stop
from ingest.sources._gene_post_sections import Entry
from ontology.reference import genes_named

_NAME_LABELS = frozenset(
    (
        *("gene", "name", "gene name", "full name", "gene full name", "full gene name", "approved name"),
        *("official name", "official gene name", "official full name"),
    )
)
# "aliases", "gene synonyms", "also known as": labels of a list of aliases.
_ALIAS_LABELS = re.compile(
    r"(?:gene |other |known |previous )?(?:alias(?:es)?|synonyms?|other names|also known as)(?: "
    r"names| symbols| for gene| include)?"
)
# Matches "Aliases include: A, B", "Other aliases for X include A."
_ALIAS_SENTENCE = re.compile(
    r"\b(?:alias(?:es)?|synonyms|other names)\b[^.:;]{0,60}?(?:\b(?:includes?|are|is)\b:?|"
    r":)\s*(?P<list>[^.]{2,400})",
    re.IGNORECASE,
)
# "MED25, also known as ARC92, is": one name after the symbol.
_KNOWN_AS = re.compile(
    r"(?:,| is| gene,?| \(| gene is) ?also (?:known|referred to) as "
    r"(?P<list>[A-Z][A-Za-z0-9-]{1,15}(?:(?:, | or |, or | and |, and "
    r")[A-Z][A-Z0-9-]{1,15})*)(?=[,).]| is\b| gene\b| \()"
)
# "; ", ", and ", ", ", "," before "ASB", " and " before "XLSA": what may stand between two aliases.
_SEPARATOR = re.compile(
    r"\s*[;|]\s*(?:and\s+)?|\s*,\s+(?:(?:and|or)\s+)?|,(?=[A-Z][A-Z0-9]+\b)|\s+(?:and|"
    r"or)\s+(?=[A-Z0-9-]{2,12}\b)"
)
# "; " in "ASB; ANH1": what surely stands between two.
_SEMICOLON = re.compile(r"\s*;\s*")
# "type 10D", "member 2", "alpha": what goes on a name that was begun before a comma.
_CONTINUED = re.compile(
    r"(?:class|type|member|subunit|sub-?family|family|isoform|polypeptide|group|alpha|beta|gamma|"
    r"delta|domain|chain|"
    r"homolog|pseudogene|complementation|component|transcript|variant|mitochondrial|\d{1,2}|"
    r"[IVX]{1,4})\b(?!-\d)|[a-z-]{4,}$",
)
# "ENSG00000102010", "OMIM", "https://", "rs137852769": what no name holds.
_IDENTIFIER = re.compile(r"ENS[A-Z]*[GTP]?\d{6,}|\b(?:HGNC|OMIM|Entrez|UniProt)\b|https?://|\brs\d{4,}")
# "Protease", "serine": a word that may go before a number, "3", in a list between commas.
_PLAIN_WORD = re.compile(r"[A-Z]?[a-z]{3,}")
# "3" in "protease, serine, 3".
_NUMBER = re.compile(r"\d{1,2}")
# A symbol in the place of {symbol}: "ACHE (Acetylcholinesterase)", "ACHE - Acetylcholinesterase",
# "Acetylcholinesterase (ACHE)", "Acetylcholinesterase".
_NAME_BESIDE_SYMBOL = (
    r"(?:{symbol}\s*(?:\(|[-–:,]\s)\s*(?P<after>[^()]{{3,150}}?)\)?"
    r"|(?P<before>[^()]{{3,150}}?)\s*\({symbol}\)|(?P<alone>.{{3,150}}))"
)
# "synthase", "ATPase": small letters side by side, which a name has and a symbol has not.
_SMALL_LETTERS = re.compile(r"[a-z]{3}")
# "ASB", "p53": an alias has a letter.
_LETTER = re.compile(r"[A-Za-z]")
_MAX_ALIAS = 120
# "SWI/SNF related, matrix associated, actin dependent regulator of chromatin, subfamily a, member 4"
_MAX_PARTS = 5
_HUMAN = "NCBITaxon:9606"


def facts(document: Document, entry: Entry, symbol: str) -> Iterator[Fact]:
    """Yield the names and aliases that a line gives."""
    text = document.text
    if entry.label in _NAME_LABELS:
        yield from _names(document, entry, symbol)
    elif entry.topic is Topic.ALIASES or _ALIAS_LABELS.fullmatch(entry.label):
        yield from _alias_line(document, entry, symbol)
    elif entry.topic in (Topic.IDENTIFIERS, Topic.TEXT, Topic.POSITION):
        for pattern in (_ALIAS_SENTENCE, _KNOWN_AS):
            for match in pattern.finditer(text, entry.span.start, entry.span.end):
                if pattern is _ALIAS_SENTENCE or symbol in text[entry.span.start : match.start()]:
                    yield from _aliases(document, Span(*match.span("list")), symbol)


def _names(document: Document, entry: Entry, symbol: str) -> Iterator[Fact]:
    """Yield the name in "Acetylcholinesterase" or "ACHE (Acetylcholinesterase)" or the other way round."""
    form = re.compile(_NAME_BESIDE_SYMBOL.format(symbol=re.escape(symbol)))
    match = form.fullmatch(document.text, entry.text.start, entry.text.end)
    if match and match.lastgroup:
        span = without_stop(document.text, Span(*match.span(match.lastgroup)))
        if _is_name(document.quote(span), symbol):
            yield fact(document, "gene", "name", span)


def _is_name(name: str, symbol: str) -> bool:
    said = is_placeholder(name) or is_sentence(name) or bool(_IDENTIFIER.search(name))
    return bool(_SMALL_LETTERS.search(name)) and not said and symbol not in name.split()


def _alias_line(document: Document, entry: Entry, symbol: str) -> Iterator[Fact]:
    if entry.block.kind is Kind.ROW:
        return
    line = document.quote(entry.text)
    labelled_otherwise = (
        entry.label and not _ALIAS_LABELS.fullmatch(entry.label) and entry.label != entry.heading
    )
    if labelled_otherwise:
        return
    sentence = (
        _ALIAS_SENTENCE.search(document.text, entry.span.start, entry.span.end) if is_sentence(line) else None
    )
    if sentence:
        yield from _aliases(document, Span(*sentence.span("list")), symbol)
    elif not is_sentence(line):
        yield from _aliases(document, entry.text, symbol)


def _aliases(document: Document, span: Span, symbol: str) -> Iterator[Fact]:
    text = document.text
    for part in _split(text, span):
        found = without_stop(text, part)
        alias = document.quote(found)
        known = alias.casefold() in (symbol.casefold(), "others", "etc", "and others", "")
        fits = len(alias) <= _MAX_ALIAS and _LETTER.search(alias) and not is_sentence(alias)
        if fits and not known and not is_placeholder(alias) and not _IDENTIFIER.search(alias):
            yield fact(document, "gene", "alias", found)


def _split(text: str, span: Span) -> Iterator[Span]:
    """Yield the aliases of a list; the comma of "solute carrier family 5, member 2" parts none."""
    if ";" not in text[span.start : span.end]:
        yield from _rejoined(text, pieces(text, span, _SEPARATOR))
        return
    for piece in pieces(text, span, _SEMICOLON):
        parts = list(pieces(text, piece, _SEPARATOR))
        simple = all(" " not in text[part.start : part.end] for part in parts)
        yield from parts if simple else [piece]


def _rejoined(text: str, parts: Iterator[Span]) -> Iterator[Span]:
    waiting = [*parts]
    while waiting:
        count = _together(text, waiting)
        yield Span(waiting[0].start, waiting[count - 1].end)
        waiting = waiting[count:]


def _together(text: str, parts: list[Span]) -> int:
    """Return how many parts, from the first on, are one name that has commas."""
    if not _is_long(text, parts[0]):
        return 1
    count = _known_together(text, parts) or _numbered_together(text, parts)
    while count < len(parts) and _CONTINUED.match(text[parts[count].start : parts[count].end]):
        count += 1
    return count


def _known_together(text: str, parts: list[Span]) -> int:
    """Return how many parts are one full name of a gene; 0 if the reference knows none."""
    for count in range(min(len(parts), _MAX_PARTS), 1, -1):
        matches = genes_named(text[parts[0].start : parts[count - 1].end], _HUMAN)
        if any("name" in match.kind for match in matches):
            return count
    return 0


def _numbered_together(text: str, parts: list[Span]) -> int:
    """Return how many words go before one number ("protease, serine, 3"), 1 if none do."""
    for place, part in enumerate(parts):
        if not _PLAIN_WORD.fullmatch(text, part.start, part.end):
            return place + 1 if _NUMBER.fullmatch(text, part.start, part.end) else 1
    return 1


def _is_long(text: str, span: Span) -> bool:
    """Say whether a name goes on: it has words, or is an acronym that "class V" may follow."""
    return bool(_SMALL_LETTERS.search(text, span.start, span.end))
