"""What a policy believes: plain triples said of entities, each with the claims that support it.

Only records whose link is accepted carry claims to a gene. A record of another species whose link is
contested speaks of the gene that its own identifiers name, and what it is called is not stated.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from genelore.audit.entities import condition, description, entities, object_of
from genelore.audit.model import Audit, Judgement, Link, Standing
from genelore.audit.policy import Policy
from genelore.audit.reading import Claim, Reading
from genelore.audit.ruling import CONTESTED_RECORD
from genelore.audit.weighing import Saying, Statement, Weighing, merged
from ingest.parts import Triple
from ontology import bridge
from ontology.reference import omim_entry, omim_of_mondo

# The rule by which a verdict only says that the claim's record is in doubt.
# What a record is called, which a contested record does not tell of the gene.
_NAMING = frozenset({"symbol", "geneName", "alias", "imageSymbol", "caption"})


@dataclass(frozen=True, slots=True)
class Consensus:
    """What a policy believes; `description` says what the regions, variants and pictures in it are."""

    policy: Policy
    statements: tuple[Statement, ...]
    description: tuple[Triple, ...]


def consensus(readings: Iterable[Reading], audit: Audit, policy: Policy, base: str) -> Consensus:
    """Return what the policy accepts of all claims, sorted."""
    links = {link.record: link for link in audit.links}
    grouped: defaultdict[tuple[str, str, str, bool], list[Saying]] = defaultdict(list)
    described: list[Triple] = []
    for reading in readings:
        known = entities(reading, links, base)
        for saying in _sayings(reading, known, links, policy):
            grouped[saying.key].append(saying)
        for part, node in known.items():
            described += description(reading, part, node, known.get("gene"), base)
    weighing = Weighing(policy, _judgements(audit), _witnesses(audit))
    found = [statement for key in sorted(grouped) for statement in weighing.weigh(grouped[key])]
    statements = merged([*found, *_matches(found)])
    return Consensus(policy, statements, _used(described, statements))


def _judgements(audit: Audit) -> Mapping[str, Judgement]:
    """Return what the audit says of each claim.

    What only the record's link puts in doubt is unverified: it is said of the gene that the record's own
    identifiers name, and there nobody disputes it.
    """
    disputed = {iri for conflict in audit.conflicts for side in conflict.sides for iri in side.claims}
    return {
        v.claim: Judgement.UNVERIFIED
        if v.rule == CONTESTED_RECORD and v.claim not in disputed
        else v.judgement
        for v in audit.verdicts
    }


def _witnesses(audit: Audit) -> Mapping[str, str]:
    """Return the document that each copy counts as."""
    return {graph: group[0] for group in audit.copies for graph in group}


def _sayings(
    reading: Reading, known: Mapping[str, NamedNode], links: Mapping[str, Link], policy: Policy
) -> Iterator[Saying]:
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
    names = ("regionAssembly", "annotationRelease")
    return " ".join(node.get(f"https://w3id.org/genelore/ontology#{name}", ("",))[0] for name in names)


def _matches(statements: list[Statement]) -> Iterator[Statement]:
    """Say under which OMIM phenotype each disease goes, by the reference."""
    nodes = {node.value for s in statements for node in (s.subject, s.value) if isinstance(node, NamedNode)}
    for node in sorted(nodes):
        curie = bridge.curie(node) or ""
        for number in omim_of_mondo(curie) if curie.startswith("MONDO:") else ():
            entry = omim_entry(number) if bridge.is_valid(number) else None
            if entry and entry.kind == "phenotype":
                match = NamedNode("http://www.w3.org/2004/02/skos/core#exactMatch")
                yield Statement(NamedNode(node), match, bridge.iri(number), (), 0, 1.0, (entry.row,))


def _used(described: list[Triple], statements: tuple[Statement, ...]) -> tuple[Triple, ...]:
    """Keep the description of nodes that a statement names, and of what hangs on them."""
    named = {n.value for s in statements for n in (s.subject, s.value) if isinstance(n, NamedNode)}
    whole = {name.removesuffix("-condition") for name in named} | named
    return tuple(
        triple
        for triple in sorted(set(described), key=str)
        if triple[0].value.removesuffix("-begin").removesuffix("-end").removesuffix("-condition") in whole
    )
