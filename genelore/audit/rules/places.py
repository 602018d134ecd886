"""Locations: refuted ones, and ends that differ because the annotation releases do."""

from collections import defaultdict
from collections.abc import Iterator

from genelore.audit.model import Conflict, Judgement, Severity, State
from genelore.audit.regions import MITOCHONDRION
from genelore.audit.rules.making import reference_side, says, sentence, side_of
from genelore.audit.statement import Key, Statement
from genelore.audit.wording import listed, species_named, written
from ontology.reference import gene

_UNSTATED = "no annotation release stated"
_EXPLAINED = "as the annotation releases do, so none is refuted"
_ASSEMBLY = "location-assembly"
_TOPICS = {"chromosome": "chromosome", "cytoband": "band", "location": "place"}


def places(key: Key, group: tuple[Statement, ...]) -> Iterator[Conflict]:
    """Give conflicts of chromosomes, bands and regions."""
    if key.topic not in _TOPICS:
        return
    by_value: defaultdict[str, list[Statement]] = defaultdict(list)
    for one in group:
        by_value[one.value].append(one)
    for saying in (them for _, them in sorted(by_value.items())):
        if saying[0].verdict.judgement is Judgement.REFUTED or saying[0].verdict.rule == _ASSEMBLY:
            yield _refuted(key, saying)
    if key.topic == "location":
        yield from _releases(key, by_value)
        yield from _assemblies(key, by_value)


def _refuted(key: Key, saying: list[Statement]) -> Conflict:
    first = saying[0]
    text = (
        f"{says(saying, 'gives', 'give')} {_whose(key, first)} the {_TOPICS[key.topic]} {first.shown}, but "
        f"{first.verdict.reason}"
    )
    return Conflict(
        kind="location",
        key=f"{key.subject} {key.topic} {first.value}",
        subject=key.subject,
        sides=(side_of(first.shown, saying), reference_side(first.verdict.reason)),
        sentence=sentence(text),
        rule=first.verdict.rule,
        severity=Severity.MEDIUM if first.verdict.judgement is Judgement.REFUTED else Severity.LOW,
        judgement=first.verdict.judgement,
        rows=first.verdict.rows,
    )


def _whose(key: Key, first: Statement) -> str:
    """Return what a place is said to be of: the record's gene, or the ortholog with its species."""
    if not first.claim.part.startswith("ortholog"):
        return first.gene or written(key.subject)
    found = gene(key.subject)
    return f"{species_named(found.taxon)} {found.symbol}" if found and found.symbol else written(key.subject)


def _releases(key: Key, by_value: dict[str, list[Statement]]) -> Iterator[Conflict]:
    """Give a conflict for regions of one assembly that share one end and not the other."""
    sharing: defaultdict[tuple[str, str, str, str], list[list[Statement]]] = defaultdict(list)
    for _, saying in sorted(by_value.items()):
        assembly, _, begin, end = saying[0].scope
        if begin and saying[0].verdict.judgement is not Judgement.REFUTED:
            chromosome = _chromosome(saying[0])
            sharing[assembly, "start", begin, chromosome].append(saying)
            sharing[assembly, "end", end, chromosome].append(saying)
    for (assembly, name, position, _), places_of in sorted(sharing.items()):
        if len(places_of) > 1:
            yield _differing(key, f"{assembly} {name} {position}", name, places_of)


def _differing(key: Key, shared: str, name: str, sides: list[list[Statement]]) -> Conflict:
    releases = [_release(saying) for saying in sides]
    why = _why(releases)
    backed = [saying[0].shown for saying in sides if saying[0].verdict.judgement is Judgement.CONFIRMED]
    other = "end" if name == "start" else "start"
    told = listed(f"{_placed(key, side)} ({release})" for side, release in zip(sides, releases, strict=True))
    return Conflict(
        kind="location",
        key=f"{key.subject} {shared}",
        subject=key.subject,
        sides=tuple(side_of(saying[0].shown, saying) for saying in sides),
        sentence=sentence(f"{told}: the {name} is the same and the {other} differs, {why}{_backing(backed)}"),
        rule="location-release",
        severity=Severity.LOW,
        state=State.EXPLAINED if why == _EXPLAINED else State.OPEN,
        scope=f"annotation release: {'; '.join(releases)}" if why == _EXPLAINED else "",
        judgement=Judgement.UNVERIFIED if backed and why != _EXPLAINED else None,
        rows=sides[0][0].verdict.rows,
    )


def _placed(key: Key, saying: list[Statement]) -> str:
    return f"{says(saying, 'places', 'place')} {_whose(key, saying[0])} at {saying[0].shown}"


def _backing(backed: list[str]) -> str:
    return f"; the reference has {listed(backed)}" if backed else ""


def _assemblies(key: Key, by_value: dict[str, list[Statement]]) -> Iterator[Conflict]:
    """Give a conflict for the same base pairs under several assemblies, if the reference tells of none."""
    sharing: defaultdict[tuple[str, str, str], list[list[Statement]]] = defaultdict(list)
    for _, saying in sorted(by_value.items()):
        assembly, _, begin, end = saying[0].scope
        verdict = saying[0].verdict
        is_open = verdict.judgement is Judgement.UNVERIFIED and verdict.rule != _ASSEMBLY
        chromosome = _chromosome(saying[0])
        if assembly and begin and is_open and chromosome != MITOCHONDRION:
            sharing[begin, end, chromosome].append(saying)
    for (begin, end, _), sides in sorted(sharing.items()):
        if len(sides) > 1:
            yield _under_several(key, f"{begin}-{end}", sides)


def _chromosome(one: Statement) -> str:
    """Return the chromosome of a region: `X` of `GRCh38:X:55009055-55030977`."""
    return one.shown.rpartition(":")[0].rpartition(":")[2]


def _under_several(key: Key, numbers: str, sides: list[list[Statement]]) -> Conflict:
    told = listed(_placed(key, saying) for saying in sides)
    return Conflict(
        kind="location",
        key=f"{key.subject} {numbers}",
        subject=key.subject,
        sides=tuple(side_of(saying[0].shown, saying) for saying in sides),
        sentence=sentence(
            f"{told}: the numbers are the same, but assemblies differ at most places, so "
            "one is probably under the wrong name"
        ),
        rule=_ASSEMBLY,
        severity=Severity.LOW,
        judgement=Judgement.UNVERIFIED,
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
