"""Values of a property that has one, where documents differ and the reference does not decide on all."""

from collections import defaultdict
from collections.abc import Iterator

from genelore.audit.model import Conflict, Judgement, Severity
from genelore.audit.rules.making import says, sentence, side_of
from genelore.audit.rules.unknown import is_unknown
from genelore.audit.statement import FUNCTIONAL, GENE_IDS, Key, Statement
from genelore.audit.wording import listed, written

_WORDS = {"templateLength": "template length", "geneType": "gene type", "chromosome": "chromosome"}
_WRONG = (Judgement.REFUTED, Judgement.OUTDATED)


def values(key: Key, group: tuple[Statement, ...]) -> Iterator[Conflict]:
    """Give one conflict for all values of a property that nothing decides between, the confirmed one last.

    Identifiers that denote nothing have conflicts of their own.
    """
    if key.topic not in FUNCTIONAL:
        return
    by_value: defaultdict[str, list[Statement]] = defaultdict(list)
    for one in group:
        if one.verdict.judgement not in _WRONG and not is_unknown(one):
            by_value[one.value].append(one)
    sides = [saying for _, saying in sorted(by_value.items())]
    backed = [saying for saying in sides if any(map(_is_confirmed, saying))]
    open_sides = [saying for saying in sides if saying not in backed]
    if open_sides and len(sides) > 1:
        yield _conflict(key, open_sides, backed)


def _is_confirmed(one: Statement) -> bool:
    return one.verdict.judgement is Judgement.CONFIRMED


def _conflict(key: Key, undecided: list[list[Statement]], backed: list[list[Statement]]) -> Conflict:
    sides = [*undecided, *backed]
    word = GENE_IDS.get(key.topic) or _WORDS[key.topic]
    told = (f"{says(saying, 'gives', 'give')} {written(saying[0].shown)}" for saying in sides)
    return Conflict(
        kind="value",
        key=f"{key.subject} {key.topic}",
        subject=key.subject,
        sides=tuple(side_of(saying[0].shown, saying) for saying in sides),
        sentence=sentence(
            f"For the {word} of {sides[0][0].gene or written(key.subject)}, {listed(told)}; "
            f"there can be one, and the reference {_stand(backed)}"
        ),
        rule="documents-disagree",
        severity=Severity.MEDIUM,
        judgement=Judgement.CONTESTED,
    )


def _stand(backed: list[list[Statement]]) -> str:
    """Return what the reference has to say about several values."""
    if not backed:
        return "does not say which"
    return f"confirms {listed(written(saying[0].shown) for saying in backed)} alone"
