"""Names of variants that stand together: which are of one variant, and what each is called in HGVS."""

import re

from ingest.document import Document, Span
from ingest.variants import Found

Name = tuple[Span, str]
# " (", ", ", " / ": what stands between two names of one variant.
_BETWEEN = re.compile(r"[\s,;:/|*_=-]*\(?\s*")
_NEAR = 30


def groups(document: Document, found: list[Found], numbers: int, proteins: bool) -> list[tuple[Name, ...]]:
    """Join a change of DNA with the change of protein beside it: "c.838G>A (p.Gly280Asp)".

    `numbers` is how many dbSNP numbers stand with them, `proteins` whether "A68V" can only be amino acids.
    """
    joined: list[tuple[Name, ...]] = []
    for place, one in enumerate(found):
        following = found[place + 1] if place + 1 < len(found) else None
        name = one.span, _value(document, one, following, proteins)
        if joined and any(name[1] == value for _, value in joined[-1]):
            continue
        pair = joined and len(joined[-1]) == 1 and _is_same(document, joined[-1][0], name)
        if pair or (joined and len(found) == 2 and numbers == 1 and _is_near(joined[-1][-1], name)):  # noqa: PLR2004
            joined[-1] = (*joined[-1], name)
        else:
            joined.append((name,))
    return joined


def key(names: tuple[Name, ...]) -> str:
    """Return the name that a variant goes by: that of the protein, else the first."""
    return next((value for _, value in names if value.startswith("p.")), names[0][1])


def _kinds_differ(left: Name, right: Name) -> bool:
    return left[1].startswith("p.") != right[1].startswith("p.")


def _is_same(document: Document, left: Name, right: Name) -> bool:
    between = document.text[left[0].end : right[0].start]
    return _kinds_differ(left, right) and bool(_BETWEEN.fullmatch(between))


def _is_near(left: Name, right: Name) -> bool:
    return _kinds_differ(left, right) and right[0].start - left[0].end < _NEAR


def _value(document: Document, one: Found, following: Found | None, proteins: bool) -> str:
    """Return the HGVS name, or what is written where "C1355T" may be bases or amino acids."""
    beside = following is not None and document.text[one.span.end : following.span.start + 2].strip() == "(p."
    written = " ".join(document.quote(one.span).split())
    if not one.hgvs or (one.could_be_bases and (beside or not proteins)):
        return written
    return one.hgvs
