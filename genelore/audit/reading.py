"""The claims of stored documents, as plain values to be judged."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import pyoxigraph
from pyoxigraph import Literal, NamedNode, RdfFormat

from genelore.audit.ntriples import triples
from ingest.provenance import provenance_graph
from ontology import bridge
from ontology.terms import GL, LABEL, PROV, RDF, TYPE, gl, term

Node = Mapping[str, tuple[str, ...]]

_SUBJECT, _PREDICATE, _OBJECT = (term(RDF, name).value for name in ("subject", "predicate", "object"))

_CLAIM = gl("Claim").value
_DERIVED_FROM = term(PROV, "wasDerivedFrom").value


@dataclass(frozen=True, slots=True)
class Source:
    """A stored document: its graph, the name it was read under, its kind, and who writes such documents.

    `sha256` is that of its bytes, `origins` are the IRIs of what it is and of what it says it was made from.
    """

    graph: str
    name: str
    kind: str
    agent: str
    sha256: str = ""
    origins: tuple[str, ...] = ()


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
    empty predicate it has all of the part. `text` is the whole document, or what its claims quote where
    that is not at hand.
    """

    source: Source
    claims: tuple[Claim, ...]
    nodes: Mapping[str, Node]
    index: Mapping[tuple[str, str], tuple[Claim, ...]]
    text: str

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


def read_all(store: pyoxigraph.Store, base: str, documents: Path | None = None) -> Iterator[Reading]:
    """Read every document of the store, sorted by name; `documents` is the folder that keeps their bytes."""
    for source in sources(store, base):
        yield read(store, source, documents)


def sources(store: pyoxigraph.Store, base: str) -> list[Source]:
    """Return the documents that the provenance graph names, sorted by name."""
    graph = provenance_graph(base)
    named = [quad.subject for quad in store.quads_for_pattern(None, gl("sha256"), None, graph)]
    found = [source_of(store, node, base) for node in named if isinstance(node, NamedNode)]
    return sorted(found, key=lambda source: (source.name, source.graph))


def source_of(store: pyoxigraph.Store, node: NamedNode, base: str) -> Source:
    """Return what the provenance graph says of one document."""
    quads = store.quads_for_pattern(node, None, None, provenance_graph(base))
    said = _nodes((node.value, quad.predicate.value, _text(quad.object)) for quad in quads)[node.value]
    return Source(
        graph=node.value,
        name=min(said[LABEL.value]),
        kind=said[f"{GL}sourceKind"][0],
        agent=said[f"{GL}agentType"][0].removeprefix(GL),
        sha256=said[f"{GL}sha256"][0],
        origins=(node.value, *said.get(_DERIVED_FROM, ())),
    )


def read(store: pyoxigraph.Store, source: Source, documents: Path | None = None) -> Reading:
    """Read one document's graph, and its text if `documents` has it."""
    content = store.dump(format=RdfFormat.N_TRIPLES, from_graph=NamedNode(source.graph)) or b""
    return read_text(content, source, documents)


def read_text(content: bytes, source: Source, documents: Path | None = None) -> Reading:
    """Read one document's graph from its N-Triples or N-Quads as the engine writes them."""
    nodes = _nodes(triples(content))
    is_claim = {iri for iri, node in nodes.items() if _CLAIM in node.get(TYPE.value, ())}
    claims = [(_start(nodes[iri]), _claim(iri, nodes[iri], source)) for iri in is_claim]
    ordered = sorted(claims, key=lambda item: (item[0], item[1].iri))
    rest = {iri: node for iri, node in nodes.items() if iri not in is_claim}
    return reading_of(source, tuple(claim for _, claim in ordered), rest, _document(source, documents))


def reading_of(
    source: Source, claims: tuple[Claim, ...], nodes: Mapping[str, Node], text: str = ""
) -> Reading:
    """Return the reading that claims, in the order of the text, and other nodes make up."""
    quotes = {(claim.lines, claim.quote): None for claim in claims} if not text else ()
    return Reading(
        source=source,
        claims=claims,
        nodes=MappingProxyType(nodes),
        index=MappingProxyType(_index(claims)),
        text=text or "\n".join(quote for _, quote in quotes),
    )


def _document(source: Source, documents: Path | None) -> str:
    path = documents / source.sha256 if documents and source.sha256 else None
    return path.read_bytes().decode(errors="replace") if path and path.is_file() else ""


def _index(claims: tuple[Claim, ...]) -> dict[tuple[str, str], tuple[Claim, ...]]:
    grouped: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        grouped[claim.part, ""].append(claim)
        grouped[claim.part, claim.predicate].append(claim)
    return {key: tuple(found) for key, found in grouped.items()}


def _nodes(said: Iterable[tuple[str, str, str]]) -> dict[str, Node]:
    nodes: defaultdict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    several: set[tuple[str, str]] = set()
    for subject, predicate, value in said:
        node = nodes[subject]
        if predicate in node:
            node[predicate] += (value,)
            several.add((subject, predicate))
        else:
            node[predicate] = (value,)
    for subject, predicate in several:
        nodes[subject][predicate] = tuple(sorted(nodes[subject][predicate]))
    return dict(nodes)


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
