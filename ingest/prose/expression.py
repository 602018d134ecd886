"""Where the gene is active: the cells and tissues that prose names."""

import re
from collections.abc import Iterator

from ingest.prose.plain import Sentence
from ingest.prose.topic import Topic, doubtful, of_other_organism
from ingest.record import Fact

_SUBJECT = r"(?P<subject>(?:[Tt]he |[Tt]his )?[A-Za-z0-9][\w'/-]{0,40}(?: [\w'/-]{1,30}){0,6}?)"
# "This gene is specifically expressed in the "
_EXPRESSED = re.compile(
    rf"{_SUBJECT} (?:is|are) (?:(?P<adverb>\w{{2,20}}ly|most abundantly|highly) )?expressed "
    rf"(?P<only>only |exclusively )?"
    r"(?:at high levels )?in (?:the )?"
)
# "This version of the enzyme is found only in developing red blood cells called erythroblasts"
_ONLY = re.compile(
    r"\b(?P<subject>(?:[Tt]his|[Tt]he)(?: (?:version|form) of (?:the|this))? (?:enzyme|protein|"
    r"gene)|[\w-]+) (?:is|are) "
    r"(?:found|active|produced|expressed) only in (?:the )?(?:[\w-]+ ){1,5}called "
    r"(?P<cells>[a-z]+(?: [a-z]+){0,2}?)(?=[.,;]|$| (?:and|in|that|which) )"
)
# "erythroid cells of the bone marrow", "liver, kidney, and brain"
_LIST = re.compile(r"[a-z][a-z-]*(?:(?:, and |, or |, | and | or | of the | )(?:the )?[a-z][a-z-]*){0,20}")
# ", which is", " during development", " by macrophages": where a list of places ends.
_STOP = re.compile(
    r",? \b(?:which|that|where|during|at|by|with|when|but|as|including|such|from|after|to|is|are|"
    r"has|on|while|in|"
    r"throughout|through|under|for|upon|following|although|where|whereas)\b"
)
# ", and the ", " or ", ", ", " of the ": what stands between two places.
_SEPARATOR = re.compile(r",? (?:and|or) (?:the )?|, (?:the )?| of the ")
# "developing red blood cells", "bone marrow", "liver": what may be a place, cells or a tissue.
_ANATOMY = re.compile(
    r"(?:[a-z-]+ ){0,3}(?:cells?|marrow|brain|liver|kidneys?|heart|lungs?|muscles?|skin|test[ie]s|retinas?|"
    r"spleen|placenta|pancreas|ovar(?:y|ies)|prostate|thymus|thyroid|stomach|intestines?|colon|blood|cortex|"
    r"cerebellum|hippocampus|bones?|cartilage|eyes?|lens|cochlea|uterus|bladder|esophagus|trachea|neurons|"
    r"erythroblasts?|fibroblasts?|hepatocytes|keratinocytes|lymphocytes|leukocytes|monocytes|macrophages|"
    r"astrocytes|adipocytes|cardiomyocytes|megakaryocytes|platelets|erythrocytes|neutrophils|gland|"
    r"epithelium|"
    r"endothelium|cord|tissue|lymph nodes?|tract)"
)
# "various tissues", "many cells", "cancer cells": no place in particular, or none of a healthy body.
_VAGUE = re.compile(
    r"\b(?:various|several|many|most|all|different|other|certain|these|normal|tumou?r|cancer|"
    r"multiple|some|of|human|"
    r"variety|both|type|types|adult|fetal tissues|such|specific|many|following|wide|range|living|its)\b"
)
# "This version of the enzyme", "The form of this protein": it is still the enzyme or the protein.
_VERSION = re.compile(r"^(?:[Tt]his|[Tt]he) (?:version|form) of (?:the|this) ")
_IRREGULAR = {"ovaries": "ovary", "testes": "testis"}


def facts(sentence: Sentence, topic: Topic) -> Iterator[Fact]:
    """Yield the cells and tissues in which a sentence says that the gene is expressed."""
    text = sentence.text
    if of_other_organism(sentence):
        return
    for match in _ONLY.finditer(text):
        if _ours(match["subject"], topic) and not doubtful(text[: match.end()]):
            first, last = match.span("cells")
            yield from _expressed(sentence, first, last, only=True)
    for match in _EXPRESSED.finditer(text):
        if _ours(match["subject"], topic) and not doubtful(text[: match.end()]):
            only = bool(match["only"]) or match["adverb"] in ("only", "exclusively")
            for first, last in _places(text, match.end()):
                yield from _expressed(sentence, first, last, only)


def _ours(subject: str, topic: Topic) -> bool:
    plain = _VERSION.sub("this ", subject)
    return topic.means_product(plain)


def _expressed(sentence: Sentence, first: int, last: int, only: bool) -> Iterator[Fact]:
    value = _singular(sentence.text[first:last])
    yield sentence.fact("gene", "expressed_in", (first, last), value)
    if only:
        yield sentence.fact("gene", "expressed_only_in", (first, last), value)


def _places(text: str, start: int) -> Iterator[tuple[int, int]]:
    listed = _LIST.match(text, start)
    stop = _STOP.search(text, start)
    end = min(listed.end() if listed else start, stop.start() if stop else len(text))
    for match in (*_SEPARATOR.finditer(text, start, end), None):
        last = match.start() if match else end
        piece = text[start:last]
        if _ANATOMY.fullmatch(piece) and not _VAGUE.search(piece):
            yield start, last
        start = match.end() if match else end


def _singular(label: str) -> str:
    """Return an anatomical label in the singular.

    >>> _singular("erythroid cells"), _singular("testes"), _singular("pancreas")
    ('erythroid cell', 'testis', 'pancreas')
    """
    head = label.rsplit(" ", 1)[-1]
    if head in _IRREGULAR:
        return label.removesuffix(head) + _IRREGULAR[head]
    if head.endswith("s") and not head.endswith(("ss", "is", "us", "as", "lens")):
        return label[:-1]
    return label
