"""Identifiers that documents of one source kind claim for several genes."""

from collections import defaultdict
from collections.abc import Iterator

from genelore.audit.denotation import denoted
from genelore.audit.model import Conflict, Judgement, Severity
from genelore.audit.rules.making import documents, sentence, side_of
from genelore.audit.statement import Key, Statement
from genelore.audit.wording import listed, plural, written


def collisions(key: Key, group: tuple[Statement, ...]) -> Iterator[Conflict]:
    """Give a conflict for an identifier that stands for more than one symbol."""
    by_symbol: defaultdict[str, list[Statement]] = defaultdict(list)
    for one in group:
        if one.value:
            by_symbol[one.value].append(one)
    if not key.topic.startswith("id ") or len(by_symbol) < 2:  # noqa: PLR2004  two genes make a collision
        return
    yield _conflict(key.subject, key.topic.removeprefix("id "), sorted(by_symbol.items()))


def _conflict(kind: str, curie: str, claimants: list[tuple[str, list[Statement]]]) -> Conflict:
    found = denoted(curie)
    what = f"it {found[0].sentence}" if found else "the reference does not know it"
    claimed = listed((f"{symbol} ({documents(them)})" for symbol, them in claimants), 4)
    return Conflict(
        kind="id-collision",
        key=f"{kind} {curie}",
        subject=curie,
        sides=tuple(side_of(symbol, them) for symbol, them in claimants),
        sentence=sentence(
            f"Documents of kind {kind} claim {written(curie)} for "
            f"{plural(len(claimants), 'gene')}: {claimed}; {what}"
        ),
        rule="one-id-several-genes",
        severity=Severity.MEDIUM,
        judgement=Judgement.CONTESTED,
        rows=found[0].rows if found else (),
    )
