"""Records whose claims denote different genes."""

from collections.abc import Iterator

from genelore.audit.case import Case
from genelore.audit.denotation import HUMAN
from genelore.audit.links import tally
from genelore.audit.model import Conflict, Judgement, Link, Severity, Side, Standing, Vote
from genelore.audit.rules.making import sentence
from genelore.audit.wording import called, listed, species_named, written
from ontology.reference import gene


def identity(case: Case) -> Iterator[Conflict]:
    """Give a conflict for each record whose link is contested."""
    for link in case.links.values():
        if link.standing is Standing.CONTESTED:
            yield _contested(case, link)


def _contested(case: Case, link: Link) -> Conflict:
    votes = (*link.votes_for, *link.votes_against)
    ranked = [curie for curie, _ in tally(votes)]
    groups = [(curie, [vote for vote in votes if vote.gene == curie]) for curie in ranked[:2]]
    said = " but ".join(f"{_claims(case, group)} {_verb(group)} {_called(curie)}" for curie, group in groups)
    return Conflict(
        kind="identity",
        key=link.record,
        subject=link.record,
        sides=tuple(Side(_called(curie), tuple(vote.claim for vote in group)) for curie, group in groups),
        sentence=sentence(f"In {case.reading.source.name}, {said}; {_advice(case)}"),
        rule="record-denotes-two-genes",
        severity=Severity.HIGH,
        judgement=Judgement.CONTESTED,
        rows=tuple(dict.fromkeys(row for vote in votes for row in vote.rows)),
    )


def _claims(case: Case, votes: list[Vote]) -> str:
    ids = {vote.claim for vote in votes}
    claims = [claim for claim in case.reading.claims if claim.iri in ids]
    texts = (
        f"{_kind(claim.part, claim.property)} {written(claim.curie) if claim.curie else claim.value}"
        for claim in claims
    )
    return listed(texts, 4)


def _kind(part: str, name: str) -> str:
    if part.startswith("ortholog"):
        return "ortholog"
    return {"image_symbol": "image file", "xref": "id"}.get(name, name)


def _verb(votes: list[Vote]) -> str:
    return "says" if len({vote.claim for vote in votes}) == 1 else "say"


def _called(curie: str) -> str:
    found = gene(curie)
    return f"{called(found)} ({written(curie)})" if found else written(curie)


def _advice(case: Case) -> str:
    if case.taxon() == HUMAN:
        return "find out which gene it is about before using any of it"
    own = case.links["gene"].entity
    kept = f", and what it says is kept under {written(own)}" if own else ""
    return f"do not merge this {species_named(case.taxon())} record with a human gene{kept}"
