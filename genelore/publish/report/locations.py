"""The picture of where documents put a gene: one bar for each, and both ends under a magnifier."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from genelore.audit.entities import region
from genelore.audit.model import Audit
from genelore.audit.reading import Claim, Reading
from ontology.reference import gene as reference_gene

# Left and right edge of the bars, of the magnifier of begins and of that of ends, in units of the picture.
_BARS = (8, 352)
_BEGINS = (20, 160)
_ENDS = (200, 340)
_TOP = 8
_ROW = 32
_AXIS = 34
_LENS_ROW = 14


@dataclass(frozen=True, slots=True)
class Bar:
    """One source's location: its bar, and its ends again under the magnifiers.

    `note` says how its ends lie to those of the first bar. `lens_y`, `begin_x` and `end_x` are its marks
    under the magnifiers.
    """

    source: str
    begin: int
    end: int
    x: float
    width: float
    y: float
    is_reference: bool
    note: str
    begin_x: float
    end_x: float
    lens_y: float


@dataclass(frozen=True, slots=True)
class Strip:
    """All locations of one gene on one chromosome of one assembly."""

    title: str
    sequence: str
    bars: tuple[Bar, ...]
    height: float
    lens_top: float
    first: int
    last: int
    begin_spread: int
    end_spread: int


@dataclass(frozen=True, slots=True)
class _Place:
    source: str
    begin: int
    end: int
    is_reference: bool = False


def strips(readings: Sequence[Reading], audit: Audit) -> list[Strip]:
    """Return a strip for each gene on each assembly where two sources can be compared, sorted."""
    entities = {link.record: link.entity for link in audit.links}
    found: defaultdict[tuple[str, str, str], list[_Place]] = defaultdict(list)
    for reading in readings:
        for claim in reading.claims:
            entity = entities.get(claim.subject, "")
            if claim.predicate == "location" and entity:
                _add(found, entity, reading, claim)
    for (entity, assembly, chromosome), places in found.items():
        places[:0] = _of_reference(entity, assembly, chromosome)
    return [_strip(key, found[key]) for key in sorted(found) if len(found[key]) > 1]


def _add(
    found: defaultdict[tuple[str, str, str], list[_Place]], entity: str, reading: Reading, claim: Claim
) -> None:
    assembly, chromosome, begin, end = region(reading, claim.value.partition("#")[2])
    if begin and end:
        key = entity, assembly.partition(".")[0], chromosome
        found[key].append(_Place(reading.source.name, int(begin), int(end)))


def _of_reference(entity: str, assembly: str, chromosome: str) -> list[_Place]:
    gene = reference_gene(entity)
    location = gene.location if gene else None
    if not location or (location.assembly, location.chromosome) != (assembly, chromosome):
        return []
    return [_Place("reference", location.begin, location.end, is_reference=True)]


def _strip(key: tuple[str, str, str], places: list[_Place]) -> Strip:
    entity, assembly, chromosome = key
    begins, ends = [place.begin for place in places], [place.end for place in places]
    lens = _TOP + _ROW * len(places) + _AXIS
    bars = tuple(_bar(place, places, row, lens + 12) for row, place in enumerate(places))
    gene = reference_gene(entity)
    return Strip(
        title=gene.symbol if gene else entity,
        sequence=f"{assembly} chromosome {chromosome}" if assembly else f"chromosome {chromosome}",
        bars=bars,
        height=lens + 22 + _LENS_ROW * len(places),
        lens_top=lens,
        first=min(begins),
        last=max(ends),
        begin_spread=max(begins) - min(begins),
        end_spread=max(ends) - min(ends),
    )


def _bar(place: _Place, places: list[_Place], row: int, lens: float) -> Bar:
    begins, ends = [one.begin for one in places], [one.end for one in places]
    left = _scaled(place.begin, min(begins), max(ends), _BARS)
    right = _scaled(place.end, min(begins), max(ends), _BARS)
    return Bar(
        source=place.source,
        begin=place.begin,
        end=place.end,
        x=left,
        width=max(right - left, 2),
        y=_TOP + _ROW * row,
        is_reference=place.is_reference,
        note="" if place is places[0] else _difference(place, places[0]),
        begin_x=_scaled(place.begin, min(begins), max(begins), _BEGINS),
        end_x=_scaled(place.end, min(ends), max(ends), _ENDS),
        lens_y=lens + _LENS_ROW * row,
    )


def _scaled(value: int, low: int, high: int, edges: tuple[int, int]) -> float:
    """Return where a position lies between two edges; in the middle if there is only one."""
    left, right = edges
    return round(left + (right - left) * ((value - low) / (high - low) if high > low else 0.5), 1)


def _difference(place: _Place, first: _Place) -> str:
    changes = [
        f"{name} {number:+,} bp"
        for name, number in (("begin", place.begin - first.begin), ("end", place.end - first.end))
        if number
    ]
    return ", ".join(changes) or "same ends"
