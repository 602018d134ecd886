"""Identifiers and names that the reference refutes or calls outdated, and who has them right."""

from collections import defaultdict
from collections.abc import Iterator

from genelore.audit.model import Conflict, Judgement, Severity, Side
from genelore.audit.rules.making import reference_side, says, sentence, side_of
from genelore.audit.statement import GENE_IDS, Key, Statement
from genelore.audit.wording import titled, written

_SPACES = GENE_IDS | {
    "refseq": "RefSeq accession",
    "mgi": "MGI number",
    "rgd": "RGD number",
    "genecards": "GeneCards entry",
}
_NAMES = {"symbol": "symbol", "geneName": "name", "alias": "alias"}
_WRONG = (Judgement.REFUTED, Judgement.OUTDATED)


def identifiers(key: Key, group: tuple[Statement, ...]) -> Iterator[Conflict]:
    """Give a conflict for each value that the reference does not let stand."""
    word = _SPACES.get(key.topic) or _NAMES.get(key.topic)
    if not word:
        return
    by_value: defaultdict[str, list[Statement]] = defaultdict(list)
    for one in group:
        by_value[one.value].append(one)
    right = [one for one in group if one.verdict.judgement is Judgement.CONFIRMED]
    for value, saying in sorted(by_value.items()):
        wrong = [one for one in saying if one.verdict.judgement in _WRONG]
        if wrong:
            yield _conflict(key, value, wrong, right)


def _conflict(key: Key, value: str, wrong: list[Statement], right: list[Statement]) -> Conflict:
    first = wrong[0]
    shown = written(first.shown) if key.topic in _SPACES else first.shown
    judgement = first.verdict.judgement
    return Conflict(
        kind=_kind(key, first),
        key=f"{key.subject} {key.topic} {value}",
        subject=key.subject,
        sides=(side_of(shown, wrong), *_other_sides(key, first, right)),
        sentence=sentence(_sentence(key, shown, wrong, right)),
        rule=first.verdict.rule,
        severity=_severity(key, judgement),
        judgement=judgement,
        rows=first.verdict.rows,
    )


def _kind(key: Key, first: Statement) -> str:
    if first.verdict.rule == "gene-phenotype-number":
        return "gene-phenotype-number"
    if first.verdict.rule == "species-of-identifier":
        return "derived-identifier"
    return "alias" if key.topic in _NAMES else "identifier"


def _severity(key: Key, judgement: Judgement) -> Severity:
    if judgement is Judgement.OUTDATED or key.topic == "alias":
        return Severity.LOW
    return Severity.HIGH if key.topic in GENE_IDS else Severity.MEDIUM


def _other_sides(key: Key, first: Statement, right: list[Statement]) -> tuple[Side, ...]:
    if key.topic == "alias" or not right:
        return (reference_side(first.verdict.reason),)
    values = sorted({one.value for one in right})
    shown = {one.value: written(one.shown) if key.topic in _SPACES else one.shown for one in right}
    return tuple(side_of(shown[value], [one for one in right if one.value == value]) for value in values)


def _sentence(key: Key, shown: str, wrong: list[Statement], right: list[Statement]) -> str:
    word = _SPACES.get(key.topic) or _NAMES[key.topic]
    whose = wrong[0].gene or written(key.subject)
    verb = says(wrong, "uses", "use") if shown == whose else f"{says(wrong, 'gives', 'give')} {whose}"
    said = f"{verb} the {titled(word, shown)}, but {wrong[0].verdict.reason}"
    if key.topic == "alias" or not right:
        return said
    return f"{said}, as {says(right)}"
