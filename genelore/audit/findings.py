"""What a curator has to look at: conflicts, and verdicts against a claim that no conflict tells of."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from genelore.audit.minting import conflict_iri, verdict_iri
from genelore.audit.model import Audit, Conflict, Judgement, Link, Severity, State, Verdict
from genelore.audit.reading import Claim, Reading
from ontology import bridge

# Digits of an IRI's hash that a finding shows, and that a command takes for it.
_SHOWN_DIGITS = 10
_RANK = {severity: place for place, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class Place:
    """Where one document says something: lines such as `17-19`, the first first."""

    document: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing for a curator to look at.

    `identifier` is short for `iri`, and enough for `genelore explain`. `status` is a judgement, or
    `explained`; `subject` the CURIE of an entity where there is one, else a record's IRI.
    """

    identifier: str
    iri: str
    kind: str
    status: str
    severity: Severity
    places: tuple[Place, ...]
    subject: str
    values: tuple[str, ...]
    sentence: str

    @property
    def is_open(self) -> bool:
        """Say whether somebody has to look."""
        return self.status != State.EXPLAINED


def findings(readings: Iterable[Reading], audit: Audit, base: str) -> tuple[Finding, ...]:
    """Return the findings, open ones first, the gravest first among them."""
    claims = {claim.iri: claim for reading in readings for claim in reading.claims}
    told = {iri for c in audit.conflicts for side in c.sides for iri in side.claims}
    links = {link.record: link for link in audit.links}
    found = [_of_conflict(conflict, claims, base) for conflict in audit.conflicts]
    for verdict in audit.verdicts:
        against = verdict.judgement in {Judgement.REFUTED, Judgement.OUTDATED}
        if against and verdict.claim not in told and verdict.claim in claims:
            found.append(_of_verdict(verdict, claims[verdict.claim], links, base))
    return tuple(sorted(found, key=_order))


def _order(finding: Finding) -> tuple[bool, int, str, str, str]:
    first = finding.places[0].document if finding.places else ""
    return not finding.is_open, _RANK[finding.severity], finding.kind, first, finding.identifier


def short(iri: str) -> str:
    """Return the short form of an IRI of the audit."""
    return iri.rpartition("/")[2][:_SHOWN_DIGITS]


def places(claims: Iterable[Claim]) -> tuple[Place, ...]:
    """Return where claims stand, one place for each document, lines in their order."""
    lines: defaultdict[str, set[str]] = defaultdict(set)
    for claim in claims:
        lines[claim.source.name].add(claim.lines)
    return tuple(Place(name, tuple(sorted(lines[name], key=_numbers))) for name in sorted(lines))


def _numbers(lines: str) -> tuple[int, ...]:
    return tuple(int(number) for number in lines.split("-"))


def _of_conflict(conflict: Conflict, claims: Mapping[str, Claim], base: str) -> Finding:
    iri = conflict_iri(conflict, base).value
    said = [claims[iri] for side in conflict.sides for iri in side.claims if iri in claims]
    explained = conflict.state is State.EXPLAINED
    status = State.EXPLAINED if explained else conflict.judgement or Judgement.CONTESTED
    return Finding(
        identifier=short(iri),
        iri=iri,
        kind=conflict.kind,
        status=status.value,
        severity=conflict.severity,
        places=places(said),
        subject=conflict.subject,
        values=tuple(side.value for side in conflict.sides),
        sentence=conflict.sentence,
    )


def _of_verdict(verdict: Verdict, claim: Claim, links: Mapping[str, Link], base: str) -> Finding:
    iri = verdict_iri(verdict.claim, base).value
    link = links.get(claim.subject)
    value = claim.curie or claim.text
    return Finding(
        identifier=short(iri),
        iri=iri,
        kind=verdict.rule,
        status=verdict.judgement.value,
        severity=_severity(verdict, claim),
        places=places([claim]),
        subject=(link.entity if link else "") or claim.subject,
        values=(value, verdict.denotes) if verdict.denotes else (value,),
        sentence=f"{claim.source.name} says {claim.property} {value}: {verdict.reason}",
    )


def _severity(verdict: Verdict, claim: Claim) -> Severity:
    if verdict.judgement is Judgement.OUTDATED:
        return Severity.LOW
    named = claim.property == "xref" and claim.part == "gene" and bridge.is_valid(claim.curie)
    return Severity.HIGH if named else Severity.MEDIUM


def counts(audit: Audit) -> Iterator[tuple[Judgement, int]]:
    """Give how many claims have each verdict, the gravest first."""
    for judgement in Judgement:
        yield judgement, sum(verdict.judgement is judgement for verdict in audit.verdicts)
