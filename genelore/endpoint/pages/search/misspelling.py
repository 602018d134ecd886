"""What somebody may have meant who typed one letter wrongly, too many or too few, or swapped two."""

from collections.abc import Iterator

_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
# Of a shorter text everything is one letter away; a longer one is no name of a gene.
_SHORTEST, _LONGEST = 3, 24


def respelled(text: str) -> Iterator[str]:
    """Give the texts that one slip of the finger makes into this one, the likeliest slips first, each once.

    >>> "alas2" in respelled("alsa2"), "alas2" in respelled("alas"), [*respelled("xy")]
    (True, True, [])
    """
    if not _SHORTEST <= len(text) <= _LONGEST:
        return
    parts = [(text[:place], text[place:]) for place in range(len(text) + 1)]
    swapped = (head + tail[1] + tail[0] + tail[2:] for head, tail in parts if len(tail) > 1)
    yield from dict.fromkeys(
        made
        for made in (
            *swapped,
            *(head + tail[1:] for head, tail in parts if tail),
            *(head + letter + tail[1:] for head, tail in parts if tail for letter in _LETTERS),
            *(head + letter + tail for head, tail in parts for letter in _LETTERS),
        )
        if made != text
    )
