"""Treatments that a gene post names: "Treatment options include blood transfusions and chelation therapy"."""

import re
from collections.abc import Iterator

from ingest.document import Document, Span
from ingest.markdown import Kind, folded
from ingest.record import Fact
from ingest.sources._gene_post_labels import Topic
from ingest.sources._gene_post_quotes import fact, is_placeholder, is_sentence, sentences, without_stop
from ingest.sources._gene_post_sections import Entry
from ingest.sources._gene_post_treatment_names import is_aim, is_treatment, names_treatment, singular

# "Treatment options for X include ", "Management involves ", "is treated with ": what stands before a list.
_LEAD = re.compile(
    r"\b(?:(?:treatments?|therap(?:y|ies)|management|treatment options|options)\b(?:(?! (?:focus|"
    r"aim))[^.;:]){0,140}?"
    r"\b(?:includes?|involves?|involving|consists? of)\b|(?:is|are|be) (?:usually |typically |often "
    r")?(?:treated|managed) (?:with|by)\b):?\s+",
    re.IGNORECASE,
)
# "treatments such as ", "medications for pain, including ": a noun for treatments before a list.
_EXAMPLES = re.compile(
    r"\b(?:treatments?|therap(?:y|ies)|options|medications?|drugs|interventions)"
    r"(?: (?!symptom|disease|disorder|condition|complication|manag|problem|cancer|factor|type|"
    r"cases)[\w-]+){0,5},? (?:such as|including|like) ",
    re.IGNORECASE,
)
# "This may include ", "These include ": a list of what the sentence before called treatment.
_THIS = re.compile(
    r"(?:this|these|it|options)(?: (?:may|can|often|usually|typically|could|might|options|"
    r"treatments))* (?:includes?|involves?) ",
    re.IGNORECASE,
)
# "treatment", "management", "therapies": what a sentence is about.
_ABOUT_TREATMENT = re.compile(r"\b(?:treatment|management|therap(?:y|ies))\b", re.IGNORECASE)
# "Symptoms include", "Risk factors", "Diagnosis": what a sentence is about that is about no treatment.
_SYMPTOMS = re.compile(r"\b(?:symptoms include|factors|diagnosis|complications include)\b", re.IGNORECASE)
# "no", "cannot", "whether", "research into": what comes after is no treatment that is given.
_DENIAL = re.compile(
    r"\b(?:no|not|none|cannot|without|lack|unclear|whether|research|studies|trials?|develop(?:ing|"
    r"ment|ed)?|potential|investigat\w+|promising|resistan\w+|future)\b",
    re.IGNORECASE,
)
# ", but", "; however", "However", "; ": behind it a denial is over.
_CLAUSE = re.compile(r"[,;] (?:but|however|although)\b|\bHowever\b|; ")
# ", and ", ", ", " such as ", " along with ": what stands between two treatments.
_SEPARATOR = re.compile(
    r"(?P<comma>, (?:and/or |and |or |as well as )?| such as | including | like )|(?P<word> "
    r"(?:and/or|and|or|as well as|along with|in combination with) )"
)
# "to remove excess iron", "for severe cases", "depending on": what is said of a treatment.
_MODIFIER = re.compile(
    r"(?:\s+|^)(?P<word>to|for|in|with|that|which|depending|aimed|based|on|can|may|is|are|if|as|"
    r"when|who|at|by|from|among|during|through|has|have|has been|specific|tailored|due|targeting|"
    r"while|until|focus\w*|rich|low|high|consisting|prevents?|controls?|helps?)\b|\s{2,}|:| – | - "
)
# "the ", "a combination of ", "administration of ", "often ": what may stand before a treatment.
_LEADING = re.compile(
    r"(?:but|in addition|a combination of|types of|combinations? of|the use of|use of|"
    r"administration of|a|an|the|other|various|different|either|both|possibly|potentially|sometimes|"
    r"often|also|any|some|certain|regular|proper|appropriate)\s+",
    re.IGNORECASE,
)
# "(such as insulin)", and "(such as" where a separator cut it.
_PARENTHESIS = re.compile(r"\([^()]*\)?")
# "agents and": a conjunction that the list leaves behind.
_TRAILING = re.compile(r"\s+(?:and|or|but)\s*$")


def facts(document: Document, entry: Entry) -> Iterator[Fact]:
    """Yield the treatments that a line of the section on treatment names."""
    if entry.topic is not Topic.TREATMENT or entry.block.kind is Kind.ROW or entry.label == "prognosis":
        return
    line = document.quote(entry.text)
    if not is_sentence(line):
        yield from _fragment(document, entry)
        return
    before = ""
    for sentence in sentences(document.text, entry.text):
        lead = _lead(document.text, sentence, before)
        before = document.quote(sentence)
        if lead and not _is_denied(document.text[sentence.start : lead.end()]):
            yield from _listed(document, Span(lead.end(), sentence.end))


def _lead(text: str, sentence: Span, before: str) -> re.Match[str] | None:
    this = _THIS.match(text, sentence.start, sentence.end)
    if this and _ABOUT_TREATMENT.search(before) and not _SYMPTOMS.search(before):
        return this
    return _LEAD.search(text, sentence.start, sentence.end) or _EXAMPLES.search(
        text, sentence.start, sentence.end
    )


def _is_denied(before: str) -> bool:
    return bool(_DENIAL.search(_CLAUSE.split(before)[-1]))


def _fragment(document: Document, entry: Entry) -> Iterator[Fact]:
    """Yield the treatment that a line is, or the treatments that follow a label such as "Treatment:"."""
    line = document.quote(entry.text)
    is_item = entry.block.kind is Kind.ITEM and not entry.label
    if (
        is_item or entry.label in ("treatment", "treatments", "treatment options", "therapy")
    ) and not is_placeholder(line):
        yield from _listed(document, entry.text)


def _listed(document: Document, span: Span) -> Iterator[Fact]:
    """Yield the treatments of a list; after one that says what it is for, only what is surely one."""
    masked = _PARENTHESIS.sub(lambda match: " " * len(match[0]), document.quote(span))
    cut = False
    for start, end, after_comma in _pieces(masked):
        if cut and not after_comma:
            continue
        first, last, cut_here = _bare(masked, start, end)
        piece = without_stop(document.text, Span(span.start + first, span.start + last))
        name = folded(document.quote(piece))
        if is_aim(name):
            cut = True
            continue
        if is_treatment(name) and (not cut or names_treatment(name)):
            yield fact(document, "gene", "treatment", piece, singular(name))
        cut = cut or cut_here


def _pieces(text: str) -> Iterator[tuple[int, int, bool]]:
    start, after_comma = 0, True
    for match in _SEPARATOR.finditer(text):
        yield start, match.start(), after_comma
        start, after_comma = match.end(), bool(match["comma"])
    yield start, len(text), after_comma


def _bare(text: str, start: int, end: int) -> tuple[int, int, bool]:
    """Return where a piece names a treatment, and whether it goes on to say what it is for."""
    while article := _LEADING.match(text, start, end):
        start = article.end()
    modifier = _MODIFIER.search(text, start, end)
    stop = modifier.start() if modifier else end
    conjunction = _TRAILING.search(text, start, stop)
    return start, conjunction.start() if conjunction else stop, bool(modifier and modifier["word"])
