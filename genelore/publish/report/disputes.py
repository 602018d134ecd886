"""Findings with what each side wrote: the quotes and their lines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from genelore.audit.findings import Finding
from genelore.audit.minting import conflict_iri, verdict_iri
from genelore.audit.model import Audit, Side
from genelore.audit.reading import Claim, Reading
from genelore.publish.finding_table import written
from ontology.reference import Row

_QUOTES = 4
_LETTERS = 240


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage of a document."""

    document: str
    lines: str
    text: str


@dataclass(frozen=True, slots=True)
class Party:
    """One side: what it says, and where; `more` counts quotes that are left out."""

    value: str
    quotes: tuple[Quote, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Dispute:
    """A finding with both its sides, the rule that found it and the rows it rests on."""

    finding: Finding
    parties: tuple[Party, ...]
    rule: str
    scope: str
    rows: tuple[Row, ...]


def disputes(readings: Sequence[Reading], audit: Audit, found: Sequence[Finding], base: str) -> list[Dispute]:
    """Return the findings in their order, each with its sides."""
    claims = {claim.iri: claim for reading in readings for claim in reading.claims}
    conflicts = {conflict_iri(conflict, base).value: conflict for conflict in audit.conflicts}
    verdicts = {verdict_iri(verdict.claim, base).value: verdict for verdict in audit.verdicts}
    shown = []
    for finding in found:
        conflict, verdict = conflicts.get(finding.iri), verdicts.get(finding.iri)
        if conflict:
            parties = tuple(_party(side, claims) for side in conflict.sides)
            shown.append(Dispute(finding, parties, conflict.rule, conflict.scope, conflict.rows))
        elif verdict:
            parties = (_party(Side(finding.values[0], (verdict.claim,)), claims),)
            shown.append(Dispute(finding, parties, verdict.rule, "", verdict.rows))
    return shown


def _party(side: Side, claims: Mapping[str, Claim]) -> Party:
    said = [claims[iri] for iri in side.claims if iri in claims]
    places = {(c.source.name, c.lines): c for c in reversed(said)}
    ordered = [places[place] for place in sorted(places)]
    quotes = tuple(Quote(c.source.name, written(c.lines), _clipped(c.quote)) for c in ordered[:_QUOTES])
    return Party(side.value, quotes, len(ordered) - len(quotes))


def _clipped(text: str) -> str:
    return text if len(text) <= _LETTERS else f"{text[:_LETTERS]}…"
