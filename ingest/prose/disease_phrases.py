"""The diseases that a phrase such as "a group of disorders, including A and B" names."""

import re
from dataclasses import dataclass

from ingest.prose.disease_words import is_disease_name

# "anemia, which ...", "anemia in humans", "anemia by": where a list of diseases has ended.
_END = re.compile(
    r"[.;:!?\u2013\u2014]|,? (?:which|that|who|whose|when|where|by|due to|because|characteri[sz]ed|leading|"
    r"resulting|through|although|but|while|whereas|if|during|among|rather|than|also|depending|after|"
    r"in|have|has|"
    r"is|are|was|were|can|may|from|on|for|at|as(?! well as)|via|under|between|making|affecting|"
    r"causing|with (?:an?|"
    r"the|or|varying|different|symptoms|severe|variable)|including|such|specifically|namely)(?![\w-])"
)
# "people with ", "patients affected by ": those who have the disease.
_PEOPLE = re.compile(
    r"(?:some |many |most |several |the |an? )?(?:people|patients?|individuals?|famil(?:y|ies)|persons|"
    r"child(?:ren)?|those|infants|"
    r"men|women|males|females)(?: (?:with|affected (?:by|with)|who have|having|suffering from|"
    r"diagnosed with))+ "
)
# "a form of porphyria known as "
_FORM = re.compile(
    r"(?:an?|the|one) (?:[\w-]+ ){0,3}(?:form|type|kind|subtype) of (?P<parent>[\w' -]{3,60}?),? "
    r"(?:known as|called|termed|named) (?:the )?"
)
# "a group of disorders known as porphyrias, specifically "
_GROUP = re.compile(
    r"(?:an?|the) (?:group|family|class|set|spectrum) of (?:[\w-]+ ){0,3}(?:disorders|diseases|"
    r"conditions|syndromes) "
    r"(?:known as|called|termed) (?:the )?(?P<parent>[\w' -]{3,60}?),? (?:specifically|including|"
    r"such as|namely) "
)
# "several skeletal disorders, including ", "a rare disorder called ": words for no disease in particular.
_INTRODUCTION = re.compile(
    r"(?:[\w'/-]+ ){0,6}(?:disorders?|diseases?|conditions?|syndromes?|cancers|illness(?:es)?|"
    r"defects|abnormalities|"
    r"forms? of [\w-]+|types? of [\w-]+|tumou?rs|malignancies|problems|phenotypes)(?: \([^()]{1,40}\))?,? "
    r"(?:including|such as|specifically|namely|like|known as|called|termed|named)(?: but not limited to)?,? "
)
# ", and ", " or ", ", ": what stands between two diseases of a list.
_SEPARATOR = re.compile(r",? (?:and|or|as well as) |, ")
# "(XLSA)", "(also called anemia)": what a list says beside its diseases.
_PARENTHESIS = re.compile(r"\([^()]{0,200}\)")
# "the ", "either a ", "both ": what may stand before a disease of a list.
_DETERMINERS = re.compile(r"(?:(?:the|an?|both|either) )+", re.IGNORECASE)
# ", a " in "Gaucher disease, a rare disorder".
_APPOSITION = re.compile(r"\W*an? ")
_SYMPTOM = frozenset(
    (
        "ataxia", "deafness", "cataract", "cataracts", "microcephaly", "hypotonia",
    )
)  # fmt: skip
# "hereditary sensory" of "hereditary sensory and autonomic neuropathy".
MAX_HALF = 3
Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Diseases:
    """Where a phrase's diseases stand, and where the class that it puts the first or all of them in."""

    names: tuple[Stretch, ...]
    parent: Stretch | None = None
    shared: bool = False

    def parent_of(self, start: int) -> Stretch | None:
        """Return the class of one disease: "a form of porphyria known as" tells of the first alone."""
        return self.parent if self.shared or start == self.names[0][0] else None


def find(text: str, start: int, stop: int | None = None) -> Diseases:
    """Read the diseases that are listed from `start` on, up to `stop` or to where the list ends."""
    people = _PEOPLE.match(text, start)
    start = people.end() if people else start
    group = _GROUP.match(text, start)
    kinship = group or _FORM.match(text, start)
    introduction = kinship or _INTRODUCTION.match(text, start)
    start = introduction.end() if introduction else start
    end = _END.search(text, start)
    limit = min(end.start() if end else len(text), len(text) if stop is None else stop)
    names = tuple(_names(text, start, limit))
    parent = kinship.span("parent") if kinship and names else None
    return Diseases(names, parent, shared=bool(group))


def parent_name(written: str) -> str:
    """Return the singular of a class of diseases.

    >>> parent_name("porphyrias"), parent_name("cardiomyopathies"), parent_name("sclerosis")
    ('porphyria', 'cardiomyopathy', 'sclerosis')
    """
    if written.endswith("ies"):
        return f"{written[:-3]}y"
    return written if written.endswith(("ss", "is", "us")) else written.removesuffix("s")


def _names(text: str, start: int, end: int) -> list[Stretch]:
    masked = _PARENTHESIS.sub(lambda match: " " * len(match[0]), text[:end])
    pieces = _pieces(masked, start)
    plain = [_bare(masked, *piece) for piece in _joined(masked, pieces)]
    kept = list[Stretch]()
    for number, (first, last) in enumerate(plain):
        # ", a rare disorder": what stands in apposition says what the disease is and ends the list.
        if number and _APPOSITION.match(masked[plain[number - 1][1] : last]):
            break
        if is_disease_name(masked[first:last]):
            kept.append((first, last))
    return kept


def _pieces(masked: str, start: int) -> list[Stretch]:
    pieces = list[Stretch]()
    for match in _SEPARATOR.finditer(masked, start):
        pieces.append((start, match.start()))
        start = match.end()
    return [*pieces, (start, len(masked))]


def _joined(masked: str, pieces: list[Stretch]) -> list[Stretch]:
    """Put together what one name holds: "breast and ovarian cancer", "sideroblastic anemia and ataxia"."""
    joined = list[Stretch]()
    for first, last in pieces:
        before = joined[-1] if joined else None
        if (
            before
            and masked[before[1] : first] == " and "
            and _halves(masked, before, (first, last), len(pieces))
        ):
            joined[-1] = (before[0], last)
        else:
            joined.append((first, last))
    return joined


def _halves(masked: str, left: Stretch, right: Stretch, count: int) -> bool:
    one, other = masked[slice(*left)].strip(), masked[slice(*right)].strip()
    if not is_disease_name(masked[slice(*_bare(masked, *left))]):
        return len(one.split()) <= MAX_HALF
    if " with " in one:
        return True
    return count == 2 and other in _SYMPTOM and " " in one  # noqa: PLR2004 (two halves)


def _bare(masked: str, first: int, last: int) -> Stretch:
    piece = masked[first:last]
    first += len(piece) - len(piece.lstrip())
    last = max(first, first + len(piece.strip()))
    article = _DETERMINERS.match(masked, first, last)
    inner = masked.find("  ", first, last)
    return (article.end() if article else first), (inner if inner > first else last)
