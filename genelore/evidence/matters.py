"""What endpoints are asked about: what the claims say that the audit leaves open."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from genelore.audit.denotation import denoted, derived
from genelore.audit.model import Judgement, Link, Standing, Verdict
from genelore.audit.outside import TABLE, Relation
from genelore.audit.outside_verdicts import ensembl_of, proteins_of
from genelore.audit.reading import Claim
from genelore.audit.upkeep import Found
from genelore.evidence.question import Question
from ontology.reference import gene, omim_of_mondo

_OPEN = frozenset({Judgement.UNVERIFIED, Judgement.CONTESTED})
_IDENTIFYING = ("gene", "ortholog")


@dataclass(frozen=True, slots=True, order=True)
class Matter:
    """A CURIE to ask about, alone (under no relation) or with the CURIE that a claim ties it to."""

    relation: Relation | None
    subject: str
    value: str = ""


def matters(found: Found) -> tuple[Matter, ...]:
    """Return what to ask about, each once: what is unverified or contested, or was till an endpoint spoke."""
    verdicts = {one.claim: one for one in found.audit.verdicts}
    links = {one.record: one for one in found.audit.links}
    claims = (claim for reading in found.readings for claim in reading.claims if claim.curie)
    wanted = {one for claim in claims if _is_open(verdicts[claim.iri]) for one in _of(claim, links)}
    return tuple(sorted(wanted, key=lambda one: (one.relation or "", one.subject, one.value)))


def _is_open(verdict: Verdict) -> bool:
    return verdict.judgement in _OPEN or any(row.table == TABLE for row in verdict.rows)


def _of(claim: Claim, links: Mapping[str, Link]) -> Iterator[Matter]:
    own = links[f"{claim.source.graph}#gene"]
    link = links.get(claim.subject, own)
    if claim.predicate == "dbsnp" or (claim.property == "xref" and claim.part.startswith(_IDENTIFYING)):
        yield from _unknown(claim.curie)
    elif claim.predicate == "ortholog":
        yield from _unknown(claim.curie)
        yield from _pairs(Relation.ORTHOLOG, [own.entity], ensembl_of(claim.curie))
    elif claim.predicate == "expressedIn":
        yield from _pairs(Relation.PLACE, [link.entity], [claim.curie])
    elif claim.predicate == "disease" and link.standing is Standing.ACCEPTED:
        yield from _pairs(Relation.DISEASE, proteins_of(gene(link.gene)), omim_of_mondo(claim.curie))


def _unknown(curie: str) -> Iterator[Matter]:
    """Give an identifier of which the reference does not know what it denotes."""
    if not denoted(curie):
        yield Matter(None, derived(curie) or curie)


def _pairs(relation: Relation, subjects: Iterable[str], values: Iterable[str]) -> Iterator[Matter]:
    yield from (Matter(relation, subject, value) for subject in subjects if subject for value in values)


def about(question: Question, wanted: Iterable[Matter]) -> list[Matter]:
    """Return what a question can be asked about."""
    relation = question.relation if question.is_of_pairs else None
    return [
        one for one in wanted if one.relation == relation and one.subject.partition(":")[0] == question.space
    ]
