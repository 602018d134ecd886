"""What prose says of the gene's diseases: how they are inherited, what they look like, how many mutations."""

import re
from collections.abc import Iterator

from ingest.prose.disease_words import is_disease_word
from ingest.prose.plain import Sentence
from ingest.prose.topic import Topic, doubtful, of_other_organism
from ingest.record import Fact

_MODE = r"(?P<mode>(?:[Aa]utosomal|X-linked|Y-linked) (?:recessive|dominant))"
# "X-linked dominant", as part of a disease's name
_MODE_IN_NAME = re.compile(_MODE)
# "an autosomal recessive disorder called ", just before a disease's name
_MODE_BEFORE = re.compile(
    rf"\ban? (?:rare |severe |inherited |progressive )?{_MODE} (?:[\w-]+ ){{0,3}}"
    r"(?:disorder|disease|condition|syndrome) (?:called|known as|termed|named) (?:the )?$"
)
# "These conditions are inherited in an autosomal recessive manner"
_INHERITED = re.compile(
    rf"(?P<whose>[^.;,]{{3,80}}?) (?:is|are) (?:usually |typically )?inherited in an? {_MODE} "
    rf"(?:pattern|manner|fashion)"
)
# "males are affected by X-linked recessive disorders": the diseases spoken of are such disorders.
_AFFECTED = re.compile(rf"\b(?:is|are) affected by {_MODE} (?:disorders|diseases|conditions)\b")
# "These conditions are characterized by ", "Gaucher disease is characterized by "
_CHARACTERISED = re.compile(r"(?P<whose>[^.;,]{3,100}?) (?:is|are) characteri[sz]ed by ")
# "In X-linked protoporphyria, affected individuals can also experience "
_EXPERIENCE = re.compile(
    r"In (?P<whose>[^.;,]{3,100}), (?:affected (?:individuals|people)|patients|individuals|people) "
    r"(?:(?:can|may|often|also|usually|typically) ){0,3}(?:experience|have|develop) "
)
# "cause the oversensitivity to sunlight that is characteristic of this condition"
_CHARACTERISTIC = re.compile(
    r"\b(?:causes?|leads? to|produces?|results? in) (?:the )?(?P<sign>[\w' -]{4,80}?) (?:that is|"
    r"that are|which is|"
    r"which are|seen in|found in) ?(?:characteristic of|typical of)? (?P<whose>this condition|this "
    r"disorder|these conditions)"
)
# "a shortage of red blood cells (anemia)": a sign and, in parentheses, its medical name
_GLOSS = re.compile(
    r"(?P<sign>[\w'/ -]{3,100}?)(?: \((?P<term>[a-z][a-z -]{3,40})\))?(?=,|;|\.|$| "
    r"(?:and|or) )"
)
# ", and ", " or ", ", ": what stands between two signs; ", which " ends their list.
_NEXT_SIGN = re.compile(r",? (?:and|or) |, (?!which|that|where|who)")
# "muscle weakness", "developmental delay", "seizures": words by which a phrase names a sign.
_SIGN = re.compile(
    r"\b(?:loss|weakness|fatigue|seizures?|delays?|disabilit(?:y|ies)|failure|pain|(?:over|hyper|"
    r"photo)?sensitivity|"
    r"swelling|bleeding|impairment|stature|tremors?|spasticity|infections|jaundice|stiffness|blisters|rash)\b"
)
# "the loss of vision", "an intellectual disability": an article before a sign.
_SIGN_ARTICLE = re.compile(r"(?:the|an?) ")
_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10,
}  # fmt: skip
# "At least 50 ", "More than 1,000 different ", "two "
_COUNT = re.compile(
    r"(?:(?P<bound>at least|more than|over|about|approximately) )?(?P<number>\d{1,3}(?:,\d{3}){1,2}|\d{1,6}|"
    + "|".join(_NUMBERS)
    + r") (?:(?:different|disease-causing|known|inherited|distinct) )?(?:the )?$",
    re.IGNORECASE,
)
_BOUNDS = {"over": "more than ", "approximately": "about "}


def inheritance_of_name(sentence: Sentence, part: str, start: int, end: int) -> Iterator[Fact]:
    """Yield how a disease is inherited if its own name, or the class it is introduced by, says so."""
    mode = _MODE_IN_NAME.search(sentence.text, start, end) or _MODE_BEFORE.search(
        sentence.text[:start], max(0, start - 120)
    )
    if mode:
        yield sentence.fact(part, "inheritance", mode.span("mode"))


def variant_count(sentence: Sentence, before: int, start: int, end: int) -> Iterator[Fact]:
    """Yield how many mutations are known for the one disease that the sentence names."""
    count = _COUNT.search(sentence.text[:before], max(0, before - 60))
    if count and (count["bound"] or count["number"].isdigit()):
        bound = (count["bound"] or "").casefold()
        number = _NUMBERS.get(count["number"].casefold()) or count["number"].replace(",", "")
        value = f"{_BOUNDS.get(bound, f'{bound} ' if bound else '')}{number}"
        stop = count.end("number")
        name = sentence.fact("", "", (start, end)).value
        yield sentence.fact(f"disease:{name}", "variant_count", (count.start(), stop), value)


def facts(sentence: Sentence, topic: Topic) -> Iterator[Fact]:
    """Yield what the sentence says of diseases that were named as the gene's."""
    text = sentence.text
    if of_other_organism(sentence):
        return
    if mode := _AFFECTED.search(text):
        for name in topic.diseases:
            yield sentence.fact(f"disease:{name}", "inheritance", mode.span("mode"))
    if inherited := _INHERITED.match(text):
        for name in _whose(inherited, topic):
            yield sentence.fact(f"disease:{name}", "inheritance", inherited.span("mode"))
    for pattern in (_CHARACTERISED, _EXPERIENCE):
        match = pattern.match(text)
        if match and not doubtful(match[0]):
            yield from _phenotypes(sentence, _whose(match, topic), match.end())
    sign = _CHARACTERISTIC.search(text)
    if sign and _is_sign(sign["sign"]):
        for name in _whose(sign, topic):
            yield sentence.fact(f"disease:{name}", "phenotype", sign.span("sign"))


def _whose(match: re.Match[str], topic: Topic) -> tuple[str, ...]:
    words = match["whose"].casefold()
    if words in ("these conditions", "these disorders", "these diseases"):
        return topic.recent
    if words in ("this condition", "this disorder", "this disease", "the condition", "the disorder"):
        return topic.recent if len(topic.recent) == 1 else ()
    return tuple(name for name in topic.diseases if name.casefold() == words)


def _phenotypes(sentence: Sentence, names: tuple[str, ...], start: int) -> Iterator[Fact]:
    """Yield the signs listed from `start` on, up to the first that may be none ("of the skin, nails")."""
    at: int | None = start
    while at is not None and (match := _GLOSS.match(sentence.text, at)):
        which = "term" if match["term"] else "sign"
        first, last = match.span(which)
        article = _SIGN_ARTICLE.match(sentence.text, first)
        first = article.end() if article else first
        if not _is_sign(sentence.text[first:last]):
            return
        for name in names:
            yield sentence.fact(f"disease:{name}", "phenotype", (first, last))
        following = _NEXT_SIGN.match(sentence.text, match.end())
        at = following.end() if following else None


def _is_sign(words: str) -> bool:
    return bool(_SIGN.search(words)) or any(is_disease_word(word) for word in words.split())
