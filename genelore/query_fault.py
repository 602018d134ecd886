"""What is wrong with a query, and where: line, column, and a caret under the place."""

import re
from dataclasses import dataclass

# "error at 3:16: expected one of GRAPH, MINUS, [_]": lines and columns count from 1.
_PLACE = re.compile(r"error at (\d+):(\d+): expected (?:one of )?(.*)", re.DOTALL)
# A remark among what was expected: "The SELECT contains a variable that is unbound".
_REMARK = re.compile(r"(?:^|, )([A-Z][A-Za-z]* [A-Za-z][^,\[]*)")
# '"{"': a sign that the grammar would take.
_SYMBOL = re.compile(r'"(?:[^"\\]|\\.)+"')
# "['0'..='9']": a class of characters; "[_]" is any character, which is missed at the end.
_CLASS = re.compile(r"\['[^\]]*\]")
# "REDUCED": a keyword, for which the place is not where it was looked for but as far behind as it is long.
_KEYWORD = re.compile(r"\b[A-Za-z][A-Za-z0-9_]+\b")
# "nope:p" before the place where its prefix was looked for.
_NAME = re.compile(r"([\w.-]*:)\S*\s*\Z")
# "INSERT" in "INSERT DATA { ex:a ex:p ex:b }": the first word of an update.
_UPDATE = re.compile(r"(?:INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY|WITH)\b", re.IGNORECASE)
_NO_PREFIX = "Prefix not found"
_PLAINLY = {"IRI parsing failed": "an IRI is not valid"}
_WIDTH = 100


@dataclass(frozen=True, slots=True)
class Fault:
    """Where a query is no SPARQL (line and column count from 1), and why."""

    line: int
    column: int
    told: str
    shown: str

    def __str__(self) -> str:
        """Tell the place and the reason, with the line and a caret under it."""
        return f"Line {self.line}, column {self.column}: {self.told}.\n\n{self.shown}"


def fault(query: str, message: str) -> Fault | None:
    """Return what is wrong with a query that the engine refused so; None if its message names no place."""
    found = _PLACE.search(message)
    if not found:
        return None
    place = max(_offset(query, int(found[1]), int(found[2])) - _overshot(found[3]), 0)
    told, name = _told(found[3]), _NAME.search(query[:place]) if _NO_PREFIX in found[3] else None
    if name:
        place, told = name.start(), f"the prefix {name[1]} is not declared"
    elif _UPDATE.match(query, place):
        told = "this is an update, and only queries are answered here"
    line, column = query.count("\n", 0, place) + 1, place - query.rfind("\n", 0, place)
    return Fault(line, column, told, pointer(query, line, column))


def _offset(query: str, line: int, column: int) -> int:
    return sum(len(text) + 1 for text in query.split("\n")[: line - 1]) + column - 1


def pointer(query: str, line: int, column: int) -> str:
    """Return a line of a query with a caret under a column; of a long line, the part around it.

    >>> print(pointer("ASK {", 1, 6))
    ASK {
         ^
    """
    text = query.split("\n")[line - 1].rstrip("\r")
    start = max(0, column - 1 - _WIDTH // 2) if len(text) > _WIDTH else 0
    shown = "".join(character if character.isprintable() else " " for character in text)
    return f"{shown[start : start + _WIDTH]}\n{' ' * (column - 1 - start)}^"


def _overshot(expected: str) -> int:
    """Return how far behind the true place the engine's is: as the shortest keyword it looked for is long."""
    if _REMARK.search(expected) or _SYMBOL.search(expected) or _CLASS.search(expected):
        return 0
    return min((len(word) for word in _KEYWORD.findall(expected)), default=0)


def _told(expected: str) -> str:
    remark = _REMARK.search(expected)
    if remark:
        text = remark[1].strip()
        return _PLAINLY.get(text, text)
    symbols = _SYMBOL.findall(expected)
    if symbols and "[" not in expected.replace('"["', ""):
        return f"expected {' or '.join(symbols)}"
    return "the query cannot be read on from here"
