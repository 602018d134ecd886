"""Chromosome bands and how near two of them are."""

import re
from collections.abc import Iterator

# "Xp11.21", "17q", "1p36", "22q11.2", "Yp": chromosome, arm, band, band below it.
_BAND = re.compile(
    r"(?P<chromosome>\d{1,2}|X|Y|MT)(?P<arm>[pq])?(?P<band>\d+|ter|cen)?(?:\.(?P<part>\d+))?", re.IGNORECASE
)
_RANGE = re.compile(r"\s*[-–]\s*")


def chromosome_of(band: str) -> str:
    """Return the chromosome of a band, empty if it is none.

    >>> chromosome_of("Xp11.21"), chromosome_of("17q21.31-q21.32"), chromosome_of("mitochondria")
    ('X', '17', '')
    """
    found = _BAND.match(band.strip())
    return found["chromosome"].upper() if found else ""


def compare(claimed: str, known: str) -> str:
    """Return how near two bands are: `0 same`, `1 wider` (one holds the other), `2 near`, `3 elsewhere`.

    >>> compare("Xp11.21", "Xp11.21"), compare("Xp11", "Xp11.21"), compare("3p21.2-p21.1", "3p21.2")
    ('0 same', '1 wider', '1 wider')
    >>> compare("17q21.32", "17q21.31"), compare("Xq28", "Xp11.21"), compare("1p3", "11p3")
    ('2 near', '3 elsewhere', '3 elsewhere')
    """
    if _tight(claimed) == _tight(known):
        return "0 same"
    pairs = [(one, other) for one in _ends(claimed) for other in _ends(known)]
    if any(_holds(one, other) or _holds(other, one) for one, other in pairs):
        return "1 wider"
    if _spans(claimed, known) or _spans(known, claimed):
        return "1 wider"
    return "2 near" if not pairs or any(one[:3] == other[:3] for one, other in pairs) else "3 elsewhere"


def _tight(band: str) -> str:
    return _RANGE.sub("-", band.strip().lower())


def _ends(band: str) -> list[tuple[str, str, str, str]]:
    return list(_parsed(band))


def _parsed(band: str) -> Iterator[tuple[str, str, str, str]]:
    chromosome = ""
    for text in _RANGE.split(band.strip()):
        found = _BAND.fullmatch(text if text[:1].upper() in set("0123456789XYM") else chromosome + text)
        if found:
            chromosome = found["chromosome"].upper()
            yield chromosome, (found["arm"] or "").lower(), found["band"] or "", found["part"] or ""


def _holds(wide: tuple[str, ...], narrow: tuple[str, ...]) -> bool:
    """Say whether one band is the other written less exactly: `Xp11` holds `Xp11.21`."""
    chromosome, arm, band, part = wide
    if chromosome != narrow[0]:
        return False
    if not arm:
        return True
    if arm != narrow[1]:
        return False
    return narrow[2].startswith(band) if not part else band == narrow[2] and narrow[3].startswith(part)


def _spans(outer: str, inner: str) -> bool:
    """Say whether a range of bands of one arm holds another band."""
    ends, within = _ends(outer), _ends(inner)
    if not ends[1:] or not within or len({end[:2] for end in (*ends, *within)}) != 1:
        return False
    low, *_, high = sorted(end[2:] for end in ends)
    return all(low <= end[2:] and _is_up_to(end[2:], high) for end in within)


def _is_up_to(inner: tuple[str, ...], high: tuple[str, ...]) -> bool:
    """Say whether a band is not beyond the upper one of a range, which ends with the whole of that band."""
    return inner <= high or (inner[0] == high[0] and (not high[1] or inner[1].startswith(high[1])))
