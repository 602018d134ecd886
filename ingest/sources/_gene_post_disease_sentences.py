"""Sentences of a section on diseases, in which the section says whose diseases they are."""

import re
from collections.abc import Iterator

from ingest.document import Document, Span
from ingest.prose.disease_phrases import find
from ingest.prose.plain import Sentence, sentences
from ingest.prose.topic import doubtful, of_other_organism
from ingest.record import Fact
from ingest.sources._gene_post_sections import Entry

_GOING_ON = r"(?:(?:the )?(?:development|pathogenesis|progression|onset|occurrence)(?: (?:and|or) (?:progression|development|pathogenesis))? of )?"
_RISK = r"(?:(?:an? )?(?:increased|higher|elevated|greater) (?:risk|susceptibility)(?: of| for| to) )?(?:susceptibility to )?(?:developing )?"
# "GRN mutations are associated with ", "has been implicated in the development of ", "causes "
_VERB = re.compile(
    rf"\b(?:associated with|linked (?:to|with)|implicated in|connected (?:to|with)|causes?|caused(?! by)|leads? to|results? in|responsible for) {_GOING_ON}{_RISK}"
)
# "These diseases include ", "Some of the associated disorders are "
_LISTED = re.compile(
    r"(?:these|such|some|other|the|related|associated)(?: (?:of|the|these|related|associated|common|known|most))* (?:diseases|disorders|conditions|cancers|syndromes)"
    r"(?: (?:associated|linked|related|caused)(?: with| to| by)? [^.;:]{2,60}?)? (?:include|are|including|such as):? ",
    re.IGNORECASE,
)
# "schizophrenia and depression have been associated with mutations in the gene"
_REVERSED = re.compile(
    r"(?P<names>[^.;:]{4,200}?),? (?:(?:have|has) been|are|is)(?: the (?:primary|main|major|most common) (?:disease|disorder|condition))? (?:associated|linked|caused)"
    r"(?: with| to| by) (?P<cause>[^.;]{0,80}?\b(?:mutations?|variants?|gene|deficiency|polymorphisms?|variations?)\b)"
)
# "symptoms", "patients", "treatment": the sentence is about the disease itself.
_BESIDE = re.compile(r"\b(?:symptoms?|characteri[sz]ed|patients?|features?|treatment|prognosis|signs|individuals|people|other genes)\b", re.IGNORECASE)
_CHANGE = re.compile(r"\b(?:mutations?|variants?|variations?|polymorphisms?|alterations?|abnormalities|deletions?|(?:this|the) gene|(?:over-?)?expression|deregulation|dysregulation)\b", re.IGNORECASE)


def facts(document: Document, entry: Entry, symbol: str) -> Iterator[Fact]:
    """Yield the diseases that the sentences of a line tie to the gene."""
    for sentence in sentences(document, entry.text):
        if not of_other_organism(sentence):
            yield from _sentence(sentence, symbol)


def _sentence(sentence: Sentence, symbol: str) -> Iterator[Fact]:
    text = sentence.text
    listed = _LISTED.match(text)
    if listed and not doubtful(text[: listed.end()]):
        yield from _named(sentence, Span(listed.end(), len(text)))
        return
    for match in _VERB.finditer(text):
        before = text[: match.end()]
        about = symbol in before or _CHANGE.search(before)
        if about and not doubtful(before) and not _BESIDE.search(before):
            yield from _named(sentence, Span(match.end(), len(text)))
            return
    match = _REVERSED.match(text)
    if match and symbol in match["cause"] and not doubtful(match[0]) and not _BESIDE.search(match[0]):
        yield from _named(sentence, Span(*match.span("names")))


def _named(sentence: Sentence, span: Span) -> Iterator[Fact]:
    for start, end in find(sentence.text, span.start, span.end).names:
        name = sentence.fact("gene", "disease", start, end).value
        yield sentence.fact("gene", "disease", start, end, part=f"disease:{name}")
