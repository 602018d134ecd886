"""Claims that a gene is expressed in one place only, against other places in other documents."""

from collections.abc import Iterator

from genelore.audit.anatomy import may_be_within
from genelore.audit.model import Conflict, Judgement, Severity
from genelore.audit.rules.making import says, sentence, side_of
from genelore.audit.statement import Key, Statement
from genelore.audit.wording import listed


def expression_scope(key: Key, group: tuple[Statement, ...]) -> Iterator[Conflict]:
    """Give a conflict for each `only` that other documents go beyond."""
    if key.topic != "expression":
        return
    only = [one for one in group if one.claim.predicate == "expressedOnlyIn"]
    for value in sorted({one.value for one in only}):
        saying = [one for one in only if one.value == value]
        own = {one.claim.source.graph for one in saying}
        beyond = [one for one in group if _goes_beyond(one, value) and one.claim.source.graph not in own]
        if beyond:
            yield _conflict(key, saying, beyond)


def _goes_beyond(one: Statement, only: str) -> bool:
    """Say whether a place is not the one of the `only`, nor a part or kind of it, nor one that holds it."""
    return one.claim.predicate == "expressedIn" and not may_be_within(one.value, only)


def _conflict(key: Key, saying: list[Statement], beyond: list[Statement]) -> Conflict:
    elsewhere = listed((one.claim.text for one in beyond), 6)
    text = (
        f"{says(saying)} that {saying[0].gene} is expressed only in {saying[0].claim.text}, but "
        f"{says(beyond, 'lists', 'list')} "
        f"{elsewhere}; the reference has no expression data, so read the 'only' as 'mainly' or check it"
    )
    return Conflict(
        kind="expression-scope",
        key=f"{key.subject} {saying[0].value}",
        subject=key.subject,
        sides=(side_of(f"only in {saying[0].claim.text}", saying), side_of(elsewhere, beyond)),
        sentence=sentence(text),
        rule="only-against-others",
        severity=Severity.LOW,
        judgement=Judgement.CONTESTED,
    )
