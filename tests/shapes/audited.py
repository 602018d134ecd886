"""What an audit of the small document finds, in which every class of the entity layer occurs."""

from functools import cache

from pyoxigraph import DefaultGraph, NamedNode, Quad

from genelore.audit.consensus import Consensus
from genelore.audit.graphs import quads
from genelore.audit.model import (
    Audit,
    Conflict,
    Judgement,
    Link,
    Severity,
    Side,
    Standing,
    State,
    Verdict,
    Vote,
)
from genelore.audit.outside import Answer, Relation
from genelore.audit.policy import Policy
from genelore.audit.weighing import Statement
from ontology.reference import Row
from ontology.terms import BASE, LABEL

ROW = Row("hgnc", "HGNC, as made up", "397")
ANSWER = Answer(
    "https://sparql.uniprot.org/sparql",
    "uniprot-ncbigene",
    "a" * 64,
    "2026-01-01T00:00:00Z",
    Relation.GENE,
    "ncbigene:212",
    "ALAS2",
).row
ENTITY = "ensembl:ENSG00000158578"


def audit(document: str, claim: str, other: str) -> Audit:
    """Return an audit that confirms one claim and sets it against another."""
    vote = Vote(claim, "hgnc:397", 4.0, "its symbol is ALAS2", (ROW,))
    against = Vote(other, "hgnc:396", 1.0, "it is named like ALAS1")
    link = Link(
        f"{document}#gene",
        document,
        Standing.ACCEPTED,
        "hgnc:397",
        ENTITY,
        0.8,
        (vote,),
        (against,),
        "ALAS2 has most votes",
    )
    verdict = Verdict(
        claim,
        Judgement.REFUTED,
        "HGNC says otherwise.",
        "identifier",
        (ROW, ANSWER),
        (other,),
        "ensembl:ENSG00000102010",
    )
    conflict = Conflict(
        "location",
        "end",
        ENTITY,
        (Side("1", (claim,)), Side("2", (other,))),
        "One document says 1 and another says 2: look which it is.",
        "two-ends",
        Severity.LOW,
        State.OPEN,
        "",
        Judgement.CONTESTED,
        (ROW,),
    )
    return Audit((), (link,), (verdict,), (conflict,), ())


@cache
def entity_layer(document: str, claim: str, other: str) -> tuple[Quad, ...]:
    """Return the generated graphs of that audit, without the default graph."""
    gene = NamedNode("http://rdf.ebi.ac.uk/resource/ensembl/ENSG00000158578")
    statement = Statement(gene, LABEL, gene, (claim,), 1, 0.5, (ROW,))
    found = quads(audit(document, claim, other), Consensus(Policy.STRICT, (statement,), ()), BASE)
    return tuple(quad for quad in found if quad.graph_name != DefaultGraph())
