"""Diseases that a gene post lists; what its sentences say of them is read as prose."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.document import Document, Span
from ingest.identifiers import curie
from ingest.markdown import Kind, bare, folded
from ingest.prose.disease_words import is_disease_name, mentions_disease
from ingest.record import Fact
from ingest.sources._gene_post_labels import Topic, labelled
from ingest.sources._gene_post_quotes import fact, is_placeholder, is_sentence, pieces, without_stop
from ingest.sources._gene_post_sections import Entry

# "Brody myopathy (BM) is a rare disorder": a sentence that opens with a disease's name.
_DEFINED = re.compile(
    r"(?P<name>[A-Z][\w'’,/ -]{3,80}?)(?: \([^()]{1,60}\))?,? (?:(?:also|commonly) known as "
    r"[^.;]{3,80},? )?is an? (?:group of )?(?:[\w-]+,? ){0,6}?(?:disorder|disease|condition|"
    r"syndrome|cancer|malignancy)s?\b"
)
# "Myasthenic Syndrome (CMS1C) - a disorder": what may follow the name.
_TAIL = re.compile(
    r"\s+[-–—]\s|, an? (?:rare|severe|genetic|inherited|type of|form of|disorder|disease|connective|"
    r"common|progressive|\w+ (?:disorder|disease|condition)\b)|\s*\((?!type|a\b)|:\s|\s*\[|,? "
    r"(?:which|due to|caused by|in which|where)\b"
)
# " (OMIM: 613502)", " (MIM #600155)": the number of the disease before it.
_OMIM = re.compile(r"\s*\([^()]*?\bO?MIM\b[^\d\n]{0,6}(?P<code>\d{6})\b")
# "Brody myopathy (BM) - a rare disorder": what parts a name from what is said of it.
_DASH = re.compile(r"\s+[-–—]\s+")
# "Autosomal recessive": a mode of inheritance.
_MODE = re.compile(
    r"(?:autosomal|X-linked)(?: (?:dominant|recessive))?|mitochondrial|Y-linked", re.IGNORECASE
)
# "; ", ", and ", " and ", ", ": what may stand between two diseases.
_SEPARATOR = re.compile(r"\s*;\s*|,? and |, (?:and )?")
# "; " in "porphyria; anemia": what surely stands between two.
_SEMICOLON = re.compile(r"\s*;\s*")
# "Increased risk of", "Mutations in", "The ALAS2 gene": a line of the list that names no disease.
_NO_NAME = re.compile(
    r"^(?:increased|decreased|reduced|risk|susceptibility|predisposition|mutations?|variants?|"
    r"variations?|polymorphisms?|the|these|this|some|"
    r"other|others|various|several|many|certain|different|studies|study|research|possible|potential|"
    r"loss|gain|expression|over-?expression|"
    r"deletions?|dysregulation|alterations?|treatment|prognosis|symptoms?|further|response|"
    r"resistance|sensitivity|role|see|more|please|etc|"
    r"inheritance|autosomal (?:recessive|dominant)$|x-linked$|phenotype|pathology|function|gene|"
    r"related|associated|abnormal|implicated|genetic changes?|description|clinical|frequency|"
    r"prevalence|incidence|onset|mechanism|causes?|notes?|associations?|summary|"
    r"multiple diseases|diseases?|disorders?|unknown|human diseases?|as|in|for|to|it|its|however|"
    r"currently|and|or)\b",
    re.IGNORECASE,
)
# "variants", "patients", "rs429358", "https://": what no name of a disease holds.
_NOT_INSIDE = re.compile(
    r"\b(?:mutations?|variants?|polymorphisms?|genes?|pathways?|expression|proteins?|patients?|"
    r"individuals|response|dbSNP|rs\d+)\b|https?://",
    re.IGNORECASE,
)
# "Gou" in "Gout", "PXE": letters side by side, which every name has.
_LETTERS = re.compile(r"[A-Za-z]{3}")
_MAX_WORDS = 12


@dataclass(slots=True)
class Diseases:
    """The reader of a post's lists of diseases; "Inheritance: ..." is of the disease on the line before."""

    document: Document
    last: str = ""

    def facts(self, entry: Entry) -> Iterator[Fact]:
        """Yield the diseases that a line of a list names, and what it says of the one before."""
        if entry.topic is not Topic.DISEASE or entry.block.kind is Kind.ROW:
            return
        text = self.document.text
        mode = _MODE.match(text, entry.text.start, entry.text.end) if entry.label == "inheritance" else None
        if mode and self.last:
            yield fact(self.document, self.last, "inheritance", Span(*mode.span()), mode[0].casefold())
            return
        for span in _names(self.document, entry):
            yield from self._disease(span, entry.span.end)

    def _disease(self, span: Span, end: int) -> Iterator[Fact]:
        name = folded(self.document.quote(span))
        self.last = f"disease:{name}"
        yield fact(self.document, "gene", "disease", span, name).standing_for(self.last)
        number = _OMIM.match(self.document.text, span.end, end)
        if number:
            code = Span(*number.span("code"))
            yield fact(self.document, self.last, "xref", code, curie("omim", number["code"]))


def _names(document: Document, entry: Entry) -> Iterator[Span]:
    text, whole = document.text, entry.text
    if entry.label and not _is_topic(entry.label) and entry.label != entry.heading:
        whole = entry.label_span
    dash = _DASH.search(text, whole.start, whole.end) if entry.block.kind is Kind.ITEM else None
    head = Span(whole.start, dash.start()) if dash else whole
    line = document.quote(head)
    defined = _DEFINED.match(text, whole.start, whole.end)
    if defined and mentions_disease(defined["name"]) and _is_name(defined["name"]):
        yield without_stop(text, Span(*defined.span("name")))
    elif not is_sentence(line) and not is_placeholder(line) and not line.endswith(":"):
        for span in _split(text, head):
            if _is_name(document.quote(span)):
                yield span


def _is_topic(label: str) -> bool:
    return labelled(label, "") is Topic.DISEASE


def _split(text: str, whole: Span) -> Iterator[Span]:
    """Yield the names of a line; one with commas is parted only if each part is the name of a disease."""
    for piece in pieces(text, whole, _SEMICOLON):
        parts = [_head(text, part) for part in pieces(text, piece, _SEPARATOR)]
        if len(parts) > 1 and all(is_disease_name(text[part.start : part.end]) for part in parts):
            yield from parts
        else:
            yield _head(text, piece)


def _head(text: str, span: Span) -> Span:
    """Return the name without the abbreviation, number or explanation after it."""
    tail = _TAIL.search(text, span.start + 1, span.end)
    return without_stop(text, bare(text, Span(span.start, tail.start() if tail else span.end)))


def _is_name(name: str) -> bool:
    return bool(
        len(name) > 2  # noqa: PLR2004 (an abbreviation has three letters)
        and len(name.split()) <= _MAX_WORDS
        and _LETTERS.search(name)
        and not _NO_NAME.match(name)
        and not _NOT_INSIDE.search(name)
        and not is_placeholder(name)
    )
