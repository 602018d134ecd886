"""The whole chain from a quote to a verdict, for anything of a stored graph that a name stands for."""

from collections.abc import Callable, Iterator, Mapping

from genelore.publish.chain import Chain
from genelore.publish.foundation import Foundation
from genelore.publish.holding import Holding
from genelore.publish.meaning import MalformedNameError, UnknownThingError, resolve
from genelore.publish.mention import Mention
from genelore.publish.nodes import Node, Nodes
from genelore.publish.wording import Wording

__all__ = ["MalformedNameError", "UnknownThingError", "explain", "resolve"]


def explain(nodes: Nodes, name: str, base: str) -> Iterator[str]:
    """Give the lines of an explanation of whatever a name stands for, as `resolve` takes it.

    Raises:
        MalformedNameError: the name begins as an IRI does and is none.
        UnknownThingError: the store has no such thing, or several.
    """
    iri = resolve(nodes, name, base)
    chain = Chain(nodes, Wording(nodes, base))
    kind = iri.removeprefix(base).partition("/")[0] if iri.startswith(base) else ""
    tell = _tellers(chain).get(kind, Mention(chain).told)
    return tell(_whole(nodes, nodes.node(iri), kind))


def _tellers(chain: Chain) -> Mapping[str, Callable[[Node], Iterator[str]]]:
    """Return what tells of a minted thing, by the first step of its path."""
    return {
        "claim": chain.claim,
        "verdict": chain.claim,
        "conflict": chain.conflict,
        "link": chain.link,
        "vote": chain.link,
        "support": chain.support,
        "reference": Foundation(chain).told,
        "document": Holding(chain).told,
    }


def _whole(nodes: Nodes, node: Node, kind: str) -> Node:
    """Return what a part is told with: the claim of a verdict, the conflict of a side, the link of a vote."""
    match kind:
        case "verdict":
            return nodes.node(node.one("judges") or node.iri)
        case "conflict":
            return nodes.node(node.iri.partition("-side-")[0])
        case "vote":
            links = (*nodes.subjects("voteFor", node.iri), *nodes.subjects("voteAgainst", node.iri))
            return nodes.node(links[0]) if links else node
    return node
