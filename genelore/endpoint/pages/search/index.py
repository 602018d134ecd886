"""What can be found: every text that something is known by, in one string that is searched at once."""

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from genelore.endpoint.pages.search.misspelling import respelled

# The roles of texts that say for sure what is meant.
STRONG = frozenset({"symbol", "identifier"})
# The kinds of things in the order in which they are shown.
KINDS = ("gene", "disease", "term", "document", "conflict", "publication", "page")
# The roles of texts that are worth guessing at when nothing is called what was typed.
_GUESSED = frozenset({"symbol", "alias", "previous symbol", "name", "synonym"})
_MOST = 4000
_BREAK = "\n"
# The ranks of texts that hold all words, but apart, and of those that are spelled nearly so.
_SCATTERED, _NEAR = 5, 6
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
        self.entries = {one.entry.address: one.entry for one in texts}
        self.names: dict[str, list[int]] = {}
        for number, (one, fold) in enumerate(zip(texts, folds, strict=True)):
            if one.role in _GUESSED:
                self.names.setdefault(fold, []).append(number)

    def at(self, address: str) -> Entry | None:
        """Return what is shown at an address, None for what the index has not."""
        return self.entries.get(address)

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

    def find_words(self, words: Sequence[str], limit: int) -> list[Hit]:
        """Return the entries one text of which holds all of several words, in any order."""
        wanted = sorted(filter(None, map(folded, words)), key=len)
        if not wanted[1:]:
            return []
        best: dict[Entry, Hit] = {}
        for place in self._places(wanted[-1]):
            number = bisect_right(self.starts, place) - 1
            one = self.texts[number]
            line = self.haystack[self.starts[number] : self.haystack.index(_BREAK, place)]
            if one.entry not in best and all(word in line for word in wanted):
                best[one.entry] = Hit(one.entry, one.text, one.role, _SCATTERED)
        return sorted(best.values(), key=_order)[:limit]

    def near(self, asked: str, limit: int) -> list[Hit]:
        """Return the entries that are called what one slip of the finger makes into a text."""
        best: dict[Entry, Hit] = {}
        for name in respelled(folded(asked)):
            for number in self.names.get(name, ()):
                one = self.texts[number]
                best.setdefault(one.entry, Hit(one.entry, one.text, one.role, _NEAR))
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
