"""The whole audit: each document alone, then what they say under each key together."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from genelore.audit.conflicts import across, ranked
from genelore.audit.copies import copies, witnesses
from genelore.audit.corroboration import settle
from genelore.audit.disputes import disputes
from genelore.audit.examination import Examination, examine
from genelore.audit.model import Audit, Conflict, Judgement, Verdict
from genelore.audit.reading import Reading
from genelore.audit.statement import Key, Statement
from ontology.reference import Proteins


def audit(readings: Iterable[Reading], proteins: Proteins | None = None) -> Audit:
    """Audit documents, in whatever order they come: the result is the same."""
    return conclude([examine(reading, proteins) for reading in readings])


def conclude(examinations: Iterable[Examination]) -> Audit:
    """Put together what was found in each document and what they say of each other."""
    ordered = sorted(examinations, key=lambda one: (one.source.name, one.source.graph))
    groups = copies({one.source.graph: one.fingerprint for one in ordered})
    counted = witnesses((one.source.graph for one in ordered), groups)
    by_key = keyed(ordered)
    changed: dict[str, Verdict] = {}
    found: list[Conflict] = [conflict for one in ordered for conflict in one.conflicts]
    for key, group in by_key.items():
        conflicts = across(key, group)
        found.extend(conflicts)
        own = {one.claim.iri: one.verdict for one in group}
        for verdict in (*settle(key, group, counted), *disputes(own, conflicts)):
            _keep(changed, verdict)
    return Audit(
        sources=tuple(one.source for one in ordered),
        links=tuple(link for one in ordered for link in one.links),
        verdicts=tuple(changed.get(verdict.claim, verdict) for one in ordered for verdict in one.verdicts),
        conflicts=ranked(found),
        copies=groups,
    )


def keyed(examinations: Sequence[Examination]) -> Mapping[Key, tuple[Statement, ...]]:
    """Return all statements by key, in the order of the documents."""
    groups: defaultdict[Key, list[Statement]] = defaultdict(list)
    for one in examinations:
        for statement in one.statements:
            groups[statement.key].append(statement)
    return {key: tuple(group) for key, group in groups.items()}


def _keep(changed: dict[str, Verdict], verdict: Verdict) -> None:
    """Keep the graver of two verdicts on one claim: contested before corroborated."""
    before = changed.get(verdict.claim)
    if before is None or before.judgement is Judgement.CORROBORATED:
        changed[verdict.claim] = verdict
