"""Diseases that a gene post lists; what its sentences say of them is read as prose."""

import re
from collections.abc import Iterator

from ingest.document import Document, Span
from ingest.identifiers import curie
from ingest.markdown import Kind, bare, folded
from ingest.prose.disease_words import is_disease_name, mentions_disease
from ingest.record import Fact
from ingest.sources._gene_post_labels import Topic
from ingest.sources._gene_post_quotes import fact, is_placeholder, is_sentence, pieces, without_stop
from ingest.sources._gene_post_sections import Entry

# "Brody myopathy (BM) is a rare disorder": a sentence that opens with a disease's name.
_DEFINED = re.compile(r"(?P<name>[A-Z][\w'’,/ -]{3,80}?)(?: \([^()]{1,60}\))?,? (?:(?:also|commonly) known as [^.;]{3,80},? )?is an? (?:[\w-]+,? ){0,6}?(?:disorder|disease|condition|syndrome|cancer|form|type|malignancy)\b")
# "Myasthenic Syndrome (CMS1C) - a disorder": what may follow the name.
_TAIL = re.compile(r"\s+[-–—]\s|\s*\((?!type|a\b)|:\s|\s*\[|,? (?:which|due to|caused by|in which|where)\b")
# "OMIM: 613502", "MIM #600155": the number of the disease.
_OMIM = re.compile(r"\bO?MIM\b[^\d\n]{0,6}(?P<code>\d{6})\b")
_SEPARATOR = re.compile(r"\s*;\s*|,? and |, (?:and )?")
_SEMICOLON = re.compile(r"\s*;\s*")
# "Increased risk of", "Mutations in", "The ALAS2 gene": a line that names no disease though it stands in the list.
_NO_NAME = re.compile(
    r"^(?:increased|decreased|reduced|risk|susceptibility|predisposition|mutations?|variants?|variations?|polymorphisms?|the|these|this|some|"
    r"other|others|various|several|many|certain|different|studies|study|research|possible|potential|loss|gain|expression|over-?expression|"
    r"deletions?|dysregulation|alterations?|treatment|prognosis|symptoms?|further|response|resistance|sensitivity|role|see|more|please|etc|"
    r"inheritance|autosomal (?:recessive|dominant)$|x-linked$|phenotype|pathology|function|gene|related|associated|abnormal|implicated|"
    r"multiple diseases|diseases?|disorders?|unknown|human diseases?|as|in|for|to|it|its|however|currently|and|or)\b",
    re.IGNORECASE,
)
_NOT_INSIDE = re.compile(r"\b(?:mutations?|variants?|polymorphisms?|genes?|pathways?|expression|proteins?|patients?|individuals|response|dbSNP|rs\d+)\b|https?://", re.IGNORECASE)
_MAX_WORDS = 12


def facts(document: Document, entry: Entry) -> Iterator[Fact]:
    """Yield the diseases that a line of a list of diseases names."""
    if entry.topic is not Topic.DISEASE or entry.block.kind is Kind.ROW:
        return
    for span in _names(document, entry):
        name = folded(document.quote(span))
        part = f"disease:{name}"
        yield fact(document, "gene", "disease", span, name, part)
        number = _OMIM.match(document.text, *_parenthesis(document.text, span.end, entry.span.end))
        if number:
            yield fact(document, part, "xref", Span(*number.span("code")), curie("omim", number["code"]))


def _parenthesis(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the OMIM number stands in the parenthesis after a name, an empty stretch if it does not."""
    match = re.compile(r"\s*\([^()]*?(?=O?MIM\b)").match(text, start, end)
    return (match.end(), end) if match else (end, end)


def _names(document: Document, entry: Entry) -> Iterator[Span]:
    named_by_label = entry.label and entry.label != entry.heading and not entry.label.endswith(("include", "including", "are"))
    if named_by_label and entry.label_span.start == entry.label_span.end:
        return
    whole = entry.label_span if named_by_label and not _is_topic(entry.label) else entry.text
    line = document.quote(whole)
    defined = _DEFINED.match(document.text, whole.start, whole.end)
    if defined and is_disease_name(defined["name"]):
        yield Span(*defined.span("name"))
    elif not is_sentence(line) and not is_placeholder(line) and not line.endswith(":"):
        for span in _split(document.text, whole):
            if _is_name(document.quote(span)):
                yield span


def _is_topic(label: str) -> bool:
    return bool(re.search(r"diseases?$|disorders?$|conditions?$|associat|name$", label)) and not mentions_disease(label)


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
        and re.search(r"[A-Za-z]{3}", name)
        and not _NO_NAME.match(name)
        and not _NOT_INSIDE.search(name)
        and not is_placeholder(name)
    )
