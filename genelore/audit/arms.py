"""The bands of the arms of human chromosomes, as ISCN numbers them from the centromere outwards."""

from collections.abc import Mapping
from types import MappingProxyType

# Whole bands of each arm; the last is written as exactly as it is divided, for that is where `ter` is.
_BANDS: Mapping[str, str] = MappingProxyType(
    {
        "1p": "11 12 13 21 22 31 32 33 34 35 36.33",
        "1q": "11 12 21 22 23 24 25 31 32 41 42 43 44",
        "2p": "11 12 13 14 15 16 21 22 23 24 25.3",
        "2q": "11 12 13 14 21 22 23 24 31 32 33 34 35 36 37.3",
        "3p": "11 12 13 14 21 22 23 24 25 26.3",
        "3q": "11 12 13 21 22 23 24 25 26 27 28 29",
        "4p": "11 12 13 14 15 16.3",
        "4q": "11 12 13 21 22 23 24 25 26 27 28 31 32 33 34 35.2",
        "5p": "11 12 13 14 15.33",
        "5q": "11 12 13 14 15 21 22 23 31 32 33 34 35.3",
        "6p": "11 12 21 22 23 24 25.3",
        "6q": "11 12 13 14 15 16 21 22 23 24 25 26 27",
        "7p": "11 12 13 14 15 21 22.3",
        "7q": "11 21 22 31 32 33 34 35 36.3",
        "8p": "11 12 21 22 23.3",
        "8q": "11 12 13 21 22 23 24.3",
        "9p": "11 12 13 21 22 23 24.3",
        "9q": "11 12 13 21 22 31 32 33 34.3",
        "10p": "11 12 13 14 15.3",
        "10q": "11 21 22 23 24 25 26.3",
        "11p": "11 12 13 14 15.5",
        "11q": "11 12 13 14 21 22 23 24 25",
        "12p": "11 12 13.33",
        "12q": "11 12 13 14 15 21 22 23 24.33",
        "13p": "11 12 13",
        "13q": "11 12 13 14 21 22 31 32 33 34",
        "14p": "11 12 13",
        "14q": "11 12 13 21 22 23 24 31 32.33",
        "15p": "11 12 13",
        "15q": "11 12 13 14 15 21 22 23 24 25 26.3",
        "16p": "11 12 13.3",
        "16q": "11 12 13 21 22 23 24.3",
        "17p": "11 12 13.3",
        "17q": "11 12 21 22 23 24 25.3",
        "18p": "11.32",
        "18q": "11 12 21 22 23",
        "19p": "11 12 13.3",
        "19q": "11 12 13.43",
        "20p": "11 12 13",
        "20q": "11 12 13.33",
        "21p": "11 12 13",
        "21q": "11 21 22.3",
        "22p": "11 12 13",
        "22q": "11 12 13.33",
        "Xp": "11 21 22.33",
        "Xq": "11 12 13 21 22 23 24 25 26 27 28",
        "Yp": "11.32",
        "Yq": "11 12",
    }
)
_ARMS = {arm: tuple(written.replace(".", "") for written in bands.split()) for arm, bands in _BANDS.items()}


def terminal_band(arm: str) -> str:
    """Return the digits of the band at an arm's end, empty if the arm is unknown.

    >>> terminal_band("22q"), terminal_band("5p")
    ('1333', '1533')
    """
    return _ARMS.get(arm, ("",))[-1]


def whole_bands(arm: str) -> tuple[str, ...]:
    """Return the digits of the whole bands of an arm, from the centromere outwards.

    >>> whole_bands("21q")
    ('11', '21', '22')
    """
    return tuple(digits[:2] for digits in _ARMS.get(arm, ()))
