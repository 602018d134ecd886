"""Verdicts of claims that stand on a side of a contested conflict and that the reference has not decided."""

from collections.abc import Iterable, Iterator, Mapping

from genelore.audit.model import Conflict, Judgement, Side, Verdict

_CITED = 5


def disputes(verdicts: Mapping[str, Verdict], conflicts: Iterable[Conflict]) -> Iterator[Verdict]:
    """Give the verdict `contested` for each undecided claim that a conflict sets against other claims."""
    for conflict in conflicts:
        if conflict.judgement is not Judgement.CONTESTED:
            continue
        for side in conflict.sides:
            for iri in side.claims:
                if iri in verdicts and verdicts[iri].judgement is Judgement.UNVERIFIED:
                    yield _contested(iri, side, conflict)


def _contested(iri: str, own: Side, conflict: Conflict) -> Verdict:
    others = [other for side in conflict.sides if side is not own for other in side.claims]
    against = tuple(dict.fromkeys(others))[:_CITED]
    return Verdict(iri, Judgement.CONTESTED, conflict.sentence, conflict.rule, conflict.rows, against)
