"""What a policy believes: plain triples said of entities, each with the claims that support it.

Only records whose link is accepted carry claims to a gene. A record of another species whose link is
contested speaks of the gene that its own identifiers name, and what it is called is not stated.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode

from genelore.audit.contribution import Contribution, contribution, judgements, owner
from genelore.audit.model import Audit
from genelore.audit.policy import Policy
from genelore.audit.reading import Reading
from genelore.audit.settling import disputed_claims
from genelore.audit.standard_terms import expanded
from genelore.audit.weighing import Saying, Statement, Weighing, merged
from ingest.parts import Triple
from ontology import bridge
from ontology.reference import omim_entry, omim_of_mondo

_SayingKey = tuple[str, str, str, bool]


@dataclass(frozen=True, slots=True)
class Consensus:
    """What a policy believes; `description` says what the regions, variants and pictures in it are."""

    policy: Policy
    statements: tuple[Statement, ...]
    description: tuple[Triple, ...]


def consensus(readings: Iterable[Reading], audit: Audit, policy: Policy, base: str) -> Consensus:
    """Return what the policy accepts of all claims, sorted."""
    links = {link.record: link for link in audit.links}
    found = [contribution(reading, links, base) for reading in readings]
    disputed = frozenset(disputed_claims(audit.conflicts))
    witnesses = {graph: group[0] for group in audit.copies for graph in group}
    return agreed(found, Weighing(policy, judgements(audit.verdicts, disputed), witnesses))


def agreed(found: Iterable[Contribution], weighing: Weighing) -> Consensus:
    """Return what is accepted of all contributions, in the order of their documents."""
    contributions = [*found]
    weighed = accepted(contributions, weighing)
    statements = merged([*weighed, *_matches(weighed)])
    described = (triple for one in contributions for triple in one.described)
    return Consensus(weighing.policy, statements, _used(described, statements))


def accepted(found: Iterable[Contribution], weighing: Weighing, entity: str = "") -> list[Statement]:
    """Return the statements that are accepted of contributions: of all entities, or of one."""
    grouped: defaultdict[_SayingKey, list[Saying]] = defaultdict(list)
    for one in found:
        for saying in one.sayings:
            if not entity or owner(saying.subject.value) == entity:
                grouped[saying.key].append(saying)
    return [statement for key in sorted(grouped) for statement in weighing.weigh(grouped[key])]


def _matches(statements: list[Statement]) -> Iterator[Statement]:
    nodes = {node.value for s in statements for node in (s.subject, s.value) if isinstance(node, NamedNode)}
    return (match for node in sorted(nodes) for match in matches(node))


def matches(node: str) -> Iterator[Statement]:
    """Say under which OMIM phenotype a disease goes, by the reference; of what is no disease, nothing."""
    curie = bridge.curie(node) or ""
    for number in omim_of_mondo(curie) if curie.startswith("MONDO:") else ():
        entry = omim_entry(number) if bridge.is_valid(number) else None
        if entry and entry.kind == "phenotype":
            predicate = expanded("skos:exactMatch")
            yield Statement(NamedNode(node), predicate, bridge.iri(number), (), 0, 1.0, (entry.row,))


def _used(described: Iterable[Triple], statements: tuple[Statement, ...]) -> tuple[Triple, ...]:
    """Keep the description of nodes that a statement names, and of what hangs on them."""
    named = {n.value for s in statements for n in (s.subject, s.value) if isinstance(n, NamedNode)}
    whole = {owner(name) for name in named} | named
    return tuple(triple for triple in sorted(set(described), key=str) if owner(triple[0].value) in whole)
