"""Values of a property that has one, where documents differ and the reference does not decide."""

from collections import defaultdict
from collections.abc import Iterator

from genelore.audit.model import Conflict, Judgement, Severity
from genelore.audit.rules.making import says, sentence, side_of
from genelore.audit.statement import FUNCTIONAL, GENE_IDS, Key, Statement
from genelore.audit.wording import listed, written

_WORDS = {"templateLength": "template length", "geneType": "gene type", "chromosome": "chromosome"}
_DECIDED = (Judgement.CONFIRMED, Judgement.REFUTED, Judgement.OUTDATED)


def values(key: Key, group: tuple[Statement, ...]) -> Iterator[Conflict]:
    """Give one conflict for all values of a property that nothing decides between."""
    if key.topic not in FUNCTIONAL:
        return
    by_value: defaultdict[str, list[Statement]] = defaultdict(list)
    for one in group:
        if one.verdict.judgement not in _DECIDED:
            by_value[one.value].append(one)
    if len(by_value) < 2:  # noqa: PLR2004  it takes two to disagree
        return
    yield _conflict(key, [saying for _, saying in sorted(by_value.items())])


def _conflict(key: Key, sides: list[list[Statement]]) -> Conflict:
    word = GENE_IDS.get(key.topic) or _WORDS[key.topic]
    told = (f"{says(saying, 'gives', 'give')} {written(saying[0].shown)}" for saying in sides)
    return Conflict(
        kind="value",
        key=f"{key.subject} {key.topic}",
        subject=key.subject,
        sides=tuple(side_of(saying[0].shown, saying) for saying in sides),
        sentence=sentence(
            f"For the {word} of {sides[0][0].gene or written(key.subject)}, {listed(told)}; "
            "there can be one, and the reference does not say which"
        ),
        rule="documents-disagree",
        severity=Severity.MEDIUM,
        judgement=Judgement.CONTESTED,
    )
