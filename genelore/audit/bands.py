"""Chromosome bands and how near two of them are."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from genelore.audit.arms import terminal_band, whole_bands

# "Xp11.21", "17q", "1p36", "22q11.2", "Yp", "22qter": chromosome, arm, band, band below it.
_BAND = re.compile(
    r"(?P<chromosome>\d{1,2}|X|Y|MT)(?:(?P<arm>[pq])(?:(?P<band>\d+|ter|cen)(?:\.(?P<part>\d+))?)?)?",
    re.IGNORECASE,
)
# "-" in "Xp11.21-p11.22", " – " in "1p36 – 1p34".
_RANGE = re.compile(r"\s*[-–]\s*")
# Behind all digits: the end of all that begins with the digits before it.
_END = "~"


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A stretch of one arm, from `low` to `high`: digits of bands, which sort outwards."""

    chromosome: str
    arm: str
    low: str
    high: str

    @property
    def name(self) -> str:
        return self.chromosome + self.arm

    def holds(self, other: "_Stretch") -> bool:
        return self.name == other.name and self.low <= other.low and other.high <= self.high

    def is_near(self, other: "_Stretch") -> bool:
        """Say whether two stretches overlap or lie in one whole band, or in two that are neighbours."""
        if self.name != other.name:
            return False
        if self.low <= other.high and other.low <= self.high:
            return True
        inner, outer = sorted((self, other), key=lambda one: one.low)
        before, behind = inner.high[:2].rstrip(_END), outer.low[:2]
        bands = ("", *whole_bands(self.name))
        return before == behind or (before, behind) in pairwise(bands)


def chromosome_of(band: str) -> str:
    """Return the chromosome of a band, empty if it is none.

    >>> chromosome_of("Xp11.21"), chromosome_of("17q21.31-q21.32"), chromosome_of("mitochondria")
    ('X', '17', '')
    """
    found = _BAND.match(band.strip())
    return found["chromosome"].upper() if found else ""


def exact(bands: Iterable[str]) -> tuple[str, ...]:
    """Return bands without a whole chromosome of which a band is among them.

    >>> exact(("2", "2p11.2")), exact(("X", "Y"))
    (('2p11.2',), ('X', 'Y'))
    """
    given = tuple(bands)
    banded = {chromosome_of(band) for band in given if chromosome_of(band) != band}
    return tuple(band for band in given if band not in banded)


def compare(claimed: str, known: str) -> str:
    """Return how near a claimed band is to the one that is known.

    `0 same`, `1 wider` (it holds the known one), `2 finer` (the known one holds it), `3 near` (they overlap,
    or lie in one whole band or in neighbours), `4 elsewhere`.

    >>> compare("Xp11.21", "Xp11.21"), compare("Xp11", "Xp11.21"), compare("3p21.2-p21.1", "3p21.2")
    ('0 same', '1 wider', '1 wider')
    >>> compare("Xq28", "X"), compare("22qter", "22q13.33")
    ('2 finer', '2 finer')
    >>> compare("17q21.32", "17q21.31"), compare("13q11", "13q12.11"), compare("Xq28", "Xp11.21")
    ('3 near', '3 near', '4 elsewhere')
    """
    if _tight(claimed) == _tight(known):
        return "0 same"
    said, given = _stretches(claimed), _stretches(known)
    if not said or not given:
        return "3 near"
    if _hold(said, given):
        return "1 wider"
    if _hold(given, said):
        return "2 finer"
    return "3 near" if any(one.is_near(other) for one in said for other in given) else "4 elsewhere"


def _hold(outer: Iterable[_Stretch], inner: Iterable[_Stretch]) -> bool:
    return all(any(one.holds(other) for one in outer) for other in inner)


def _tight(band: str) -> str:
    return _RANGE.sub("-", band.strip().lower())


def _stretches(band: str) -> tuple[_Stretch, ...]:
    """Return the stretches of a band, or of a range of bands: one for each arm that it lies on."""
    ends = _ends(band)
    chromosomes = {end.chromosome for end in ends}
    if len(ends) < 2 or len(chromosomes) != 1 or not all(end.arm for end in ends):  # noqa: PLR2004  a range
        return tuple(arm for end in ends for arm in _on_arms(end))
    if len({end.arm for end in ends}) > 1:
        return tuple(_Stretch(end.chromosome, end.arm, "", end.high) for end in ends)
    first = ends[0]
    low, high = min(end.low for end in ends), max(end.high for end in ends)
    return (_Stretch(first.chromosome, first.arm, low, high),)


def _on_arms(end: _Stretch) -> tuple[_Stretch, ...]:
    """Return a band as it is, and a whole chromosome as its two arms."""
    if end.arm or end.chromosome == "MT":
        return (end,)
    return tuple(_Stretch(end.chromosome, arm, "", _END) for arm in "pq")


def _ends(band: str) -> list[_Stretch]:
    found: list[_Stretch] = []
    for text in _RANGE.split(band.strip()):
        chromosome = found[-1].chromosome if found else ""
        is_whole = text[:1].upper() in set("0123456789XYM")
        if match := _BAND.fullmatch(text if is_whole else chromosome + text):
            found.append(_stretch(match))
    return found


def _stretch(match: re.Match[str]) -> _Stretch:
    chromosome, arm = match["chromosome"].upper(), (match["arm"] or "").lower()
    band = (match["band"] or "").lower()
    digits = band + (match["part"] or "")
    if band == "ter":
        digits = terminal_band(chromosome + arm) + _END
    elif band == "cen":
        digits = ""
    return _Stretch(chromosome, arm, digits, "" if band == "cen" else digits.rstrip(_END) + _END)
