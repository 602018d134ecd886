"""What one document brings to the consensus: its claims as the entity layer says them, and descriptions."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from genelore.audit.entities import CONDITION, condition, description, entities, object_of
from genelore.audit.model import Judgement, Link, Standing, Verdict
from genelore.audit.reading import Claim, Reading
from genelore.audit.ruling import CONTESTED_RECORD
from genelore.audit.weighing import Saying
from ingest.parts import Triple
from ontology.terms import gl

# What a record is called, which a contested record does not tell of the gene.
_NAMING = frozenset({"symbol", "geneName", "alias", "imageSymbol", "caption"})
# What the ends of a region are counted by.
_SCOPE = (gl("regionAssembly"), gl("annotationRelease"))
# "-begin" behind the hash of a region, "-condition" behind that of an expression.
_PART = re.compile(rf"(?<=/[0-9a-f]{{20}})(?:-begin|-end|{CONDITION})$")


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one document says of entities, and what the minted ones that it speaks of are made of.

    `entities` are the IRIs of all that parts of its record stand for.
    """

    entities: frozenset[str]
    sayings: tuple[Saying, ...]
    described: tuple[Triple, ...]


def contribution(reading: Reading, links: Mapping[str, Link], base: str) -> Contribution:
    """Return what a document contributes; `links` are those of its records, by the record's IRI."""
    known = entities(reading, links, base)
    gene = known.get("gene")
    described = [
        triple for part, node in known.items() for triple in description(reading, part, node, gene, base)
    ]
    return Contribution(
        entities=frozenset(node.value for node in known.values()),
        sayings=tuple(_sayings(reading, known, links)),
        described=tuple(described),
    )


def owner(iri: str) -> str:
    """Return the entity that a node of the consensus belongs to: itself, or what it is a part of.

    >>> owner("https://w3id.org/genelore/region/0123456789abcdef0123-begin")
    'https://w3id.org/genelore/region/0123456789abcdef0123'
    """
    return _PART.sub("", iri)


def judgements(verdicts: Iterable[Verdict], disputed: frozenset[str]) -> Mapping[str, Judgement]:
    """Return what the audit says of each claim; `disputed` are the claims that stand on a conflict's side.

    What only the record's link puts in doubt is unverified: it is said of the gene that the record's own
    identifiers name, and there nobody disputes it.
    """
    return {
        v.claim: Judgement.UNVERIFIED
        if v.rule == CONTESTED_RECORD and v.claim not in disputed
        else v.judgement
        for v in verdicts
    }


def _sayings(reading: Reading, known: Mapping[str, NamedNode], links: Mapping[str, Link]) -> Iterator[Saying]:
    for claim in reading.claims:
        subject = known.get(claim.part)
        link = links.get(f"{reading.source.graph}#{claim.part}") or links.get(f"{reading.source.graph}#gene")
        if subject is None or not claim.part or link is None:
            continue
        if claim.predicate in _NAMING and link.standing is not Standing.ACCEPTED:
            continue
        value = object_of(claim, known)
        if value is not None and value != subject:
            yield from _said(claim, subject, value, known.get("gene"), _scope(reading, claim))


def _said(
    claim: Claim, subject: NamedNode, value: NamedNode | Literal, gene: NamedNode | None, scope: str
) -> Iterator[Saying]:
    if claim.part.partition("-")[0] != "observation":
        yield Saying(claim, subject, value, scope)
    elif claim.predicate == "expressedIn":
        yield Saying(claim, condition(subject), value, scope, of_condition=True)
        if gene:
            yield Saying(claim, gene, value, scope)
    else:
        of_condition = claim.predicate == "stage"
        yield Saying(claim, condition(subject) if of_condition else subject, value, scope, of_condition)


def _scope(reading: Reading, claim: Claim) -> str:
    if claim.predicate != "location":
        return ""
    node = reading.node(claim.value.partition("#")[2])
    return " ".join(node.get(name.value, ("",))[0] for name in _SCOPE)
