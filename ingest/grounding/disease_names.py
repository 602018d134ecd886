"""Other ways to say the name of a disease, as MONDO may have it.

Each rule changes one thing that documents and vocabularies write differently: the order around a comma, Roman
and Arabic numbers, where the inheritance stands, "disorder" for "disease". Two rules may work together.
"""

import re
from collections.abc import Callable, Iterator
from itertools import permutations

_NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_ARABIC = {roman: str(number) for number, roman in enumerate(_NUMERALS, 1)}
_ROMAN = {number: roman for roman, number in _ARABIC.items()}
# "type II", "type 2", and at the end "glycogen storage disease II"; or with a letter: "type IIa"
_TYPE = re.compile(
    r"(?P<type>\btype |(?<=\w) (?=[IVX\d]+[A-Za-z]?$))(?P<number>[IVX]+|\d+)(?P<letter>[A-Za-z]?)\b"
)
# What stands before the number in "Usher syndrome type 2", "Usher syndrome, type 2A", "Usher syndrome 2".
_NUMBERED = re.compile(r"(?<=\S),? type (?=\d+[A-Za-z]?$)|(?<=[^\W\d]) (?=\d+[A-Za-z]?$)")
# "X-linked sideroblastic anemia", "autosomal recessive form of deafness": how it is inherited, then the rest.
_MODE = re.compile(
    r"^(?P<mode>(?:X-linked|autosomal)(?: (?:dominant|recessive))?|congenital|familial|hereditary|juvenile)"
    r"(?: forms? of)?\s+(?P<rest>\S.*)$",
    re.IGNORECASE,
)
# "X-linked protoporphyria", but not "X-linked dominant protoporphyria".
_UNSAID_MODE = re.compile(r"^X-linked (?!dominant|recessive)", re.IGNORECASE)
# Pairs of words that names of diseases use alike.
_PAIRS = (
    ("disorder", "disease"),
    ("disease", "disorder"),
    ("syndrome", "disease"),
    ("non-syndromic", "nonsyndromic"),
    ("hearing impairment", "hearing loss"),
    ("deafness", "hearing loss"),
    ("-associated", "-related"),
    ("carcinoma", "cancer"),
    ("cancer", "carcinoma"),
    ("intellectual developmental disorder", "intellectual disability"),
)
# "disorder" or "disorders" in "heart disorders": each of those words, in the singular or the plural.
_ALIKE = tuple(
    (re.compile(rf"(?<!\w){re.escape(word)}(?:s\b|\b)", re.IGNORECASE), other) for word, other in _PAIRS
)
# "familial hypercholesterolemia", "Hereditary spherocytosis": how one comes by it, and not what it is.
_INHERITED = re.compile(r"^(?:familial|hereditary|inherited)\s+", re.IGNORECASE)
# "the porphyria", "an anemia": an article before the name.
_FIRST_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
# "sideroblastic anemia (XLSA)": a name and what explains it.
_EXPLAINED = re.compile(r"^(?P<outside>[^()]+?)\s*\((?P<inside>[^()]+)\)$")
_MOST_PARTS = 4
_MOST_FORMS = 60


def rewordings(text: str) -> Iterator[str]:
    """Give the forms that MONDO may have for a name, by one rule, then by two, the nearest first.

    >>> list(rewordings("Usher syndrome type II"))[:2]
    ['Usher syndrome type 2', 'Usher disease type II']
    """
    seen = {text: None}
    for _ in range(2):
        for form in tuple(seen):
            seen |= dict.fromkeys(_one_change(form))
    yield from tuple(seen)[1:_MOST_FORMS]


def _one_change(text: str) -> Iterator[str]:
    for rule in _RULES:
        yield from (form for form in rule(text) if form != text)


def _without_frame(text: str) -> Iterator[str]:
    yield _FIRST_ARTICLE.sub("", text)
    if match := _EXPLAINED.match(text):
        yield match["outside"]


def _other_number(text: str) -> Iterator[str]:
    def swapped(match: re.Match[str]) -> str:
        number = match["number"]
        return f"{match['type'] or ' '}{_ARABIC.get(number) or _ROMAN.get(number, number)}{match['letter']}"

    yield _TYPE.sub(swapped, text)


def _with_and_without_type(text: str) -> Iterator[str]:
    for form in (" ", " type "):
        yield _NUMBERED.sub(form, text)


def _other_order(text: str) -> Iterator[str]:
    parts = [part.strip() for part in text.split(",")]
    if 1 < len(parts) <= _MOST_PARTS:
        orders = sorted(permutations(range(len(parts))), reverse=True)
        yield from (" ".join(parts[place] for place in order) for order in orders)


def _moved_mode(text: str) -> Iterator[str]:
    if match := _MODE.match(text):
        yield f"{match['mode']} {match['rest']}"
        yield f"{match['rest']}, {match['mode']}"


def _alike(text: str) -> Iterator[str]:
    yield from (pattern.sub(other, text) for pattern, other in _ALIKE)


def _without_inherited(text: str) -> Iterator[str]:
    yield _INHERITED.sub("", text)


_RULES: tuple[Callable[[str], Iterator[str]], ...] = (
    _without_frame,
    _other_number,
    _with_and_without_type,
    _other_order,
    _moved_mode,
    _alike,
    _without_inherited,
)


def said_modes(text: str) -> tuple[str, ...]:
    """Return a name with each mode that "X-linked" leaves open: where only one exists, that one is meant.

    >>> said_modes("X-linked protoporphyria")
    ('X-linked dominant protoporphyria', 'X-linked recessive protoporphyria')
    """
    if not _UNSAID_MODE.match(text):
        return ()
    return tuple(_UNSAID_MODE.sub(f"X-linked {mode} ", text) for mode in ("dominant", "recessive"))
