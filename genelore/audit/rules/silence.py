"""Claims that nothing is known, against documents that know something."""

import re
from collections.abc import Iterator

from genelore.audit.model import Conflict, Judgement, Severity
from genelore.audit.rules.making import says, sentence, side_of
from genelore.audit.statement import Key, Statement

# "pyridoxine-responsive": a disease that a drug helps.
_RESPONSIVE = re.compile(r"\b(?P<drug>[a-z0-9]+)[- ]responsive\b", re.IGNORECASE)


def silence(key: Key, group: tuple[Statement, ...]) -> Iterator[Conflict]:
    """Give a conflict where no response to drugs is said to be known and a disease's name tells of one."""
    if key.topic != "response":
        return
    absent = [one for one in group if one.claim.predicate == "absent" and one.value == "drug response"]
    known = [one for one in group if one.claim.predicate == "disease" and _RESPONSIVE.search(one.claim.quote)]
    if absent and known:
        yield _conflict(key.subject, absent, known)


def _conflict(gene: str, absent: list[Statement], known: list[Statement]) -> Conflict:
    found = _RESPONSIVE.search(known[0].claim.quote)
    shown = found[0] if found else known[0].shown
    text = (
        f"{says(absent)} that no drug response is known for {absent[0].gene}, but "
        f"{says(known, 'calls', 'call')} its disease {shown}; an argument from silence, against a name "
        "that tells of a drug"
    )
    return Conflict(
        kind="negative-claim",
        key=f"{gene} drug response",
        subject=gene,
        sides=(side_of("no drug response known", absent), side_of(shown, known)),
        sentence=sentence(text),
        rule="known-after-all",
        severity=Severity.LOW,
        judgement=Judgement.CONTESTED,
    )
