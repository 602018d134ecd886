"""The nodes of a record and of its parts: what each is called, what it is, and how it hangs on the gene."""

import re
from collections.abc import Iterator
from typing import TypeAlias
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode

from ingest.record import Fact
from ontology import bridge
from ontology.terms import BASE, FALDO, LABEL, TYPE, XSD, gl, term

Triple: TypeAlias = tuple[NamedNode, NamedNode, NamedNode | Literal]

# Kind of part: its class, and the structural property by which the gene holds it (None: a claim holds it).
_KINDS: dict[str, tuple[str, str | None]] = {
    "ortholog": ("OrthologRecord", "orthologRecord"),
    "disease": ("DiseaseAssociation", "diseaseAssociation"),
    "variant": ("Variant", None),
    "observation": ("Observation", "observation"),
    "publication": ("Publication", None),
    "location": ("Location", None),
}
# Kinds whose key is a name, which is no good in an IRI: they are numbered in the order in which they appear.
_NUMBERED = ("disease", "variant")
# "GRCh38:X:55009055-55030977", or without an assembly "6:153573620-153589610".
_REGION = re.compile(r"(?:(?P<assembly>[^:]+):)?(?P<chromosome>[^:]+):(?P<begin>\d+)-(?P<end>\d+)")


class Parts:
    """The parts of one record, each with a node that the document's hash and its own key name."""

    def __init__(self, document: NamedNode, facts: tuple[Fact, ...]) -> None:
        """Number the parts that need a number in the order of the facts."""
        self.document = document
        self._facts = facts
        self._numbers: dict[str, dict[str, int]] = {kind: {} for kind in _NUMBERED}
        keys = [key for fact in facts for key in (fact.subject, fact.part) if ":" in key]
        self._keys = tuple(dict.fromkeys(keys))
        for key in self._keys:
            kind, _, name = key.partition(":")
            if kind in self._numbers:
                self._numbers[kind].setdefault(name, len(self._numbers[kind]) + 1)

    def node(self, key: str) -> NamedNode:
        """Return the node of `document`, `gene`, or a part such as `ortholog:10090`.

        Raises:
            ValueError: an empty key, from a fact that stands for a part and does not name it.
        """
        if not key:
            raise ValueError("a fact stands for a part of the record, but names none")
        if key == "document":
            return self.document
        kind, _, name = key.partition(":")
        if kind in self._numbers:
            return self._named(f"{kind}-{self._numbers[kind][name]}")
        return self._named(f"{kind}-{quote(name, safe='')}" if name else kind)

    def _named(self, fragment: str) -> NamedNode:
        return NamedNode(f"{self.document.value}#{fragment}")

    def triples(self) -> Iterator[Triple]:
        """Say what each node is and how it hangs together; nothing here is a claim of the document."""
        gene = self.node("gene")
        yield self.document, TYPE, gl("Document")
        yield gene, TYPE, gl("GeneRecord")
        yield gene, gl("describedIn"), self.document
        for key in self._keys:
            kind = key.partition(":")[0]
            if kind in _KINDS:
                yield from self._part_triples(gene, key, *_KINDS[kind])
        for fact in self._facts:
            yield from self._value_triples(fact)

    def _part_triples(self, gene: NamedNode, key: str, name: str, holder: str | None) -> Iterator[Triple]:
        node = self.node(key)
        yield node, TYPE, gl(name)
        yield node, gl("partOf"), gene
        if holder:
            yield gene, gl(holder), node

    def _value_triples(self, fact: Fact) -> Iterator[Triple]:
        node = self.node(fact.part) if ":" in fact.part else None
        match fact.property:
            case "symbol" if fact.subject == "gene":
                yield self.node("gene"), LABEL, Literal(fact.value)
            case "location" if node:
                yield from _region(node, fact.value)
            case "variant" if node:
                yield node, LABEL, Literal(fact.value)
            case "disease" if node:
                curie = fact.term or fact.value
                known = bridge.is_valid(curie)
                yield node, gl("disease"), bridge.iri(curie) if known else Literal(fact.value)
                yield node, LABEL, Literal(fact.value)


def _region(node: NamedNode, value: str) -> Iterator[Triple]:
    match = _REGION.fullmatch(value)
    yield node, LABEL, Literal(value)
    if not match:
        return
    yield node, TYPE, term(FALDO, "Region")
    yield node, gl("regionChromosome"), Literal(match["chromosome"])
    if match["assembly"]:
        yield node, gl("regionAssembly"), Literal(match["assembly"])
    for name in ("begin", "end"):
        edge = NamedNode(f"{node.value}-{name}")
        number = Literal(match[name], datatype=term(XSD, "integer"))
        yield node, gl(name), number
        yield node, term(FALDO, name), edge
        yield edge, TYPE, term(FALDO, "ExactPosition")
        yield edge, term(FALDO, "position"), number
        if match["assembly"]:
            yield edge, term(FALDO, "reference"), _sequence(match["assembly"], match["chromosome"])


def _sequence(assembly: str, chromosome: str) -> NamedNode:
    path = "/".join(quote(name, safe="") for name in (assembly, chromosome))
    return NamedNode(f"{BASE}assembly/{path}")
