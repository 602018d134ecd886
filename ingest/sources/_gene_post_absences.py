"""What a gene post says is not known: "There are currently no known somatic SNVs or InDels"."""

import re
from collections.abc import Iterator

from ingest.document import Document
from ingest.markdown import Kind
from ingest.record import Fact
from ingest.sources._gene_post_labels import Topic
from ingest.sources._gene_post_quotes import fact, sentences
from ingest.sources._gene_post_sections import Entry

_ADJECTIVES = (
    r"(?:(?:currently|presently|any|current|known|reported|recorded|documented|identified|listed|"
    r"published|specific|genetic|human|inherited|hereditary|medical|annotated|established|"
    r"available|definitive|confirmed|direct|directly|effective|approved|such|common|particular|"
    r"clear|significant|data|information|details|evidence|records?|"
    r"reports?|studies|on|of|for|about|regarding|or|the|related|with|list|and|concerning|is|are|"
    r"there|a) ){0,9}"
)
_MUTATIONS = (
    r"(?:mutations?|variants?|variations?|SNVs?|SNPs?|in-?dels?|polymorphisms?|changes?|substitutions?|"
    r"alterations?)"
)
# What the noun of each section is called, and how its absence is.
_NOUNS: dict[Topic, tuple[tuple[str, str], ...]] = {
    Topic.SOMATIC: (("somatic variant", rf"(?:somatic\b|{_MUTATIONS}\b)"),),
    Topic.VARIANTS: (
        ("somatic variant", r"somatic\b"),
        ("variant", rf"(?:(?:AA|amino[- ]acids?|missense|non-?synonymous|coding|protein) )*{_MUTATIONS}\b"),
    ),
    Topic.DISEASE: (
        (
            "disease",
            r"(?:diseases?|disorders?|conditions?|disease associations?|association\b.{0,60}\bdiseases?)\b",
        ),
    ),
    Topic.TREATMENT: (
        ("targeted treatment", r"(?:targeted|direct) (?:treatments?|therap(?:y|ies))\b"),
        ("treatment", r"(?:treatments?|therap(?:y|ies))\b"),
        ("cure", r"cures?\b"),
    ),
    Topic.DRUG: (
        ("drug response", r"(?:drug[- ]responses?|responses? to (?:drugs?|medications?))\b"),
        ("drug", r"drugs?\b(?! response|[- ]related)"),
        ("targeted treatment", r"targeted (?:treatments?|therap(?:y|ies))\b"),
    ),
}
# "no known somatic variants", "not any disease": the noun of a section, denied.
_DENIED = {
    topic: tuple(
        (name, re.compile(rf"\bno(?:t any)? {_ADJECTIVES}{noun}", re.IGNORECASE)) for name, noun in nouns
    )
    for topic, nouns in _NOUNS.items()
}
# "has not been reported", "is not known", "have yet to be identified", "is unknown", "not available".
_NEGATED = (
    r"(?:(?:has|have) not (?:yet )?been (?:\w+ )?(?:reported|identified|documented|found|"
    r"established|studied|described|described)|"
    r"(?:is|are) (?:currently |still |as yet )?(?:unknown|not (?:yet |well |currently )?(?:known|"
    r"available|reported|documented|established))|not available)\b"
)
# "Somatic variants have not been reported", "The treatment is unknown": the noun, and that it is not known.
_VERBS = {
    topic: tuple(
        (name, re.compile(rf"^\W*(?:the |any |specific )*{noun}[^.;,]{{0,80}}?\b{_NEGATED}", re.IGNORECASE))
        for name, noun in nouns
    )
    for topic, nouns in _NOUNS.items()
}
# "None", "N/A", "Not available.", "None reported for this gene", "No data": a section that is empty.
_EMPTY = re.compile(
    r"\W*(?:none|n/a|nil|unknown|not (?:available|applicable|known|reported|found|identified|"
    r"documented|yet known|yet reported)|"
    r"no (?:known|data|information|entries|records?|reports?)(?: (?:is|are))?|none (?:known|"
    r"reported|found|identified|available|listed|documented|recorded))"
    r"(?: (?:currently|known|reported|available|found|yet|identified|at this time|at present|to "
    r"date|in dbSNP|specific to [\w-]+ mutations|(?:for|in) (?:the )?(?:[\w-]+ gene|this gene|"
    r"[A-Z0-9-]+)))*\W*",
    re.IGNORECASE,
)
# "No information is available": an empty section in a sentence, which need not say what of.
_NO_INFORMATION = re.compile(
    r"\bno (?:(?:known|specific|current|currently|available|published|reported) )*(?:information|"
    r"data)\b(?! (?:on|about|regarding|for|of|that))",
    re.IGNORECASE,
)
_EMPTY_NAMES = {topic: nouns[-1 if topic is Topic.VARIANTS else 0][0] for topic, nouns in _NOUNS.items()} | {
    Topic.TREATMENT: "treatment"
}


def facts(document: Document, entry: Entry) -> Iterator[Fact]:
    """Yield what a line of a section says is not known."""
    if entry.topic not in _NOUNS or entry.block.kind is Kind.ROW:
        return
    if entry.text.start < entry.text.end and _EMPTY.fullmatch(
        document.text, entry.text.start, entry.text.end
    ):
        yield fact(document, "gene", "absent", entry.text, _EMPTY_NAMES[entry.topic])
        return
    for sentence in sentences(document.text, entry.text):
        name = _absent(document.quote(sentence), entry.topic)
        if name:
            yield fact(document, "gene", "absent", sentence, name)


def _absent(sentence: str, topic: Topic) -> str | None:
    if _CONDITION.match(sentence) or _QUALIFIED.search(sentence):
        return None
    for name, pattern in (*_DENIED[topic], *_VERBS[topic]):
        if pattern.search(sentence):
            return name
    return _EMPTY_NAMES[topic] if _NO_INFORMATION.search(sentence) else None


# "no somatic variants associated with any disease": there may be others.
_QUALIFIED = re.compile(
    r"\bassociated with any\b|\bother (?:known|reported|than)\b|\bno other\b", re.IGNORECASE
)
# "If no treatment is given": a reason or a condition, no statement.
_CONDITION = re.compile(r"\W*(?:if|when|unless|although|without)\b", re.IGNORECASE)
