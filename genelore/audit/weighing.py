"""The values that claims give for one property of one entity, weighed by a policy."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from genelore.audit.model import Judgement
from genelore.audit.policy import Candidate, Policy, accepted, best
from genelore.audit.reading import Claim
from genelore.audit.standard_terms import functional, standard
from ontology.reference import Row


@dataclass(frozen=True, slots=True)
class Statement:
    """One triple of the consensus and why it is there.

    `independent` counts the documents that say it, copies of one another once; `share` is the part of all
    claims on this property of this entity that say it, from 0 to 1. A statement of the reference has no
    claims but the `rows` that say it.
    """

    subject: NamedNode
    predicate: NamedNode
    value: NamedNode | Literal
    claims: tuple[str, ...]
    independent: int
    share: float
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Saying:
    """One claim as the entity layer says it; `scope` is what else must be equal for two to compete."""

    claim: Claim
    subject: NamedNode
    value: NamedNode | Literal
    scope: str
    of_condition: bool = False

    @property
    def key(self) -> tuple[str, str, str, bool]:
        """Return what two claims must have in common to be weighed against each other."""
        return self.subject.value, self.claim.predicate, self.scope, self.of_condition


@dataclass(frozen=True, slots=True)
class Weighing:
    """How the values of one property of one entity are weighed."""

    policy: Policy
    judgements: Mapping[str, Judgement]
    witnesses: Mapping[str, str]

    def weigh(self, sayings: list[Saying]) -> list[Statement]:
        """Return the statements that the policy accepts of claims with one key."""
        values: defaultdict[str, list[Saying]] = defaultdict(list)
        for saying in sayings:
            values[str(saying.value)].append(saying)
        candidates = [
            Candidate(text, best(map(self._judgement, said)), self._independent(said))
            for text, said in values.items()
        ]
        single = sayings[0].claim.predicate in functional()
        chosen = accepted(self.policy, candidates, single=single)
        total = len({saying.claim.iri for saying in sayings})
        return [self._statement(values[text], total) for text in chosen]

    def _judgement(self, saying: Saying) -> Judgement:
        return self.judgements.get(saying.claim.iri, Judgement.UNVERIFIED)

    def _independent(self, said: list[Saying]) -> int:
        graphs = {saying.claim.source.graph for saying in said}
        return len({self.witnesses.get(graph, graph) for graph in graphs})

    def _statement(self, said: list[Saying], total: int) -> Statement:
        first = said[0]
        is_term = isinstance(first.value, NamedNode)
        predicate = standard(first.claim.predicate, is_term=is_term, of_condition=first.of_condition)
        claims = tuple(sorted({saying.claim.iri for saying in said}))
        share = len(claims) / total
        return Statement(first.subject, predicate, first.value, claims, self._independent(said), share)


def merged(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Join the support of statements that come from different scopes or properties and are one triple."""
    joined: dict[tuple[str, str, str], Statement] = {}
    for one in statements:
        key = (one.subject.value, one.predicate.value, str(one.value))
        other = joined.get(key)
        joined[key] = _joined(other, one) if other else one
    return tuple(joined[key] for key in sorted(joined))


def _joined(one: Statement, other: Statement) -> Statement:
    claims = tuple(sorted({*one.claims, *other.claims}))
    independent = max(one.independent, other.independent)
    share = max(one.share, other.share)
    return Statement(one.subject, one.predicate, one.value, claims, independent, share, one.rows + other.rows)
