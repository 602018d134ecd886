"""Rising numbers in few characters: their differences to base 39.

The digits of a difference are the 39 characters from "0"; its last digit is one of the 39 that follow them,
so that no sign need stand between two differences.
"""

from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise

_BASE = 39
_DIGIT = ord("0")
_LAST_DIGIT = _DIGIT + _BASE


def written(numbers: Iterable[int]) -> str:
    """Return the numbers, each once and in rising order, as one text.

    >>> written([3, 50, 1650])
    'Z1_12X'
    """
    rising = sorted(set(numbers))
    return "".join(_difference(later - number) for number, later in pairwise([0, *rising]))


def _difference(number: int) -> str:
    text = chr(_LAST_DIGIT + number % _BASE)
    while number := number // _BASE:
        text = chr(_DIGIT + number % _BASE) + text
    return text


def read(text: str) -> Iterator[int]:
    """Give the numbers that a text holds.

    >>> list(read(written([3, 50, 1650])))
    [3, 50, 1650]
    """
    return accumulate(_differences(text))


def _differences(text: str) -> Iterator[int]:
    number = 0
    for character in map(ord, text):
        if character < _LAST_DIGIT:
            number = (number + character - _DIGIT) * _BASE
        else:
            yield number + character - _LAST_DIGIT
            number = 0
