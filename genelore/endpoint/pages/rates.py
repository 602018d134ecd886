"""How right source kinds are: the verdicts on their claims, over all and by property."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

import pyoxigraph

from genelore.audit.model import Judgement
from genelore.endpoint.pages.question import rows
from genelore.endpoint.pages.vocabulary import property_word
from genelore.endpoint.site import Site
from genelore.publish.report.rates import Rate
from genelore.publish.report.signs import tally
from genelore.publish.wording import in_words

_WRONG = (Judgement.REFUTED, Judgement.OUTDATED)
_UNDECIDED = (Judgement.UNVERIFIED, Judgement.CONTESTED)


def counted(store: pyoxigraph.Store, site: Site) -> list[Mapping[str, str]]:
    """Return how many claims of each source kind have which verdict, by property and predicate."""
    return [*rows(store, site, "rates")]


def of_kinds(found: Iterable[Mapping[str, str]]) -> list[Rate]:
    """Return one rate for each source kind, over all claims of its records."""
    return _rates((row["kind"], "", _judgement(row), int(row["claims"])) for row in found)


def of_properties(found: Iterable[Mapping[str, str]], kind: str) -> list[Rate]:
    """Return one rate for each property of a source kind and each id space, those with most wrong first."""
    own = [row for row in found if row["kind"] == kind]
    rated = _rates((_property(row), row["property"], _judgement(row), int(row["claims"])) for row in own)
    return sorted(rated, key=lambda rate: (-rate.wrong, -rate.claims, rate.kind))


def _property(row: Mapping[str, str]) -> str:
    return property_word(row["property"], row["predicate"])


def _judgement(row: Mapping[str, str]) -> Judgement:
    return Judgement(in_words(row["judgement"]) or Judgement.UNVERIFIED)


def _rates(counts: Iterable[tuple[str, str, Judgement, int]]) -> list[Rate]:
    """Sum the counts of each name and space."""
    found: defaultdict[tuple[str, str], Counter[Judgement]] = defaultdict(Counter)
    for name, space, judgement, number in counts:
        found[name, space][judgement] += number
    return [_rate(name, space, found[name, space]) for name, space in sorted(found)]


def _rate(name: str, space: str, found: Counter[Judgement]) -> Rate:
    total = found.total()
    wrong = sum(found[judgement] for judgement in _WRONG)
    decided = total - sum(found[judgement] for judgement in _UNDECIDED)
    return Rate(name, space, total, tally(found.elements()), wrong, decided)
