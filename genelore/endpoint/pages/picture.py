"""The picture of a conflict: documents on the left, what they say on the right, the reference among them."""

from dataclasses import dataclass

from genelore.audit.wording import plural
from genelore.endpoint.pages.dispute import Dispute, Party
from genelore.endpoint.pages.naming import clipped
from genelore.endpoint.pages.rendering import short

REFERENCE = "reference"
_WIDTH = 640.0
_BOX = 236.0
_ROW = 56.0
_HEIGHT = 44.0
_LETTERS = 33
# More boxes than that are no picture any more.
_MOST = 10


@dataclass(frozen=True, slots=True)
class Box:
    """Who says something, or what is said."""

    label: str
    x: float
    y: float
    judgement: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Tie:
    """From who says it to what is said: a line from the right edge of one box to the left edge of another."""

    x1: float
    y1: float
    x2: float
    y2: float
    judgement: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of so many units in height; `width` is always the same."""

    boxes: tuple[Box, ...]
    ties: tuple[Tie, ...]
    width: float
    box_width: float
    box_height: float
    height: float


def picture(dispute: Dispute) -> Picture | None:
    """Return the picture of a conflict, None where it would be a thicket."""
    speakers = _speakers(dispute)
    if not dispute.parties or max(len(speakers), len(dispute.parties)) > _MOST:
        return None
    rows = max(len(speakers), len(dispute.parties))
    left = {name: _spread(place, len(speakers), rows) for place, name in enumerate(speakers)}
    right = [_spread(place, len(dispute.parties), rows) for place in range(len(dispute.parties))]
    boxes = [Box(clipped(short(name), _LETTERS), 0, y) for name, y in left.items()]
    ties: list[Tie] = []
    for party, y in zip(dispute.parties, right, strict=True):
        judgement = _gravest(party)
        boxes.append(Box(clipped(party.value, _LETTERS), _WIDTH - _BOX, y, judgement, _note(party)))
        ties += [_tie(left[name], y, judgement) for name in _said_by(dispute, party)]
    return Picture(tuple(boxes), tuple(ties), _WIDTH, _BOX, _HEIGHT, rows * _ROW)


def _speakers(dispute: Dispute) -> list[str]:
    names = [name for party in dispute.parties for name in _said_by(dispute, party)]
    return sorted({*names}, key=lambda name: (name == REFERENCE, names.index(name)))


def _said_by(dispute: Dispute, party: Party) -> list[str]:
    """Return who says what a side says: documents, and the reference where it agrees."""
    found = list(dict.fromkeys(passage.document for passage in party.passages))
    confirmed = any(passage.judgement == "confirmed" for passage in party.passages)
    decides = bool(dispute.citations) and dispute.judgement != "contested"
    return [*found, REFERENCE] if decides and (confirmed or not party.passages) else found


def _note(party: Party) -> str:
    number = len(party.passages) + party.more
    return plural(number, "place") if number else "says the reference"


def _gravest(party: Party) -> str:
    judgements = {passage.judgement for passage in party.passages}
    if not judgements:
        return "confirmed"
    return next(
        (name for name in ("refuted", "outdated", "contested", "confirmed") if name in judgements), ""
    )


def _spread(place: int, number: int, rows: int) -> float:
    """Return the top of a box, so that the boxes of a column stand evenly over its height."""
    return (place + 0.5) * rows * _ROW / number - _HEIGHT / 2


def _tie(left: float, right: float, judgement: str) -> Tie:
    middle = _HEIGHT / 2
    return Tie(_BOX, left + middle, _WIDTH - _BOX, right + middle, judgement)
