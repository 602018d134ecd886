"""Locations: refuted ones, and ends that differ because the annotation releases do."""

from collections import defaultdict
from collections.abc import Iterator

from genelore.audit.model import Conflict, Judgement, Severity, State
from genelore.audit.rules.making import reference_side, says, sentence, side_of
from genelore.audit.statement import Key, Statement
from genelore.audit.wording import listed, written

_UNSTATED = "no annotation release stated"
_EXPLAINED = "as the annotation releases do, so none is refuted"
_TOPICS = {"chromosome": "chromosome", "cytoband": "band", "location": "place"}


def places(key: Key, group: tuple[Statement, ...]) -> Iterator[Conflict]:
    """Give conflicts of chromosomes, bands and regions."""
    if key.topic not in _TOPICS:
        return
    by_value: defaultdict[str, list[Statement]] = defaultdict(list)
    for one in group:
        by_value[one.value].append(one)
    for saying in (them for _, them in sorted(by_value.items())):
        if saying[0].verdict.judgement is Judgement.REFUTED or saying[0].verdict.rule == "location-assembly":
            yield _refuted(key, saying)
    if key.topic == "location":
        yield from _releases(key, by_value)


def _refuted(key: Key, saying: list[Statement]) -> Conflict:
    first = saying[0]
    whose = first.gene or written(key.subject)
    text = (
        f"{says(saying, 'gives', 'give')} {whose} the {_TOPICS[key.topic]} {first.shown}, but "
        f"{first.verdict.reason}"
    )
    return Conflict(
        kind="location",
        key=f"{key.subject} {key.topic} {first.value}",
        subject=key.subject,
        sides=(side_of(first.shown, saying), reference_side(first.verdict.reason)),
        sentence=sentence(text),
        rule=first.verdict.rule,
        severity=Severity.MEDIUM,
        judgement=first.verdict.judgement,
        rows=first.verdict.rows,
    )


def _releases(key: Key, by_value: dict[str, list[Statement]]) -> Iterator[Conflict]:
    """Give a conflict for regions of one assembly that share one end and not the other."""
    sharing: defaultdict[tuple[str, str, str], list[list[Statement]]] = defaultdict(list)
    for _, saying in sorted(by_value.items()):
        assembly, _, begin, end = saying[0].scope
        if begin and saying[0].verdict.judgement is not Judgement.REFUTED:
            sharing[assembly, "start", begin].append(saying)
            sharing[assembly, "end", end].append(saying)
    for (assembly, name, position), places_of in sorted(sharing.items()):
        if len(places_of) > 1:
            yield _differing(key, f"{assembly} {name} {position}", name, places_of)


def _differing(key: Key, shared: str, name: str, sides: list[list[Statement]]) -> Conflict:
    releases = [_release(saying) for saying in sides]
    why = _why(releases)
    other = "end" if name == "start" else "start"
    told = (
        f"{says(saying, 'places', 'place')} {saying[0].gene} at {saying[0].shown} ({release})"
        for saying, release in zip(sides, releases, strict=True)
    )
    return Conflict(
        kind="location",
        key=f"{key.subject} {shared}",
        subject=key.subject,
        sides=tuple(side_of(saying[0].shown, saying) for saying in sides),
        sentence=sentence(f"{listed(told)}: the {name} is the same and the {other} differs, {why}"),
        rule="location-release",
        severity=Severity.LOW,
        state=State.EXPLAINED if why == _EXPLAINED else State.OPEN,
        scope=f"annotation release: {'; '.join(releases)}" if why == _EXPLAINED else "",
        rows=sides[0][0].verdict.rows,
    )


def _release(saying: list[Statement]) -> str:
    return next((one.scope[1] for one in saying if one.scope[1]), _UNSTATED)


def _why(releases: list[str]) -> str:
    """Say why places differ: explained if all releases differ, and all or all but one are stated."""
    if len(set(releases)) == len(releases):
        return _EXPLAINED
    if releases.count(_UNSTATED) > 1:
        return "and they do not state of which annotation release they are"
    return "and two of them state the same annotation release"
