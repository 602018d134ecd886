"""A protein change as HGVS writes it."""

import re
from dataclasses import dataclass

_LETTERS = {
    "Ala": "A", "Arg": "R", "Asn": "N", "Asp": "D", "Cys": "C", "Gln": "Q", "Glu": "E", "Gly": "G",
    "His": "H", "Ile": "I", "Leu": "L", "Lys": "K", "Met": "M", "Phe": "F", "Pro": "P", "Ser": "S",
    "Thr": "T", "Trp": "W", "Tyr": "Y", "Val": "V", "Sec": "U",
}  # fmt: skip
_NAMES = {letter: name for name, letter in _LETTERS.items()}
# "p.Val122Ile", "p.Arg411Ter", "p.(Gly12=)", "p.Lys27ArgfsTer5": residue, position, what becomes of it.
_CHANGE = re.compile(r"p\.\(?(?P<reference>[A-Z][a-z]{2})(?P<position>\d+)(?P<rest>[^)]*)\)?")
_STOPS = ("Ter", "*")


@dataclass(frozen=True, slots=True)
class Change:
    """Which residue (one letter) at which position becomes which; `alternative` is empty if it is no residue.

    `kind` is `missense`, `nonsense`, `frameshift`, `synonymous`, or empty.
    """

    text: str
    reference: str
    position: int
    alternative: str
    kind: str

    @property
    def written_reference(self) -> str:
        """The residue before the change, in three letters."""
        return self.three_letters(self.reference)

    @staticmethod
    def three_letters(letter: str) -> str:
        """Return the three-letter name of a residue."""
        return _NAMES.get(letter, letter)


def parse(text: str) -> Change | None:
    """Return the change of one residue that a text begins with, None if it is none of a protein.

    >>> change = parse("p.Val122Ile")
    >>> change.reference, change.position, change.alternative, change.kind
    ('V', 122, 'I', 'missense')
    >>> parse("c.1559C>T")
    """
    found = _CHANGE.fullmatch(text)
    if not found or found["reference"] not in _LETTERS:
        return None
    rest = found["rest"]
    alternative = _LETTERS.get(rest, "")
    return Change(text, _LETTERS[found["reference"]], int(found["position"]), alternative, _kind(rest))


def _kind(rest: str) -> str:
    if rest in _LETTERS:
        return "missense"
    if rest in _STOPS:
        return "nonsense"
    if "fs" in rest:
        return "frameshift"
    return "synonymous" if rest == "=" else ""
