"""How near a text is to a name: letter by letter, but for case and white space, or only by its key."""

from collections.abc import Callable, Sequence

from ontology.reference.words import folded

SPELLINGS = ("exact", "case", "normalised")


def nearest(text: str, names: Sequence[str], key: Callable[[str], str]) -> tuple[int, str] | None:
    """Return the place of the name that a text is nearest to, and the spelling; None if it is near none.

    >>> nearest("bone Marrow", ["marrow of bone", "bone marrow"], str.casefold)
    (1, 'case')
    """
    forms: tuple[Callable[[str], str], ...] = (str, folded, key)
    for spelling, form in zip(SPELLINGS, forms, strict=True):
        wanted = form(text)
        for place, name in enumerate(names):
            if form(name) == wanted:
                return place, spelling
    return None
