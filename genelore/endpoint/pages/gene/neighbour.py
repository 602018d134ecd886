"""What the consensus ties a gene to, and a picture of it."""

from collections.abc import Sequence
from dataclasses import dataclass

import pyoxigraph
from pyoxigraph import NamedNode

from genelore.endpoint.pages.entity import Entity, entity
from genelore.endpoint.pages.gene.dossier import Dossier
from genelore.endpoint.pages.question import rows
from genelore.endpoint.pages.vocabulary import word
from genelore.endpoint.site import Site

# Things on each side of the picture; the table has all.
_SHOWN = 12
_ROW = 24
_TOP = 16
# The letters that fit beside a line.
_LETTERS = 36


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A thing that the consensus ties to the gene: `is_subject` says that the gene is its value."""

    relation: str
    thing: Entity
    sources: int
    is_subject: bool


@dataclass(frozen=True, slots=True)
class Spoke:
    """A line of the picture, from the gene to a label at `y`; `weight` is how thick it is."""

    label: str
    note: str
    address: str
    y: float
    weight: float
    tone: str


@dataclass(frozen=True, slots=True)
class Picture:
    """Documents on the left, things on the right, the gene between them at `middle`."""

    height: float
    middle: float
    documents: tuple[Spoke, ...]
    things: tuple[Spoke, ...]
    more_documents: int
    more_things: int


def neighbours(store: pyoxigraph.Store, site: Site, found: Dossier) -> list[Neighbour]:
    """Return what the consensus ties to a gene, by relation, the best supported first."""
    made = []
    for row in rows(store, site, "neighbours", gene=NamedNode(found.iri)):
        thing = entity(store, site, row["thing"])
        made.append(Neighbour(word(row["relation"]), thing, int(row["sources"]), row["direction"] == "in"))
    return sorted(
        made, key=lambda one: (one.relation, one.is_subject, -one.sources, one.thing.label.casefold())
    )


def picture(found: Dossier, tied: Sequence[Neighbour]) -> Picture:
    """Return the picture: the records that denote the gene, and the best supported of each relation."""
    things = _spread(tied)
    number = max(len(found.holdings[:_SHOWN]), len(things), 3)
    height = _TOP * 2 + _ROW * (number - 1)
    documents = [
        (_short(one.reading.source.name), one.standing, one.link, 1.0, one.standing)
        for one in found.holdings[:_SHOWN]
    ]
    ties = [(one.thing.label, one.relation, one.thing.address, min(one.sources, 6), "") for one in things]
    return Picture(
        height,
        height / 2,
        _spokes(documents, height),
        _spokes(ties, height),
        len(found.holdings) - len(documents),
        len(tied) - len(things),
    )


def _spread(tied: Sequence[Neighbour]) -> list[Neighbour]:
    """Take one of each relation in turn, so that no relation fills the picture."""
    places: dict[str, int] = {}
    ranked = []
    for one in tied:
        places[one.relation] = places.get(one.relation, -1) + 1
        ranked.append((places[one.relation], one))
    chosen = sorted(ranked, key=lambda item: item[0])[:_SHOWN]
    return sorted((one for _, one in chosen), key=lambda one: (one.relation, -one.sources))


def _spokes(things: Sequence[tuple[str, str, str, float, str]], height: float) -> tuple[Spoke, ...]:
    gap = (height - 2 * _TOP) / max(len(things) - 1, 1)
    begin = _TOP if len(things) > 1 else height / 2
    return tuple(
        Spoke(_clipped(label), note, target, round(begin + gap * place, 1), weight, tone)
        for place, (label, note, target, weight, tone) in enumerate(things)
    )


def _clipped(text: str) -> str:
    return text if len(text) <= _LETTERS else f"{text[: _LETTERS - 1]}…"


def _short(name: str) -> str:
    return name.rpartition("/")[2]
