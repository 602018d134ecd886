"""Fields of a row: empty ones at its end are not stored, a list inside one stands between unit separators."""

from collections.abc import Sequence

SEPARATOR = "\x1f"

Fields = Sequence[str]


def value(row: Fields | None, place: int) -> str:
    """Return a field, empty if the row is shorter or there is no row."""
    return row[place] if row and len(row) > place else ""


def values(row: Fields | None, place: int) -> tuple[str, ...]:
    """Return the values of a field."""
    field = value(row, place)
    return tuple(field.split(SEPARATOR)) if field else ()


def curies(row: Fields | None, place: int, space: str) -> tuple[str, ...]:
    """Return the values of a field as CURIEs of an id space."""
    return tuple(f"{space}:{code}" for code in values(row, place))
