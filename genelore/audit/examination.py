"""What the audit finds in one document alone: all that need not be done again until the document changes."""

from dataclasses import dataclass

from genelore.audit.case import open_case
from genelore.audit.conflicts import within
from genelore.audit.copies import Trait, fingerprint, sketch
from genelore.audit.disputes import disputes
from genelore.audit.model import Conflict, Link, Verdict
from genelore.audit.outside import NOTHING, Outside
from genelore.audit.reading import Reading, Source
from genelore.audit.statement import Statement, statements
from genelore.audit.verdicts import verdicts
from ontology.reference import Proteins


@dataclass(frozen=True, slots=True)
class Examination:
    """One document's links, verdicts by the reference, conflicts, and statements to compare with others'."""

    source: Source
    links: tuple[Link, ...]
    verdicts: tuple[Verdict, ...]
    conflicts: tuple[Conflict, ...]
    statements: tuple[Statement, ...]
    fingerprint: frozenset[int]

    @property
    def trait(self) -> Trait:
        """What tells whether the document may be a copy of another."""
        return Trait(sketch(self.fingerprint), self.source.origins)


def examine(reading: Reading, proteins: Proteins | None = None, outside: Outside = NOTHING) -> Examination:
    """Examine one document by the reference, without the others."""
    case = open_case(reading, proteins, outside)
    by_reference = {verdict.claim: verdict for verdict in verdicts(case)}
    conflicts = within(case, by_reference)
    # What a document says of itself stays its own matter, even where its title votes in a conflict.
    judged = {claim.iri: by_reference[claim.iri] for claim in reading.claims if claim.part}
    by_claim = by_reference | {verdict.claim: verdict for verdict in disputes(judged, conflicts)}
    return Examination(
        source=reading.source,
        links=tuple(case.links.values()),
        verdicts=tuple(by_claim.values()),
        conflicts=conflicts,
        statements=statements(case, by_claim),
        fingerprint=fingerprint(reading.text),
    )
