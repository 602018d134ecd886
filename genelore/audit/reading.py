"""The claims of stored documents, as plain values to be judged."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import pyoxigraph
from pyoxigraph import Literal, NamedNode, Quad

from ingest.provenance import provenance_graph
from ontology import bridge
from ontology.terms import GL, LABEL, RDF, TYPE, gl, term

Node = Mapping[str, tuple[str, ...]]

_SUBJECT, _PREDICATE, _OBJECT = (term(RDF, name).value for name in ("subject", "predicate", "object"))


@dataclass(frozen=True, slots=True)
class Source:
    """A stored document: its graph, the name it was read under, its kind, and who writes such documents."""

    graph: str
    name: str
    kind: str
    agent: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim of a document.

    `part` is the fragment of its subject (`gene`, `ortholog-10090`, empty for the document itself),
    `predicate` the local name of a `gl:` property, `value` an IRI or text, and `curie` the CURIE that
    the value is, empty where it is none.
    """

    iri: str
    source: Source
    subject: str
    part: str
    predicate: str
    value: str
    curie: str
    property: str
    lines: str
    quote: str
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What one document holds: its claims in the order of its text, and the other nodes of its graph.

    `index` has the same claims by the part of the record that they are said of and by predicate; under an
    empty predicate it has all of the part.
    """

    source: Source
    claims: tuple[Claim, ...]
    nodes: Mapping[str, Node]
    index: Mapping[tuple[str, str], tuple[Claim, ...]]

    def of(self, part: str, *predicates: str) -> tuple[Claim, ...]:
        """Return the claims of one part of the record, with one of the predicates if any is given."""
        if len(predicates) < 2:  # noqa: PLR2004  one predicate, or any
            return self.index.get((part, "".join(predicates)), ())
        return tuple(claim for claim in self.index.get((part, ""), ()) if claim.predicate in predicates)

    def parts(self, kind: str) -> tuple[str, ...]:
        """Return the fragments of all parts of a kind, such as `ortholog`, in the order of the text."""
        return tuple(part for part, name in self.index if not name and part.partition("-")[0] == kind)

    def node(self, part: str) -> Node:
        """Return the properties of a part's node, by local name."""
        return self.nodes.get(f"{self.source.graph}#{part}", MappingProxyType({}))


def read_all(store: pyoxigraph.Store, base: str) -> Iterator[Reading]:
    """Read every document of the store, sorted by name."""
    for source in sources(store, base):
        yield read(store, source)


def sources(store: pyoxigraph.Store, base: str) -> list[Source]:
    """Return the documents that the provenance graph names, sorted by name."""
    graph = provenance_graph(base)
    found = []
    for quad in store.quads_for_pattern(None, gl("sha256"), None, graph):
        said = _node(store.quads_for_pattern(quad.subject, None, None, graph))
        name, kind = min(said[LABEL.value]), said[f"{GL}sourceKind"][0]
        agent = said[f"{GL}agentType"][0].removeprefix(GL)
        found.append(Source(_text(quad.subject), name, kind, agent))
    return sorted(found, key=lambda source: (source.name, source.graph))


def read(store: pyoxigraph.Store, source: Source) -> Reading:
    """Read one document's graph."""
    grouped: defaultdict[str, list[Quad]] = defaultdict(list)
    for quad in store.quads_for_pattern(None, None, None, NamedNode(source.graph)):
        grouped[_text(quad.subject)].append(quad)
    nodes = {iri: _node(quads) for iri, quads in grouped.items()}
    is_claim = {iri for iri, node in nodes.items() if gl("Claim").value in node.get(TYPE.value, ())}
    claims = [(_start(nodes[iri]), _claim(iri, nodes[iri], source)) for iri in is_claim]
    ordered = sorted(claims, key=lambda item: (item[0], item[1].iri))
    rest = {iri: node for iri, node in nodes.items() if iri not in is_claim}
    found = tuple(claim for _, claim in ordered)
    return Reading(source, found, MappingProxyType(rest), MappingProxyType(_index(found)))


def _index(claims: tuple[Claim, ...]) -> dict[tuple[str, str], tuple[Claim, ...]]:
    grouped: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        grouped[claim.part, ""].append(claim)
        grouped[claim.part, claim.predicate].append(claim)
    return {key: tuple(found) for key, found in grouped.items()}


def _node(quads: Iterator[Quad] | list[Quad]) -> Node:
    said: defaultdict[str, list[str]] = defaultdict(list)
    for quad in quads:
        said[quad.predicate.value].append(_text(quad.object))
    return {predicate: tuple(sorted(values)) for predicate, values in said.items()}


def _text(node: object) -> str:
    return node.value if isinstance(node, NamedNode | Literal) else str(node)


def _start(node: Node) -> int:
    return int(node["http://www.w3.org/ns/oa#start"][0])


def _claim(iri: str, node: Node, source: Source) -> Claim:
    subject, value = node[_SUBJECT][0], node[_OBJECT][0]
    return Claim(
        iri=iri,
        source=source,
        subject=subject,
        part=subject.partition("#")[2],
        predicate=node[_PREDICATE][0].removeprefix(GL),
        value=value,
        curie=(bridge.curie(value) or "") if value.startswith("http") else "",
        property=node[f"{GL}property"][0],
        lines=node[f"{GL}lines"][0],
        quote=node[f"{GL}quote"][0],
        text=node[f"{GL}sourceText"][0],
    )
