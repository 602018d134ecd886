"""All rules that find conflicts, inside one document and under one key of many."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeAlias

from genelore.audit.case import Case
from genelore.audit.model import Conflict, Judgement, Severity, State, Verdict
from genelore.audit.outside import TABLE
from genelore.audit.rules.collisions import collisions
from genelore.audit.rules.counterclaims import counterclaims
from genelore.audit.rules.derived import derived_identifiers
from genelore.audit.rules.diseases import diseases
from genelore.audit.rules.expression import expression_scope
from genelore.audit.rules.external import off_topic
from genelore.audit.rules.grouped import grouped
from genelore.audit.rules.identifiers import identifiers
from genelore.audit.rules.identity import identity
from genelore.audit.rules.images import image_evidence
from genelore.audit.rules.localisation import localisation
from genelore.audit.rules.names import aliases_of_two
from genelore.audit.rules.omim import gene_and_disease
from genelore.audit.rules.places import places
from genelore.audit.rules.silence import silence
from genelore.audit.rules.unknown import unknown_identifiers
from genelore.audit.rules.values import values
from genelore.audit.statement import Key, Statement

AcrossRule: TypeAlias = Callable[[Key, tuple[Statement, ...]], Iterator[Conflict]]

_WITHIN: tuple[Callable[[Case], Iterator[Conflict]], ...] = (
    identity,
    derived_identifiers,
    image_evidence,
    aliases_of_two,
    off_topic,
)
_ACROSS: tuple[AcrossRule, ...] = (
    identifiers,
    unknown_identifiers,
    gene_and_disease,
    places,
    diseases,
    localisation,
    expression_scope,
    collisions,
    silence,
    counterclaims,
    values,
)
_SEVERITIES = tuple(Severity)
_STATES = tuple(State)


def within(case: Case, verdicts: Mapping[str, Verdict]) -> tuple[Conflict, ...]:
    """Return the conflicts that one document has with itself and the reference."""
    found = [conflict for rule in _WITHIN for conflict in rule(case)]
    return tuple(_with_answers(conflict, verdicts) for conflict in (*found, *grouped(case, verdicts)))


def across(key: Key, group: tuple[Statement, ...]) -> tuple[Conflict, ...]:
    """Return the conflicts among the statements under one key."""
    verdicts = {one.claim.iri: one.verdict for one in group}
    return tuple(_with_answers(conflict, verdicts) for rule in _ACROSS for conflict in rule(key, group))


def _with_answers(conflict: Conflict, verdicts: Mapping[str, Verdict]) -> Conflict:
    """Return a contested conflict with what endpoints answered about the claims on its sides."""
    if conflict.judgement is not Judgement.CONTESTED:
        return conflict
    claims = (iri for side in conflict.sides for iri in side.claims if iri in verdicts)
    answers = [row for iri in claims for row in verdicts[iri].rows if row.table == TABLE]
    return replace(conflict, rows=tuple(dict.fromkeys((*conflict.rows, *answers)))) if answers else conflict


def ranked(found: Iterable[Conflict]) -> tuple[Conflict, ...]:
    """Return conflicts as a curator should see them: open before explained, the gravest first."""
    return tuple(sorted(found, key=_rank))


def _rank(conflict: Conflict) -> tuple[int, int, str, str, str]:
    place = _STATES.index(conflict.state), _SEVERITIES.index(conflict.severity)
    return (*place, conflict.kind, conflict.key, conflict.rule)
