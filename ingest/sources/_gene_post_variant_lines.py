"""The lines of a section on variants: each variant with the number and type that the lines around it give."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.document import Document, Span
from ingest.markdown import Kind
from ingest.sources._gene_post_quotes import sentences
from ingest.sources._gene_post_sections import Entry
from ingest.sources._gene_post_variant_names import Name, groups, key
from ingest.sources._gene_post_variant_types import variant_type
from ingest.variants import Found, find

# "rs137852769": a dbSNP number.
_RS = re.compile(r"(?<![A-Za-z0-9])rs\d{2,12}(?!\d)")
# "aa mutation", "protein change": the head of a column of variants.
_PROTEIN_HEAD = re.compile(r"\baa\b|amino|protein")
# "mutation type", "consequence": the head of a column of types.
_TYPE_HEAD = re.compile(r"type|consequence|effect|function|class")
# "cancer type", "clinical significance": the head of a column of something else.
_OTHER_HEAD = re.compile(
    r"disease|cancer|disorder|phenotype|condition|tissue|tumou?r|significance|association"
)
# "mutation type", "types": a label that says something of the variants above it.
_TYPE_LABEL = re.compile(r"\W*(?:aa )?(?:mutation|variant|variation)? ?types?\W*")
# "dbsnp id", "corresponding rs numbers": a label of the numbers of the variants above it.
_NUMBER_LABEL = re.compile(
    r"\W*(?:corresponding |associated )?(?:dbsnp|rs|snp)(?: ?ids?| numbers?| identifiers?)?\W*"
)
# "All of them are missense": a sentence about the variants above it.
_ALL_OF_THEM = re.compile(r"\b(?:all|both|these|the above)\b[^.]{0,60}\b(?:are|is)\b", re.IGNORECASE)
# "The dbSNP IDs for these mutations are ..., respectively"
_REFERRING = re.compile(r"\b(?:this|these|its|their|corresponding|respectively)\b", re.IGNORECASE)
# "no missense mutations", "not associated with rs12": a sentence that denies.
_DENIAL = re.compile(r"\b(?:no|not|none|neither|nor|ranging from)\b", re.IGNORECASE)


@dataclass(slots=True)
class Variant:
    """One variant while its section is read: how it is named, and what is known of it."""

    key: str
    named: tuple[Name, ...]
    number: Span | None = None
    type: tuple[Span, str] | None = None


class VariantLines:
    """The reader of one section; a type or number on a line of its own is of the variants above it."""

    def __init__(self, document: Document, entries: Sequence[Entry]) -> None:
        """Decide whether one-letter names without `p.` can only be of amino acids."""
        self.document = document
        self.variants: list[Variant] = []
        self.known: dict[str, Variant] = {}
        self.heads: list[str] = []
        self.numbers: list[Span] = []
        self.types: list[tuple[Span, str]] = []
        self.proteins = _are_proteins(document, entries)

    def read(self, entry: Entry) -> None:
        """Read one line."""
        if entry.block.kind is Kind.ROW:
            self._read_row(entry)
        elif self._find(entry.text):
            self._read_line(entry)
        else:
            self._read_apart(entry)

    def _read_apart(self, entry: Entry) -> None:
        """Read a line that names no variant in HGVS: numbers, a type, or both."""
        numbers = self._numbers(entry.text)
        if _NUMBER_LABEL.fullmatch(entry.label):
            self._read_numbers(numbers)
        elif _NUMBER_LABEL.fullmatch(entry.heading):
            self.numbers += numbers
        elif _TYPE_LABEL.fullmatch(entry.label) and not numbers:
            self._read_type(entry.text)
        elif _TYPE_LABEL.fullmatch(entry.heading) and not numbers:
            self.types += filter(None, [variant_type(self.document, entry.text)])
        else:
            self._read_line(entry)

    def finished(self) -> list[Variant]:
        """Return the variants, with the types and numbers that were listed under a label of their own."""
        self._read_numbers(self.numbers)
        if len({name for _, name in self.types}) == 1:
            self._type_open(self.variants, self.types[0])
        return self.variants

    def _find(self, span: Span) -> list[Found]:
        return list(find(self.document.text, span.start, span.end))

    def _numbers(self, span: Span) -> list[Span]:
        return [Span(*match.span()) for match in _RS.finditer(self.document.text, span.start, span.end)]

    def _read_row(self, entry: Entry) -> None:
        quotes = [self.document.quote(cell).casefold() for cell in entry.block.cells]
        if entry.block.starts_table:
            self.heads = quotes
            return
        cells = list(zip(entry.block.cells, [*self.heads, *[""] * len(quotes)], strict=False))
        named = [cell for cell, head in cells if not _OTHER_HEAD.search(head)]
        found = [one for cell in named for one in self._find(cell)]
        touched = self._pair(found, [number for cell in named for number in self._numbers(cell)])
        kinds = [cell for cell, head in cells if _TYPE_HEAD.search(head)] or named
        types = [variant_type(self.document, cell) for cell in kinds]
        self._type_open(touched, next(filter(None, types), None))

    def _read_line(self, entry: Entry) -> None:
        parts = (
            [entry.span] if entry.block.kind is Kind.ITEM else list(sentences(self.document.text, entry.span))
        )
        for part in parts:
            found, numbers = self._find(part), self._numbers(part)
            first = min([*(one.span.start for one in found), *(number.start for number in numbers), part.end])
            if _DENIAL.search(self.document.text, part.start, first):
                continue
            if numbers and not found and _REFERRING.search(self.document.text, part.start, part.end):
                self._read_numbers(numbers)
            elif found or numbers:
                self._type_each(self._pair(found, numbers), part)
            elif _ALL_OF_THEM.search(self.document.text, part.start, part.end):
                self._read_type(part)

    def _pair(self, found: list[Found], numbers: list[Span]) -> list[Variant]:
        """Put together the names of one variant, and each variant with its number; return the variants."""
        named = groups(self.document, found, len(numbers), self.proteins)
        named = named or [((number, self.document.quote(number)),) for number in numbers]
        paired = numbers if len(numbers) == len(named) else [None] * len(named)
        return [self._variant(names, number) for names, number in zip(named, paired, strict=True)]

    def _variant(self, names: tuple[Name, ...], number: Span | None) -> Variant:
        variant = self.known.get(key(names))
        if variant is None:
            variant = self.known[key(names)] = Variant(key(names), names)
            self.variants.append(variant)
        variant.number = variant.number or number
        return variant

    def _type_each(self, variants: list[Variant], part: Span) -> None:
        """Give each variant of a line the type that the line names, or the one named after it."""
        whole = variant_type(self.document, part)
        if whole or len(variants) == 1:
            self._type_open(variants, whole)
            return
        edges = [*(variant.named[0][0].start for variant in variants[1:]), part.end]
        for variant, edge in zip(variants, edges, strict=True):
            after = Span(variant.named[-1][0].end, max(edge, variant.named[-1][0].end))
            self._type_open([variant], variant_type(self.document, after))

    def _type_open(self, variants: list[Variant], kind: tuple[Span, str] | None) -> None:
        for variant in variants:
            variant.type = variant.type or kind

    def _read_type(self, span: Span) -> None:
        self._type_open(self.variants, variant_type(self.document, span))

    def _read_numbers(self, numbers: list[Span]) -> None:
        """Give the variants above their numbers if there are as many; else each number is a variant."""
        open_ones = [variant for variant in self.variants if not variant.number]
        if len(numbers) == len(open_ones):
            for variant, number in zip(open_ones, numbers, strict=True):
                variant.number = number
        else:
            self._pair([], numbers)


def _are_proteins(document: Document, entries: Sequence[Entry]) -> bool:
    titled = any(_PROTEIN_HEAD.search(entry.heading) for entry in entries)
    heads = [document.quote(entry.span).casefold() for entry in entries if entry.block.starts_table]
    found = [one for entry in entries for one in find(document.text, entry.span.start, entry.span.end)]
    plain = [one for one in found if document.text[one.span.start].isupper()]
    return titled or any(map(_PROTEIN_HEAD.search, heads)) or any(not one.could_be_bases for one in plain)
