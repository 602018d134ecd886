"""What the documents say under one key, settled: the conflicts among them, and the verdicts that follow."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from genelore.audit.conflicts import across
from genelore.audit.corroboration import settle
from genelore.audit.disputes import disputes
from genelore.audit.examination import Examination
from genelore.audit.model import Conflict, Judgement, Verdict
from genelore.audit.statement import Key, Statement


@dataclass(frozen=True, slots=True)
class Word:
    """What a key comes to for one document: new verdicts on its claims, and its claims that are disputed."""

    verdicts: tuple[Verdict, ...] = ()
    disputed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settled:
    """One key settled: its conflicts, and a word for each document (by graph) that they concern."""

    conflicts: tuple[Conflict, ...]
    words: Mapping[str, Word]


def settled(key: Key, group: tuple[Statement, ...], witnesses: Mapping[str, str]) -> Settled:
    """Settle one key, given all that documents say under it in their order."""
    conflicts = across(key, group)
    own = {one.claim.iri: one.verdict for one in group}
    graphs = {one.claim.iri: one.claim.source.graph for one in group}
    verdicts: defaultdict[str, list[Verdict]] = defaultdict(list)
    for verdict in (*settle(key, group, witnesses), *disputes(own, conflicts)):
        verdicts[graphs[verdict.claim]].append(verdict)
    disputed: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for iri in disputed_claims(conflicts):
        if iri in graphs:
            disputed[graphs[iri]][iri] = None
    concerned = verdicts.keys() | disputed.keys()
    return Settled(conflicts, {one: Word(tuple(verdicts[one]), tuple(disputed[one])) for one in concerned})


def disputed_claims(conflicts: Iterable[Conflict]) -> list[str]:
    """Return the claims on all sides of conflicts."""
    return [iri for conflict in conflicts for side in conflict.sides for iri in side.claims]


def keys_of(examination: Examination) -> tuple[Key, ...]:
    """Return the keys that a document says something under, in the order of its text."""
    return tuple(dict.fromkeys(one.key for one in examination.statements))


def final_verdicts(examination: Examination, words: Mapping[Key, Word]) -> tuple[Verdict, ...]:
    """Return the verdicts on a document's claims, given what its keys come to for it.

    Of several words on one claim the graver counts: contested before corroborated, the first key's first.
    """
    changed: dict[str, Verdict] = {}
    for key in keys_of(examination) if words else ():
        for verdict in words[key].verdicts if key in words else ():
            before = changed.get(verdict.claim)
            if before is None or before.judgement is Judgement.CORROBORATED:
                changed[verdict.claim] = verdict
    return tuple(changed.get(verdict.claim, verdict) for verdict in examination.verdicts)
