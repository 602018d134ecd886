"""Whether one place of expression can be within another: organs, tissues and the cells that they consist of.

The tables of CL come without its ties to UBERON. Those of the cells here are as CL has them.
"""

from genelore.audit.disease_verdicts import above

# What a cell, and every kind of it that has no line of its own, is part of.
_WHOLES = {
    "CL:0000136": "UBERON:0001013",  # adipocyte: adipose tissue
    "CL:0000138": "UBERON:0002418",  # chondrocyte: cartilage
    "CL:0000169": "UBERON:0001264",  # type B pancreatic cell: pancreas
    "CL:0000171": "UBERON:0001264",  # pancreatic A cell: pancreas
    "CL:0000182": "UBERON:0002107",  # hepatocyte: liver
    "CL:0000187": "UBERON:0005090",  # muscle cell: muscle structure
    "CL:0000210": "UBERON:0000966",  # photoreceptor cell: retina
    "CL:0000312": "UBERON:0001003",  # keratinocyte: epidermis
    "CL:0000586": "UBERON:0000991",  # germ cell: gonad
    "CL:0000746": "UBERON:0000948",  # cardiac muscle cell: heart
    "CL:0000988": "UBERON:0002390",  # hematopoietic cell: hematopoietic system
    "CL:0002319": "UBERON:0001016",  # neural cell: nervous system
}
# Cells that are named for where they are, of whatever kind: who lists them lists that place.
_NAMED_FOR_PLACE = {
    "CL:0000081": "UBERON:0000178",  # blood cell: blood
    "CL:0002092": "UBERON:0002371",  # bone marrow cell: bone marrow
    "CL:0009004": "UBERON:0000966",  # retinal cell: retina
    "CL:1000497": "UBERON:0002113",  # kidney cell: kidney
}


def may_be_within(one: str, other: str) -> bool:
    """Say whether one of two places is a kind or a part of the other, or has cells that are the other.

    >>> may_be_within("CL:0000765", "UBERON:0002371"), may_be_within("CL:0000765", "UBERON:0002107")
    (True, False)
    """
    one, other = _NAMED_FOR_PLACE.get(one, one), _NAMED_FOR_PLACE.get(other, other)
    return _are_in_line(one, other) or _is_cell_of(one, other) or _is_cell_of(other, one)


def _are_in_line(one: str, other: str) -> bool:
    return one == other or one in above(other) or other in above(one)


def _is_cell_of(cell: str, place: str) -> bool:
    """Say whether a place is, or is within or around, what a cell is part of."""
    return place.startswith("UBERON:") and any(_are_in_line(whole, place) for whole in _wholes(cell))


def _wholes(cell: str) -> frozenset[str]:
    found = {one for one in (cell, *above(cell)) if one in _WHOLES}
    return frozenset(_WHOLES[one] for one in found if not any(one in above(other) for other in found))
