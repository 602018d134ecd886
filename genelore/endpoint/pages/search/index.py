"""What can be found: every text that something is known by, in one string that is searched at once."""

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# The roles of texts that say for sure what is meant.
STRONG = frozenset({"symbol", "identifier"})
# The kinds of things in the order in which they are shown.
KINDS = ("gene", "disease", "term", "document", "conflict", "publication")
_MOST = 4000
_BREAK = "\n"
_VERSION = re.compile(
    r"(ENS[A-Z]*[GTP]\d{11}|[NX][MPR]_\d+)\.\d+", re.IGNORECASE
)  # ENSG00000158578.22, NM_000032.5


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found: `note` says beside its label what it is."""

    kind: str
    label: str
    note: str
    address: str


@dataclass(frozen=True, slots=True)
class Text:
    """A text that an entry is known by; `role` is `symbol`, `alias`, `identifier`, `title`, ..."""

    text: str
    role: str
    entry: Entry


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that was found, by which of its texts; `rank` 0 is exact, 1 but for case, then ever looser."""

    entry: Entry
    text: str
    role: str
    rank: int


class Index:
    """All texts of one generation, folded and joined, with what each belongs to."""

    def __init__(self, texts: Sequence[Text]) -> None:
        """Hold texts in their order."""
        self.texts = texts
        folds = [folded(one.text) for one in texts]
        self.haystack = _BREAK + "".join(fold + _BREAK for fold in folds)
        self.starts = array("q", _starts(folds))

    def find(self, asked: str, limit: int) -> list[Hit]:
        """Return the entries that a text may mean, the best first, each once."""
        wanted = folded(_VERSION.sub(r"\1", asked.strip()))
        if not wanted:
            return []
        best: dict[Entry, Hit] = {}
        for place in self._places(wanted):
            hit = self._hit(place, wanted, asked.strip())
            if hit.entry not in best or _order(hit) < _order(best[hit.entry]):
                best[hit.entry] = hit
        return sorted(best.values(), key=_order)[:limit]

    def _places(self, wanted: str) -> Iterator[int]:
        """Give where the text stands, as a whole and at the beginning first."""
        for start in (_BREAK + wanted + _BREAK, _BREAK + wanted, " " + wanted, wanted):
            shift = 0 if start[0] not in {_BREAK, " "} else 1
            place = self.haystack.find(start)
            for _ in range(_MOST):
                if place < 0:
                    break
                yield place + shift
                place = self.haystack.find(start, place + 1)

    def _hit(self, place: int, wanted: str, asked: str) -> Hit:
        number = bisect_right(self.starts, place) - 1
        one, before = self.texts[number], self.haystack[place - 1]
        if before != _BREAK:
            rank = 3 if before == " " else 4
        elif self.haystack[place + len(wanted)] == _BREAK:
            rank = 0 if one.text == asked or one.role == "identifier" else 1
        else:
            rank = 2
        return Hit(one.entry, one.text, one.role, rank)


def _starts(folds: Sequence[str]) -> Iterator[int]:
    place = 1
    for fold in folds:
        yield place
        place += len(fold) + 1


def folded(text: str) -> str:
    """Return a text without what people leave out when they type: case, accents, runs of white space.

    >>> folded("  δ-Aminolevulinate  Synthase ")
    'δ-aminolevulinate synthase'
    """
    plain = (letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return " ".join("".join(plain).casefold().split())


def _order(hit: Hit) -> tuple[int, bool, int, int, bool, str]:
    kind = KINDS.index(hit.entry.kind) if hit.entry.kind in KINDS else len(KINDS)
    is_human = hit.entry.note.startswith("human")
    return hit.rank, hit.role not in STRONG, kind, len(hit.text), not is_human, hit.entry.label
