"""Where in the cell a product is: values of one symbol in several species are a difference of scope."""

from collections import defaultdict
from collections.abc import Iterator

from genelore.audit.disease_verdicts import above, named
from genelore.audit.model import Conflict, Severity, State
from genelore.audit.rules.making import says, sentence, side_of
from genelore.audit.statement import Key, Statement
from genelore.audit.wording import listed, species_named


def localisation(key: Key, group: tuple[Statement, ...]) -> Iterator[Conflict]:
    """Give a conflict where one species' terms have nothing in common with another's, under one symbol."""
    if key.topic != "localisation":
        return
    by_taxon: defaultdict[str, list[Statement]] = defaultdict(list)
    for one in group:
        by_taxon[one.taxon].append(one)
    ordered = sorted(by_taxon)
    for place, taxon in enumerate(ordered):
        for other in ordered[place + 1 :]:
            if _are_apart(by_taxon[taxon], by_taxon[other]):
                yield _explained(key, by_taxon[taxon], by_taxon[other])


def _are_apart(one: list[Statement], other: list[Statement]) -> bool:
    mine, theirs = ({statement.value for statement in them} for them in (one, other))
    wide, other_wide = (values.union(*(_places(value) for value in values)) for values in (mine, theirs))
    return not (mine & other_wide or theirs & wide)


def _places(curie: str) -> frozenset[str]:
    return above(curie)


def _explained(key: Key, one: list[Statement], other: list[Statement]) -> Conflict:
    symbol = key.subject.removeprefix("symbol ")
    species = [species_named(them[0].taxon) for them in (one, other)]
    shown = [listed((named(statement.value) for statement in them), 4) for them in (one, other)]
    text = (
        f"{says(one, 'puts', 'put')} the product of {species[0]} {symbol} in {shown[0]}, "
        f"{says(other, 'puts', 'put')} that of {species[1]} {symbol} in {shown[1]}: two species, so "
        "neither refutes the other"
    )
    return Conflict(
        kind="localisation",
        key=f"{key.subject} {one[0].taxon} {other[0].taxon}",
        subject=key.subject,
        sides=(side_of(shown[0], one), side_of(shown[1], other)),
        sentence=sentence(text),
        rule="localisation-by-species",
        severity=Severity.LOW,
        state=State.EXPLAINED,
        scope=f"species: {species[0]}; {species[1]}",
    )
