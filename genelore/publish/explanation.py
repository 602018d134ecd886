"""The whole chain from a quote to a verdict, for a claim, conflict, link or entity of a stored graph."""

import re
from collections.abc import Iterator

from genelore.publish.chain import Chain, UnknownThingError
from genelore.publish.nodes import Nodes
from genelore.publish.wording import Wording
from ontology import bridge
from ontology.terms import GL, RDF

__all__ = ["UnknownThingError", "explain", "resolve"]

_HASH = re.compile(r"[0-9a-f]{6,20}")  # 782871b0ff


def explain(nodes: Nodes, name: str, base: str) -> Iterator[str]:
    """Give the lines of an explanation of a full IRI, a short hash as findings print it, or a CURIE.

    Raises:
        UnknownThingError: the store has no such thing, or several.
    """
    iri = resolve(nodes, name, base)
    node, chain = nodes.node(iri), Chain(nodes, Wording(nodes, base))
    match iri.removeprefix(base).partition("/")[0] if iri.startswith(base) else "":
        case "claim":
            return chain.claim(node)
        case "conflict":
            return chain.conflict(node)
        case "verdict":
            return chain.claim(nodes.node(node.one("judges") or iri))
        case "link":
            return chain.link(node)
        case "support":
            return chain.support(node)
    return chain.entity(iri)


def resolve(nodes: Nodes, name: str, base: str) -> str:
    """Return the IRI of what a name stands for.

    Raises:
        UnknownThingError: nothing in the store has this name, or more than one thing has.
    """
    if bridge.is_valid(name):
        return bridge.iri(name).value
    if name.startswith(("http:", "https:")):
        known = bridge.curie(name)
        return bridge.iri(known).value if known and bridge.is_valid(known) else name
    wanted = name.rpartition("/")[2]
    if not _HASH.fullmatch(wanted):
        raise UnknownThingError(
            f"{name} is no IRI, no CURIE such as ensembl:ENSG00000158578 and no short hash"
        )
    found = [iri for iri in _named(nodes) if iri.rpartition("/")[2].startswith(wanted)]
    # A claim and the verdict on it have the same hash, and the same explanation.
    first = [iri for iri in found if not iri.startswith(f"{base}verdict/")] or found
    if len(first) != 1:
        raise UnknownThingError(f"{name} stands for {len(first) or 'nothing'} in the store")
    return first[0]


def _named(nodes: Nodes) -> Iterator[str]:
    for name in ("Claim", "Conflict", "Verdict", "Link", "Support"):
        yield from nodes.subjects(f"{RDF}type", GL + name)
