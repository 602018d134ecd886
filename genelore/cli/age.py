"""How old something is, for people."""

_UNITS = ((86400, "d"), (3600, "h"), (60, "min"))


def aged(seconds: float) -> str:
    """Return an age in the largest unit that it fills.

    >>> aged(59), aged(3 * 3600 + 5), aged(200_000)
    ('59 s', '3 h', '2 d')
    """
    size, unit = next(((size, unit) for size, unit in _UNITS if seconds >= size), (1, "s"))
    return f"{seconds / size:.0f} {unit}"
