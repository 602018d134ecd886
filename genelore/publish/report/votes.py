"""The picture of a vote: who says which gene a record denotes, one stack for each gene."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from genelore.audit.model import Audit, Link, Standing, Vote
from genelore.audit.reading import Claim, Reading
from ontology.reference import gene as reference_gene

_LEFT, _RIGHT = 8, 352
# Above a party's ballots its name, in each row a line of text over a bar, and what is between two parties.
_TOP = 20
_ROW = 26
_BAR = 13
_GAP = 12
# Letters of a reason that fit the picture's width.
_LETTERS = 56


@dataclass(frozen=True, slots=True)
class Ballot:
    """All votes with one reason: how many, what they weigh, and the bar that shows it, under its label.

    `label_y` is the base line of the label, which begins at the left edge, so that it fits at any width.
    """

    reason: str
    number: int
    weight: float
    x: float
    width: float
    y: float
    label_y: float


@dataclass(frozen=True, slots=True)
class Party:
    """A gene that was voted for."""

    gene: str
    weight: float
    y: float
    ballots: tuple[Ballot, ...]
    leads: bool


@dataclass(frozen=True, slots=True)
class Election:
    """The votes on one record."""

    document: str
    part: str
    standing: str
    reason: str
    parties: tuple[Party, ...]
    height: float


def elections(readings: Sequence[Reading], audit: Audit) -> list[Election]:
    """Return the votes on each contested record."""
    names = {reading.source.graph: reading.source.name for reading in readings}
    claims = {claim.iri: claim for reading in readings for claim in reading.claims}
    contested = [link for link in audit.links if link.standing is Standing.CONTESTED]
    return [_election(link, names.get(link.document, link.document), claims) for link in contested]


def _election(link: Link, document: str, claims: Mapping[str, Claim]) -> Election:
    grouped: defaultdict[str, list[Vote]] = defaultdict(list)
    for vote in (*link.votes_for, *link.votes_against):
        grouped[vote.gene].append(vote)
    ordered = sorted(grouped, key=lambda gene: (-_weight(grouped[gene]), gene))
    most = max((_weight(votes) for votes in grouped.values()), default=1.0)
    parties: list[Party] = []
    y = 0.0
    for gene in ordered:
        party = _party(gene, grouped[gene], claims, y, most)
        parties.append(party)
        y += _TOP + _ROW * len(party.ballots) + _GAP
    part = link.record.partition("#")[2]
    return Election(document, part, link.standing.value, link.reason, tuple(parties), y - _GAP)


def _weight(votes: Sequence[Vote]) -> float:
    return sum(vote.weight for vote in votes)


def _party(gene: str, votes: Sequence[Vote], claims: Mapping[str, Claim], y: float, most: float) -> Party:
    grouped: defaultdict[str, list[Vote]] = defaultdict(list)
    for vote in votes:
        claim = claims.get(vote.claim)
        grouped[_kind(claim) if claim else vote.reason].append(vote)
    ballots: list[Ballot] = []
    x = float(_LEFT)
    for row, reason in enumerate(sorted(grouped, key=lambda name: (-_weight(grouped[name]), name))):
        weight = _weight(grouped[reason])
        width = weight / most * (_RIGHT - _LEFT)
        top = y + _TOP + _ROW * row
        label = reason if len(reason) <= _LETTERS else f"{reason[: _LETTERS - 1]}…"
        ballots.append(Ballot(label, len(grouped[reason]), weight, x, width, top + _BAR, top + _BAR - 4))
        x += width
    found = reference_gene(gene)
    name = f"{found.symbol} ({gene})" if found else gene
    return Party(name, _weight(votes), y, tuple(ballots), y == 0)


def _kind(claim: Claim) -> str:
    kind = claim.part.partition("-")[0] or "document"
    name = claim.predicate if claim.property == "xref" else claim.property
    return f"{kind} {name.replace('_', ' ')}" if kind != name else kind
