"""Sentences of a section on diseases, in which the section says whose diseases they are."""

import re
from collections.abc import Iterator

from ingest.document import Document, Span
from ingest.prose.disease_phrases import find
from ingest.prose.plain import Sentence, folded, sentences
from ingest.prose.topic import doubtful, of_other_organism
from ingest.record import Fact
from ingest.sources._gene_post_labels import Topic
from ingest.sources._gene_post_sections import Entry

_GOING_ON = (
    r"(?:(?:the )?(?:development|pathogenesis|progression|onset|occurrence)(?: (?:and|or) "
    r"(?:progression|development|pathogenesis))? of )?"
)
_RISK = (
    r"(?:(?:an? )?(?:increased|higher|elevated|greater) (?:risk|susceptibility)(?: of| for| to) "
    r")?(?:susceptibility to )?(?:developing )?"
)
# "GRN mutations are associated with ", "has been implicated in the development of ", "causes "
_VERB = re.compile(
    rf"\b(?:associated with|linked (?:to|with)|implicated in|connected (?:to|with)|causes?|caused(?! "
    rf"by)|leads? to|results? in|responsible for) {_GOING_ON}{_RISK}"
)
# "These diseases include ", "Some of the associated disorders are "
_LISTED = re.compile(
    r"(?:these|such|some|other|the|related|associated)(?: (?:of|the|these|related|associated|common|"
    r"known|most))* (?:diseases|disorders|conditions|cancers|syndromes)"
    r"(?: (?:associated|linked|related|caused)(?: with| to| by)? [^.;:]{2,60}?)? (?:include|are|"
    r"including|such as):? ",
    re.IGNORECASE,
)
# "schizophrenia and depression have been associated with mutations in the gene"
_REVERSED = re.compile(
    r"(?P<names>[^.;:]{4,250}?),? (?:(?:have|has) been|are|is)(?: the (?:only |primary |main |major "
    r"|most common |known )*(?:diseases?|disorders?|conditions?))? "
    r"(?:associated|linked|related|caused)(?: with| to| by) (?P<cause>[^.;]{2,120})"
)
# "Peroxisome biogenesis disorders, including Zellweger syndrome": a class and its members, and no verb.
_EXAMPLES = re.compile(
    r"[^.;:]{4,100}?(?:disorders|diseases|cancers|conditions|syndromes),? (?:including|such as|like) "
)
# "is", "have", "may": a verb, by which a class and its members are part of a longer statement.
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|may|can|could|might|cause|play|affect)\b")
# "symptoms", "patients", "treatment": the sentence is about the disease itself.
_BESIDE = re.compile(
    r"\b(?:symptoms?|characteri[sz]ed|patients?|features?|treatment|prognosis|signs|individuals|"
    r"people|other genes)\b",
    re.IGNORECASE,
)
# "following disorders", "particularly severe anemia": what begins so is no name.
_NO_NAME = re.compile(r"(?:following|particularly|particular|especially|breasts)\b", re.IGNORECASE)
# "mutations", "this gene", "overexpression": what of a gene is tied to a disease.
_CHANGE = re.compile(
    r"\b(?:mutations?|variants?|variations?|polymorphisms?|alterations?|abnormalities|deletions?|"
    r"(?:this|the) gene|(?:over-?)?expression|deregulation|dysregulation)\b",
    re.IGNORECASE,
)


def facts(document: Document, entry: Entry, symbol: str) -> Iterator[Fact]:
    """Yield the diseases that the sentences of a line tie to the gene."""
    if entry.topic is not Topic.DISEASE:
        return
    for sentence in sentences(document, entry.text):
        if not of_other_organism(sentence):
            yield from _sentence(sentence, symbol)


def _sentence(sentence: Sentence, symbol: str) -> Iterator[Fact]:
    place = _listed(sentence.text) or _caused(sentence.text, symbol) or _reversed(sentence.text, symbol)
    if place:
        yield from _named(sentence, place)


def _listed(text: str) -> Span | None:
    """Return where the diseases stand that "these diseases include" or that are examples of a class."""
    listed = _LISTED.match(text)
    if listed and not doubtful(listed[0]):
        return Span(listed.end(), len(text))
    examples = _EXAMPLES.match(text)
    return Span(examples.end(), len(text)) if examples and not _FINITE.search(text) else None


def _caused(text: str, symbol: str) -> Span | None:
    """Return where the diseases stand that the gene is said to be tied to."""
    for match in _VERB.finditer(text):
        before = text[: match.end()]
        about = symbol in before or _CHANGE.search(before)
        if about and not doubtful(before) and not _BESIDE.search(before):
            return Span(match.end(), len(text))
    return None


def _reversed(text: str, symbol: str) -> Span | None:
    """Return where the diseases stand that come before the gene they are tied to."""
    match = _REVERSED.match(text)
    if not match or symbol not in match["cause"] or _CHANGE.search(match["names"]):
        return None
    doubted = doubtful(match[0]) or _BESIDE.search(match[0])
    return None if doubted else Span(*match.span("names"))


# "periventricular nodular heterotopia (PVNH)": a name and its initials.
_ABBREVIATED = re.compile(
    r"(?:^|, |\b(?:and|or|called|named|as|to|with|including|the|a|of|in) )(?P<name>(?!(?:the|a|an|"
    r"and|or) )[A-Za-z][\w'’-]*(?: (?!(?:and|or|called|as|with|including|to)\b)[\w'’-]+){1,6}) "
    r"\((?P<initials>[A-Z]{3,6})\)"
)
# " " and "-" in "early-onset Parkinson disease": each word has its initial.
_BETWEEN_WORDS = re.compile(r"[ -]")


def _initialled(sentence: Sentence, start: int) -> Iterator[Fact]:
    """Yield the names that stand before their initials, which are no words for a disease by themselves."""
    for match in _ABBREVIATED.finditer(sentence.text, start):
        words = _BETWEEN_WORDS.split(match["name"])
        letters = [
            word[0].upper() for word in words if word.casefold() not in ("of", "the", "and", "in", "with")
        ]
        place = match.start("name")
        if "".join(letters) == match["initials"] and not doubtful(sentence.text[:place]):
            yield _disease(sentence, *match.span("name"))


def _disease(sentence: Sentence, start: int, end: int) -> Fact:
    name = folded(sentence.text[start:end])
    return sentence.fact("gene", "disease", (start, end)).standing_for(f"disease:{name}")


def _named(sentence: Sentence, span: Span) -> Iterator[Fact]:
    names = find(sentence.text, span.start, span.end).names
    for start, end in names:
        if not _NO_NAME.match(sentence.text, start, end):
            yield _disease(sentence, start, end)
    if not names:
        yield from _initialled(sentence, span.start)
