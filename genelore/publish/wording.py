"""How nodes of a stored graph are written for people, each in one line."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from pyoxigraph import NamedNode

from genelore.audit.findings import short
from genelore.audit.wording import plural
from genelore.publish.finding_table import written
from genelore.publish.nodes import Node, Nodes
from genelore.results import shortened
from ontology import bridge
from ontology.terms import GL, LABEL, RDF

T = TypeVar("T")

# Things of one sort that are listed; the rest is counted.
LISTED = 12
# What is said of how bad a conflict is, and of what became of it.
STATUS = ("severity", "status", "judgement")
# The place before "T" and that before "M" in "ReferenceThenMajority".
_HUMP = re.compile(r"(?<!^)(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Wording:
    """Writes the nodes of one graph."""

    nodes: Nodes
    base: str

    def stated(self, support: Node) -> str:
        """Write a triple of the consensus with its support."""
        if not support.all("supportingClaim"):
            return f"{self.triple(support)} (follows from the reference, no document says it)"
        sources = plural(int(support.one("independentSources")), "independent source")
        share, policy = float(support.one("share")), in_words(support.one("policy"))
        return f"{self.triple(support)} ({sources}, {share:.0%} of claims, policy {policy})"

    def disagreement(self, conflict: Node) -> str:
        """Write a conflict in one line."""
        status = ", ".join(in_words(conflict.one(name)) for name in STATUS if conflict.one(name))
        return f"{short(conflict.iri)} {conflict.one('kind')} ({status}): {conflict.one('sentence')}"

    def brief(self, claim: Node) -> str:
        """Write a claim in one line."""
        verdicts = [self.nodes.node(iri) for iri in self.nodes.subjects("judges", claim.iri)]
        judged = in_words(verdicts[0].one("judgement")) if verdicts else "not judged"
        text = claim.one("sourceText") or claim.one(f"{RDF}object")
        said = f"{claim.one('property')} {text}"
        return f"{short(claim.iri)} {judged:12} {said} ({self.place(claim)})"

    def triple(self, node: Node) -> str:
        """Write the triple of a claim or of a statement."""
        subject, predicate, value = (node.one(RDF + name) for name in ("subject", "predicate", "object"))
        shown = self.called(value) if value.startswith(("http:", "https:")) else repr(value)
        return f"{self.called(subject)} {self.called(predicate)} {shown}"

    def place(self, claim: Node) -> str:
        """Write where a claim stands."""
        document = self.nodes.node(claim.one(f"{RDF}subject").partition("#")[0])
        return f"{document.one(LABEL.value) or document.iri}:{written(claim.one('lines'))}"

    def called(self, iri: str) -> str:
        """Return an IRI for people: its CURIE, or for a part of a record the document's name and the part."""
        document, _, part = iri.partition("#")
        if document.startswith(f"{self.base}document/"):
            name = self.nodes.node(document).one(LABEL.value) or document
            return f"{name}#{part}" if part else name
        return bridge.curie(iri) or shortened(NamedNode(iri))


def in_words(iri: str) -> str:
    """Write one of our individuals in words: `ReferenceThenMajority` as `reference then majority`."""
    return _HUMP.sub(" ", iri.removeprefix(GL)).lower()


def first_line(claim: Node) -> int:
    """Return the number of the line that a claim's quote begins on."""
    return int(claim.one("lines").partition("-")[0] or 0)


def listing(items: Sequence[T], start: str, told: Callable[[T], str], rest: str = "") -> Iterator[str]:
    """Give a line for each of the first `LISTED` items, and one with the number of the others."""
    yield from (f"{start}{told(item)}" for item in items[:LISTED])
    if len(items) > LISTED:
        yield f"{start}and {len(items) - LISTED} more{rest}"
