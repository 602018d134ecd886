"""Variants in a gene post: lists, tables and sentences of HGVS names, types and dbSNP numbers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.document import Document, Span
from ingest.identifiers import curie
from ingest.markdown import Kind
from ingest.record import Fact
from ingest.sources._gene_post_labels import Topic
from ingest.sources._gene_post_quotes import fact, is_placeholder, sentences
from ingest.sources._gene_post_sections import Entry
from ingest.variants import Found, find

# "rs137852769": a dbSNP number.
_RS = re.compile(r"(?<![A-Za-z0-9])rs\d{2,12}(?!\d)")
# "missense", "stop gained", "in-frame deletion": what kind of change a variant is.
_TYPE = re.compile(
    r"\b(?P<missense>missense|non-?synonymous)\b|\b(?P<nonsense>nonsense|stop[- ]gain(?:ed)?)\b|\b(?P<frameshift>frame-?shift)\b"
    r"|\b(?P<silent>silent|synonymous)\b|\b(?P<splice>splic(?:e|ing)(?:[- ]?(?:site|donor|acceptor|region))?)\b"
    r"|(?P<inframe>in-?frame (?:deletion|insertion))|\b(?P<deletion>deletion)s?\b|\b(?P<insertion>insertion)s?\b"
    r"|\b(?P<duplication>duplication)s?\b|\b(?P<intronic>intron(?:ic)?)\b",
    re.IGNORECASE,
)
_TYPE_NAMES = {"splice": "splice site", "inframe": "in-frame", "intronic": "intronic"}
_PROTEIN_HEAD = re.compile(r"\baa\b|amino|protein")
_TYPE_HEAD = re.compile(r"type|consequence|effect|function|class")
_OTHER_HEAD = re.compile(r"disease|cancer|disorder|phenotype|condition|tissue|tumou?r|significance|association")
_TYPE_LABEL = re.compile(r"(?:aa )?(?:mutation|variant|variation)? ?types?")
_RS_LABEL = re.compile(r"(?:corresponding |associated )?(?:dbsnp|rs|snp)(?: ?ids?| numbers?| identifiers?)?")
_ALL_OF_THEM = re.compile(r"\b(?:all|both|these|the above)\b[^.]{0,60}\b(?:are|is)\b", re.IGNORECASE)
# "no missense mutations", "not associated with rs12": a sentence that denies.
_DENIAL = re.compile(r"\b(?:no|not|none|neither|nor)\b", re.IGNORECASE)
_SECTIONS = (Topic.VARIANTS, Topic.SOMATIC)


@dataclass(slots=True)
class _Variant:
    """One variant while its section is read: how it is named, and what is known of it."""

    key: str
    named: tuple[tuple[Span, str], ...]
    rs: Span | None = None
    type: tuple[Span, str] | None = None


def facts(document: Document, entries: Sequence[Entry]) -> Iterator[Fact]:
    """Yield the variants of one section."""
    if entries[0].topic not in _SECTIONS:
        return
    reader = _Section(document, entries)
    for entry in entries:
        reader.read(entry)
    for variant in reader.variants:
        yield from _facts(document, variant, entries[0].topic is Topic.SOMATIC)


def _facts(document: Document, variant: _Variant, somatic: bool) -> Iterator[Fact]:
    part = f"variant:{variant.key}"
    for span, value in variant.named:
        yield fact(document, "gene", "variant", span, value, part)
    if variant.rs:
        yield fact(document, part, "xref", variant.rs, curie("dbsnp", document.quote(variant.rs)))
    if variant.type:
        yield fact(document, part, "variant_type", *variant.type)
    if somatic:
        yield fact(document, part, "origin", variant.named[0][0], "somatic")


class _Section:
    """The reader of one section; a type or number on a line of its own is of the variants above it."""

    def __init__(self, document: Document, entries: Sequence[Entry]) -> None:
        """Decide whether one-letter names without `p.` can only be of amino acids."""
        self.document = document
        self.variants: list[_Variant] = []
        self.heads: list[str] = []
        short = [one for entry in entries for one in find(document.text, entry.span.start, entry.span.end)]
        titled = any(_PROTEIN_HEAD.search(entry.heading) for entry in entries)
        rows = [entry for entry in entries if entry.block.starts_table]
        headed = any(_PROTEIN_HEAD.search(document.quote(row.span).casefold()) for row in rows)
        bare = [one for one in short if document.text[one.span.start].isupper()]
        self.proteins = titled or headed or any(not one.could_be_bases for one in bare)

    def read(self, entry: Entry) -> None:
        """Read one line."""
        if entry.block.kind is Kind.ROW:
            self._read_row(entry)
        elif _TYPE_LABEL.fullmatch(entry.label) and not self._find(entry.text):
            self._read_type(entry.text)
        elif _RS_LABEL.fullmatch(entry.label):
            self._read_numbers(entry.text)
        else:
            self._read_line(entry)

    def _read_row(self, entry: Entry) -> None:
        quotes = [self.document.quote(cell) for cell in entry.block.cells]
        if entry.block.starts_table:
            self.heads = [quote.casefold() for quote in quotes]
            return
        cells = list(zip(entry.block.cells, [*self.heads, *[""] * len(quotes)], strict=False))
        named = [cell for cell, head in cells if not _OTHER_HEAD.search(head)]
        found = [one for cell in named for one in self._find(cell)]
        numbers = [Span(*match.span()) for cell in named for match in _RS.finditer(self.document.text, cell.start, cell.end)]
        before = len(self.variants)
        self._pair(found, numbers)
        kinds = [cell for cell, head in cells if _TYPE_HEAD.search(head)] or named
        for variant in self.variants[before:]:
            variant.type = variant.type or next(filter(None, map(self._type, kinds)), None)

    def _read_line(self, entry: Entry) -> None:
        whole = Span(entry.span.start, entry.span.end)
        parts = [whole] if entry.block.kind is Kind.ITEM else list(sentences(self.document.text, whole))
        for part in parts:
            found = self._find(part)
            numbers = [Span(*match.span()) for match in _RS.finditer(self.document.text, part.start, part.end)]
            before = len(self.variants)
            first = min([*(one.span.start for one in found), *(number.start for number in numbers), part.end])
            if not _DENIAL.search(self.document.text, part.start, first):
                self._pair(found, numbers)
            new = self.variants[before:]
            if new:
                self._type_all(new, part)
            elif _ALL_OF_THEM.search(self.document.text, part.start, part.end):
                self._read_type(part)

    def _find(self, span: Span) -> list[Found]:
        return list(find(self.document.text, span.start, span.end))

    def _pair(self, found: list[Found], numbers: list[Span]) -> None:
        """Put together the names of one variant, and each variant with its number."""
        groups = self._groups(found, len(numbers))
        if not groups and self.variants and not self.variants[-1].rs and len(numbers) == 1 and self._follows(numbers[0]):
            self.variants[-1].rs = numbers[0]
            return
        if not groups:
            groups = [((number, self.document.quote(number)),) for number in numbers]
        paired = numbers if len(numbers) == len(groups) else [None] * len(groups)
        for group, number in zip(groups, paired, strict=True):
            key = next((value for _, value in group if value.startswith("p.")), group[0][1])
            if all(key != known.key for known in self.variants):
                self.variants.append(_Variant(key, group, number))

    def _follows(self, number: Span) -> bool:
        line = self.document.text.rfind("\n", 0, number.start) + 1
        return not self.document.text[line : number.start].strip(" -*([")  and self.variants[-1].named[0][0].end < line and (
            self.document.text.count("\n", self.variants[-1].named[0][0].end, line) == 1
            and self.document.text[line] in " \t"
        )

    def _groups(self, found: list[Found], numbers: int) -> list[tuple[tuple[Span, str], ...]]:
        """Join a change of DNA with the change of protein beside it: "c.838G>A (p.Gly280Asp)"."""
        groups: list[tuple[tuple[Span, str], ...]] = []
        for number, one in enumerate(found):
            following = found[number + 1] if number + 1 < len(found) else None
            named = (one.span, self._value(one, following))
            last = groups[-1][-1] if groups else None
            if groups and any(named[1] == value for _, value in groups[-1]):
                continue
            if last and len(groups[-1]) == 1 and self._is_same(last, named, len(found), numbers):
                groups[-1] = (*groups[-1], named)
            else:
                groups.append((named,))
        return groups

    def _is_same(self, left: tuple[Span, str], right: tuple[Span, str], found: int, numbers: int) -> bool:
        kinds = {left[1][:2] == "p.", right[1][:2] == "p."}
        between = self.document.text[left[0].end : right[0].start]
        close = bool(re.fullmatch(r"[\s,;:/|*_=-]*\(?\s*", between))
        return kinds == {True, False} and (close or (found == 2 and numbers <= 1 and len(between) < 30))  # noqa: PLR2004

    def _value(self, one: Found, following: Found | None) -> str:
        beside = following is not None and self.document.text[one.span.end : following.span.start + 2].strip() == "(p."
        ambiguous = one.could_be_bases and (beside or not self.proteins)
        written = " ".join(self.document.quote(one.span).split())
        return written if ambiguous or not one.hgvs else one.hgvs

    def _type(self, span: Span) -> tuple[Span, str] | None:
        matches = list(_TYPE.finditer(self.document.text, span.start, span.end))
        names = {_type_name(match) for match in matches}
        return (Span(*matches[0].span()), names.pop()) if len(names) == 1 else None

    def _type_all(self, variants: list[_Variant], part: Span) -> None:
        """Give each variant of a line the type named after it, or the one that the whole line names."""
        whole = self._type(part)
        edges = [*(variant.named[0][0].start for variant in variants[1:]), part.end]
        for variant, edge in zip(variants, edges, strict=True):
            if variant.type is None:
                variant.type = whole or (self._type(Span(variant.named[-1][0].end, edge)) if len(variants) > 1 else None)

    def _read_type(self, span: Span) -> None:
        kind = self._type(span)
        if kind:
            for variant in self.variants:
                variant.type = variant.type or kind

    def _read_numbers(self, span: Span) -> None:
        numbers = [Span(*match.span()) for match in _RS.finditer(self.document.text, span.start, span.end)]
        open_ones = [variant for variant in self.variants if not variant.rs]
        if numbers and len(numbers) == len(open_ones):
            for variant, number in zip(open_ones, numbers, strict=True):
                variant.rs = number
        elif numbers and not is_placeholder(self.document.quote(span)):
            self._pair([], numbers)


def _type_name(match: re.Match[str]) -> str:
    if match["inframe"]:
        return match["inframe"].casefold().replace("inframe", "in-frame")
    name = match.lastgroup or ""
    return _TYPE_NAMES.get(name, name)
