"""Verdicts that rest on other documents, where the reference has no answer."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import islice

from genelore.audit.model import Judgement, Verdict
from genelore.audit.rules.unknown import is_unknown
from genelore.audit.statement import FUNCTIONAL, Key, Statement
from genelore.audit.wording import listed

_NEVER = {"expression", "response", "gene and disease", "localisation", "taxon", "location", "shows"}
_WRONG = (Judgement.REFUTED, Judgement.OUTDATED)
_CITED = 5


def settle(key: Key, group: tuple[Statement, ...], witnesses: Mapping[str, str]) -> Iterator[Verdict]:
    """Give the new verdicts of statements that nothing decided: contested, or corroborated."""
    if key.topic in _NEVER or key.topic.startswith("id "):
        return
    sound = [one for one in group if one.verdict.judgement not in _WRONG]
    by_value: defaultdict[str, list[Statement]] = defaultdict(list)
    for one in sound:
        by_value[one.value].append(one)
    for value, saying in sorted(by_value.items()):
        if key.topic in FUNCTIONAL and len(by_value) > 1:
            yield from _contested(saying, [one for one in sound if one.value != value])
        elif len({witnesses[one.claim.source.graph] for one in saying}) > 1:
            yield from _corroborated(saying, witnesses)


def _contested(saying: list[Statement], rivals: list[Statement]) -> Iterator[Verdict]:
    """Give the verdicts of claims that others speak against: those that the reference confirms, else all."""
    backed = [one for one in rivals if one.verdict.judgement is Judgement.CONFIRMED]
    against = tuple((backed or rivals)[:_CITED])
    others = listed(f"{one.shown} ({one.claim.source.name})" for one in against)
    claims = tuple(other.claim.iri for other in against)
    for one in saying:
        if one.verdict.judgement is Judgement.UNVERIFIED:
            reason = f"other claims say {others}{_stand(one, bool(backed))}"
            yield Verdict(one.claim.iri, Judgement.CONTESTED, reason, "documents-disagree", claims=claims)


def _stand(one: Statement, is_backed: bool) -> str:
    """Return what the reference has to say where other claims disagree with one."""
    if is_backed:
        return f", which the reference confirms; {one.verdict.reason}"
    return f"; {one.verdict.reason}" if is_unknown(one) else ", and the reference does not decide"


def _corroborated(saying: list[Statement], witnesses: Mapping[str, str]) -> Iterator[Verdict]:
    first: dict[str, Statement] = {}
    for one in saying:
        first.setdefault(witnesses[one.claim.source.graph], one)
    for one in saying:
        if one.verdict.judgement is Judgement.UNVERIFIED:
            own = witnesses[one.claim.source.graph]
            others = islice((other for witness, other in first.items() if witness != own), _CITED)
            yield _agreed(one, tuple(others), len(first) - 1)


def _agreed(one: Statement, others: tuple[Statement, ...], number: int) -> Verdict:
    names = listed(other.claim.source.name for other in others)
    if number == 1:
        reason = f"an independent document says the same: {names}"
    else:
        reason = f"{number} independent documents say the same, among them {names}"
    claims = tuple(other.claim.iri for other in others)
    return Verdict(one.claim.iri, Judgement.CORROBORATED, reason, "documents-agree", claims=claims)
