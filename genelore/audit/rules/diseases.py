"""What documents say of a disease: how it is inherited, and what it is a kind of."""

from collections import defaultdict
from collections.abc import Iterator

from genelore.audit.disease_verdicts import above, named
from genelore.audit.model import Conflict, Judgement, Severity, Side
from genelore.audit.rules.making import reference_side, says, sentence, side_of
from genelore.audit.statement import Key, Statement

_KINDS = {"inheritance": "inheritance", "diseaseSubclassOf": "classification"}
_VERBS = {"inheritance": ("gives", "give", ""), "diseaseSubclassOf": ("calls", "call", "a kind of ")}


def diseases(key: Key, group: tuple[Statement, ...]) -> Iterator[Conflict]:
    """Give a conflict for each inheritance or class that the reference refutes, or that documents dispute."""
    if key.topic not in _KINDS:
        return
    by_value: defaultdict[str, list[Statement]] = defaultdict(list)
    for one in group:
        by_value[one.value].append(one)
    refuted = {value for value, them in by_value.items() if them[0].verdict.judgement is Judgement.REFUTED}
    for value in sorted(refuted):
        right = [one for one in group if one.verdict.judgement is Judgement.CONFIRMED]
        yield _refuted(key, value, by_value[value], right)
    if key.topic == "inheritance":
        yield from _disputed(key, {value: them for value, them in by_value.items() if value not in refuted})


def _refuted(key: Key, value: str, saying: list[Statement], right: list[Statement]) -> Conflict:
    first = saying[0]
    one, several, kind = _VERBS[key.topic]
    said = (
        f"{says(saying, one, several)} {named(key.subject)} {kind}{named(value)}, but {first.verdict.reason}"
    )
    agreeing = f", as {says(right)}" if right and key.topic == "inheritance" else ""
    sides = (side_of(named(value), saying), *_right_sides(key, first, right))
    return Conflict(
        kind=_KINDS[key.topic],
        key=f"{key.subject} {key.topic} {value}",
        subject=key.subject,
        sides=sides,
        sentence=sentence(f"{said}{agreeing}"),
        rule=first.verdict.rule,
        severity=Severity.MEDIUM,
        judgement=Judgement.REFUTED,
        rows=first.verdict.rows,
    )


def _right_sides(key: Key, first: Statement, right: list[Statement]) -> tuple[Side, ...]:
    if key.topic != "inheritance" or not right:
        return (reference_side(first.verdict.reason),)
    values = sorted({one.value for one in right})
    return tuple(side_of(named(value), [one for one in right if one.value == value]) for value in values)


def _disputed(key: Key, by_value: dict[str, list[Statement]]) -> Iterator[Conflict]:
    """Give a conflict for two modes of which neither is a kind of the other and the reference has neither."""
    open_ones = {
        value: them
        for value, them in by_value.items()
        if them[0].verdict.judgement is not Judgement.CONFIRMED
    }
    ordered = sorted(open_ones)
    for place, value in enumerate(ordered):
        for other in ordered[place + 1 :]:
            if value not in above(other) and other not in above(value) and ":" in value and ":" in other:
                yield _dispute(key, open_ones[value], open_ones[other])


def _dispute(key: Key, one: list[Statement], other: list[Statement]) -> Conflict:
    said = f"{says(one, 'gives', 'give')} {named(key.subject)} {named(one[0].value)}"
    text = f"{said}, {says(other, 'gives', 'give')} it {named(other[0].value)}; {one[0].verdict.reason}"
    return Conflict(
        kind="inheritance",
        key=f"{key.subject} inheritance {one[0].value} {other[0].value}",
        subject=key.subject,
        sides=(side_of(named(one[0].value), one), side_of(named(other[0].value), other)),
        sentence=sentence(text),
        rule="documents-disagree",
        severity=Severity.LOW,
        judgement=Judgement.CONTESTED,
        rows=one[0].verdict.rows,
    )
