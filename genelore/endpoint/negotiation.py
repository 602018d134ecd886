"""Which media type a client gets."""

from collections.abc import Mapping, Sequence


def preferred(accept: str, offered: Sequence[str]) -> str | None:
    """Return the offered media type that an Accept header likes best, the first offered one on a tie.

    None if the client accepts none of them (RFC 9110, section 12.5.1).

    >>> preferred("text/csv;q=0.5, application/json", ["text/csv", "application/json"])
    'application/json'
    >>> preferred("", ["text/turtle"]), preferred("image/png", ["text/turtle"])
    ('text/turtle', None)
    """
    ranges = dict(_range(part) for part in accept.split(",") if part.strip()) or {"*/*": 1.0}
    best = max(offered, key=lambda media: (_quality(media, ranges), -offered.index(media)))
    return best if _quality(best, ranges) > 0 else None


def _range(part: str) -> tuple[str, float]:
    media, *parameters = (piece.strip() for piece in part.split(";"))
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "q":
            return media.lower(), _number(value)
    return media.lower(), 1.0


def _number(text: str) -> float:
    try:
        return min(max(float(text), 0.0), 1.0)
    except ValueError:
        return 0.0


def _quality(media: str, ranges: Mapping[str, float]) -> float:
    for name in (media, f"{media.partition('/')[0]}/*", "*/*"):
        if name in ranges:
            return ranges[name]
    return 0.0
