"""Conflicts as RDF: what cannot all be right, both sides of it, and one sentence for a curator."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from pyoxigraph import Literal, NamedNode

from genelore.audit.graphs.verdicts import JUDGEMENTS
from genelore.audit.minting import conflict_iri, row_iri
from genelore.audit.model import Conflict, Severity, Side, State
from genelore.audit.standard_terms import expanded
from ingest.parts import Triple
from ontology import bridge
from ontology.terms import PROV, TYPE, gl, term

SEVERITIES = {
    Severity.HIGH: gl("HighSeverity"),
    Severity.MEDIUM: gl("MediumSeverity"),
    Severity.LOW: gl("LowSeverity"),
}
STATES = {State.OPEN: gl("Open"), State.EXPLAINED: gl("Explained")}
# A kind that has no class of its own is a conflict and no more.
KINDS: Mapping[str, NamedNode] = MappingProxyType(
    {
        "identity": gl("IdentityConflict"),
        "identifier": gl("IdentifierConflict"),
        "derived-identifier": gl("DerivedIdentifierConflict"),
        "image-evidence": gl("ImageEvidenceConflict"),
        "alias": gl("AliasConflict"),
        "location": gl("LocationConflict"),
        "inheritance": gl("InheritanceConflict"),
        "classification": gl("ClassificationConflict"),
        "localisation": gl("LocalisationConflict"),
        "residue": gl("ResidueConflict"),
        "obsolete-term": gl("ObsoleteTermConflict"),
        "off-topic-link": gl("OffTopicLinkConflict"),
        "expression-scope": gl("ExpressionScopeConflict"),
        "id-collision": gl("IdCollisionConflict"),
        "phenotype": gl("PhenotypeConflict"),
        "negative-claim": gl("NegativeClaimConflict"),
        "gene-phenotype-number": gl("GenePhenotypeNumberConflict"),
        "citation": gl("CitationConflict"),
        "dbsnp": gl("VariantConflict"),
        "unknown-identifier": gl("UnknownIdentifierConflict"),
        "value": gl("ValueConflict"),
    }
)


def conflict_triples(conflict: Conflict, base: str) -> Iterator[Triple]:
    """Say what a conflict is about, how bad it is, whether it stands, and who is on which side."""
    node = conflict_iri(conflict, base)
    yield node, TYPE, gl("Conflict")
    if conflict.kind in KINDS:
        yield node, TYPE, KINDS[conflict.kind]
    yield node, gl("kind"), Literal(conflict.kind)
    about = _about(conflict.subject)
    if about:
        yield node, gl("about"), about
    yield node, gl("sentence"), Literal(conflict.sentence)
    yield node, gl("rule"), Literal(conflict.rule)
    yield node, gl("severity"), SEVERITIES[conflict.severity]
    yield node, gl("status"), STATES[conflict.state]
    if conflict.scope:
        yield node, gl("scopeDifference"), Literal(conflict.scope)
    if conflict.judgement:
        yield node, gl("judgement"), JUDGEMENTS[conflict.judgement]
    for row in conflict.rows:
        yield node, term(PROV, "wasDerivedFrom"), row_iri(row, base)
    yield from _sides_triples(node, conflict.sides)


def _about(subject: str) -> NamedNode | None:
    if subject.startswith(("http:", "https:")):
        return NamedNode(subject)
    return bridge.iri(subject) if bridge.is_valid(subject) else None


def _side(conflict: NamedNode, number: int) -> NamedNode:
    return NamedNode(f"{conflict.value}-side-{number}")


def _sides_triples(conflict: NamedNode, sides: Sequence[Side]) -> Iterator[Triple]:
    for number, side in enumerate(sides, 1):
        yield from _side_triples(conflict, number, side)
    for number in range(2, len(sides) + 1):
        yield _side(conflict, number), expanded("cito:disputes"), _side(conflict, 1)


def _side_triples(conflict: NamedNode, number: int, side: Side) -> Iterator[Triple]:
    node = _side(conflict, number)
    yield conflict, gl("side"), node
    yield node, TYPE, gl("Side")
    yield node, gl("sideValue"), Literal(side.value)
    for claim in side.claims:
        yield node, gl("sideClaim"), NamedNode(claim)
