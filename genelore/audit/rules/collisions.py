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
    curie = key.topic.removeprefix("id ")
    found = denoted(curie)
    what = f"it {found[0].sentence}" if found else "the reference does not know it"
    claimed = listed((f"{symbol} ({documents(them)})" for symbol, them in sorted(by_symbol.items())), 4)
    yield Conflict(
        kind="id-collision",
        key=f"{key.subject} {curie}",
        subject=curie,
        sides=tuple(side_of(symbol, them) for symbol, them in sorted(by_symbol.items())),
        sentence=sentence(
            f"Documents of kind {key.subject} claim {written(curie)} for "
            f"{plural(len(by_symbol), 'gene')}: {claimed}; {what}"
        ),
        rule="one-id-several-genes",
        severity=Severity.MEDIUM,
        judgement=Judgement.CONTESTED,
        rows=found[0].rows if found else (),
    )
