"""Phenotypes of a disease that the title of a cited paper says it comes without."""

from collections.abc import Iterator

from genelore.audit.disease_verdicts import above, named
from genelore.audit.model import Conflict, Judgement, Severity
from genelore.audit.rules.making import says, sentence, side_of
from genelore.audit.statement import Key, Statement

_WITHOUT = "without "


def counterclaims(key: Key, group: tuple[Statement, ...]) -> Iterator[Conflict]:
    """Give a conflict for each phenotype that is both claimed and denied in a title."""
    if key.topic != "shows":
        return
    for value in sorted({one.value for one in group if one.value.startswith(_WITHOUT)}):
        phenotype = value.removeprefix(_WITHOUT)
        denying = [one for one in group if one.value == value]
        saying = [one for one in group if one.value == phenotype or phenotype in above(one.value)]
        if saying:
            yield _conflict(key, phenotype, saying, denying)


def _conflict(key: Key, phenotype: str, saying: list[Statement], denying: list[Statement]) -> Conflict:
    text = (
        f"{says(saying)} that {named(key.subject)} shows {named(phenotype)}, but a paper that "
        f"{says(denying, 'cites', 'cite')} calls it without: {denying[0].shown!r}"
    )
    return Conflict(
        kind="phenotype",
        key=f"{key.subject} {phenotype}",
        subject=key.subject,
        sides=(side_of(named(phenotype), saying), side_of(denying[0].shown, denying)),
        sentence=sentence(text),
        rule="denied-in-a-title",
        severity=Severity.LOW,
        judgement=Judgement.CONTESTED,
    )
