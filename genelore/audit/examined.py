"""A document that was read and examined, and how the audit writes it down so as not to do it again."""

from collections.abc import Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import TypeAlias
from zlib import compress, decompress

from genelore.audit.examination import Examination, examine
from genelore.audit.model import Conflict, Link, Verdict
from genelore.audit.outside import NOTHING, Outside
from genelore.audit.packing import packed, unpacked
from genelore.audit.reading import Claim, Reading, Source, reading_of
from genelore.audit.statement import Key, Statement
from ontology.reference import Proteins

# A claim without its source; a node with its properties; a statement with the place of its claim.
_ClaimRow: TypeAlias = tuple[str, ...]
_NodeRow: TypeAlias = tuple[str, tuple[tuple[str, tuple[str, ...]], ...]]
_StatementRow: TypeAlias = tuple[str, str, int, str, str, str, str, tuple[str, ...]]
_claim_row = attrgetter(
    "iri", "subject", "part", "predicate", "value", "curie", "property", "lines", "quote", "text"
)


@dataclass(frozen=True, slots=True)
class Examined:
    """A document's reading and what was found in it."""

    reading: Reading
    examination: Examination

    @property
    def graph(self) -> str:
        """The document's graph, by which it is known."""
        return self.reading.source.graph

    @property
    def order(self) -> tuple[str, str]:
        """Where the document stands among others."""
        return self.reading.source.name, self.reading.source.graph


@dataclass(frozen=True, slots=True)
class _Body:
    """An examined document without what it has twice: sources of claims, claims of statements."""

    source: Source
    claims: tuple[_ClaimRow, ...]
    nodes: tuple[_NodeRow, ...]
    links: tuple[Link, ...]
    verdicts: tuple[Verdict, ...]
    conflicts: tuple[Conflict, ...]
    statements: tuple[_StatementRow, ...]
    fingerprint: frozenset[int]


def examined(reading: Reading, proteins: Proteins | None, outside: Outside = NOTHING) -> Examined:
    """Examine a reading."""
    return Examined(reading, examine(reading, proteins, outside))


def written(one: Examined) -> bytes:
    """Return an examined document as bytes, its text left out."""
    reading, found = one.reading, one.examination
    places = {claim.iri: place for place, claim in enumerate(reading.claims)}
    body = _Body(
        source=reading.source,
        claims=tuple(_claim_row(claim) for claim in reading.claims),
        nodes=tuple((iri, tuple(node.items())) for iri, node in reading.nodes.items()),
        links=found.links,
        verdicts=found.verdicts,
        conflicts=found.conflicts,
        statements=tuple(_statement_row(one, places) for one in found.statements),
        fingerprint=found.fingerprint,
    )
    return compress(packed(body), level=1)


def read(content: bytes) -> Examined:
    """Return the examined document that bytes hold.

    Raises:
        ValueError, TypeError, IndexError, zlib.error: they hold none.
    """
    body = unpacked(_Body, decompress(content))
    claims = tuple(Claim(row[0], body.source, *row[1:]) for row in body.claims)
    verdicts = {verdict.claim: verdict for verdict in body.verdicts}
    said = tuple(_statement(row, claims, verdicts) for row in body.statements)
    reading = reading_of(body.source, claims, {iri: dict(node) for iri, node in body.nodes})
    found = Examination(body.source, body.links, body.verdicts, body.conflicts, said, body.fingerprint)
    return Examined(reading, found)


def _statement_row(one: Statement, places: Mapping[str, int]) -> _StatementRow:
    place = places[one.claim.iri]
    return one.key.subject, one.key.topic, place, one.value, one.shown, one.gene, one.taxon, one.scope


def _statement(row: _StatementRow, claims: tuple[Claim, ...], verdicts: Mapping[str, Verdict]) -> Statement:
    subject, topic, place, value, shown, gene, taxon, scope = row
    claim = claims[place]
    return Statement(Key(subject, topic), claim, verdicts[claim.iri], value, shown, gene, taxon, scope)
