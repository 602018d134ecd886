"""What the parts of a record stand for in the entity layer, where nothing belongs to one document."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode

from genelore.audit.denotation import entity_of
from genelore.audit.minting import minted
from genelore.audit.model import Link
from genelore.audit.reading import Claim, Reading
from genelore.audit.standard_terms import expanded
from ingest.parts import Triple
from ontology import bridge
from ontology.reference import disease_of_omim
from ontology.reference import gene as reference_gene
from ontology.terms import FALDO, GL, LABEL, TYPE, XSD, gl, term

_EDGES = {"begin": gl("begin"), "end": gl("end")}
# `https://example.org/a`: an address that may be an IRI; one with blanks stays text.
_ADDRESS = re.compile(r'https?://[^\x00-\x20<>"{}|\\^`]+')
# How the IRI of the place and stage of an expression ends, behind that of the expression.
CONDITION = "-condition"
# The ids of a paper, the best name for it first.
_PAPER_IDS = ("pubmed", "doi", "pmc")


def disease(curie: str) -> str:
    """Return the MONDO term of a disease's CURIE, empty if it has none; a gene's MIM number has none."""
    if curie.startswith("MONDO:"):
        return curie
    found = disease_of_omim(curie) if curie.startswith("omim:") else None
    return found.curie if found else ""


def gene_iri(curie: str) -> NamedNode | None:
    """Return what the entity layer calls the gene that a CURIE denotes."""
    found = reference_gene(curie)
    chosen = entity_of(found) if found else curie
    return bridge.iri(chosen) if bridge.is_valid(chosen) else None


def entities(reading: Reading, links: Mapping[str, Link], base: str) -> Mapping[str, NamedNode]:
    """Return what each part of a reading's record stands for; parts that stand for nothing are left out.

    `links` are those of the reading's records, by the record's IRI.
    """
    record = _Record(reading, links, base)
    parts = dict.fromkeys(("gene", *(claim.part for claim in reading.claims), *_nodes(reading)))
    found = {part: record.entity(part) for part in parts}
    return {part: node for part, node in found.items() if node}


def _nodes(reading: Reading) -> list[str]:
    return [iri.partition("#")[2] for iri in sorted(reading.nodes)]


@dataclass(frozen=True, slots=True)
class _Record:
    """A document's record with the links that say what it denotes."""

    reading: Reading
    links: Mapping[str, Link]
    base: str

    def entity(self, part: str) -> NamedNode | None:
        kind = part.partition("-")[0]
        if kind in {"gene", "ortholog"}:
            return self._gene(part)
        if kind in {"variant", "observation"}:
            return self._of_gene(part, kind)
        if kind == "disease":
            return self._disease(part)
        if kind == "publication":
            return self._paper(part)
        if kind == "location" and not part.endswith(("-begin", "-end")):
            where = region(self.reading, part)
            return minted(self.base, "region", *where) if all(where[1:]) else None
        return None

    def _gene(self, part: str) -> NamedNode | None:
        link = self.links.get(f"{self.reading.source.graph}#{part}")
        return bridge.iri(link.entity) if link and link.entity else None

    def _of_gene(self, part: str, kind: str) -> NamedNode | None:
        gene = self._gene("gene")
        names = self.reading.node(part).get(LABEL.value if kind == "variant" else gl("image").value)
        # A part without a name of its own is like no other document's.
        name = names[0] if names else f"{self.reading.source.graph}#{part}"
        kind = "expression" if kind == "observation" else kind
        return minted(self.base, kind, gene.value, name) if gene else None

    def _disease(self, part: str) -> NamedNode | None:
        said = self.reading.node(part).get(gl("disease").value, ("",))[0]
        curie = disease(bridge.curie(said) or "")
        return bridge.iri(curie) if curie else None

    def _paper(self, part: str) -> NamedNode | None:
        ids = (claim for space in _PAPER_IDS for claim in self.reading.of(part, space))
        return next((bridge.iri(claim.curie) for claim in ids), None)


def region(reading: Reading, part: str) -> tuple[str, str, str, str]:
    """Return assembly, chromosome, begin and end of a location; empty where the document does not say."""
    node = reading.node(part)
    names = ("regionAssembly", "regionChromosome", "begin", "end")
    assembly, chromosome, begin, end = (node.get(GL + name, ("",))[0] for name in names)
    return assembly, chromosome, begin, end


def object_of(claim: Claim, known: Mapping[str, NamedNode]) -> NamedNode | Literal | None:
    """Return a claim's value as the entity layer says it; None where it cannot be said of entities."""
    graph, _, part = claim.value.partition("#")
    if part and graph == claim.source.graph:
        return known.get(part)
    match claim.predicate:
        case "ortholog" if claim.curie:
            return gene_iri(claim.curie)
        case "disease" if claim.curie:
            curie = disease(claim.curie)
            return bridge.iri(curie) if curie else None
        case "templateLength" if claim.value.isdigit():
            return Literal(claim.value, datatype=term(XSD, "integer"))
    return _address(claim.value) or Literal(claim.value)


def _address(text: str) -> NamedNode | None:
    try:
        return NamedNode(text) if _ADDRESS.fullmatch(text) else None
    except ValueError:
        # "http://example.org/%zz" looks like an IRI and is none.
        return None


def condition(expression: NamedNode) -> NamedNode:
    """Return the node of the place and stage that an expression was seen at."""
    return NamedNode(f"{expression.value}{CONDITION}")


def description(
    reading: Reading, part: str, node: NamedNode, gene: NamedNode | None, base: str
) -> list[Triple]:
    """Say what a minted node is made of; what documents claim of it comes on top."""
    match part.partition("-")[0]:
        case "observation" if gene:
            at = condition(node)
            return [
                (node, TYPE, expanded("genex:Expression")),
                (node, expanded("genex:hasSequenceUnit"), gene),
                (node, expanded("genex:hasExpressionCondition"), at),
                (at, TYPE, expanded("genex:ExpressionCondition")),
            ]
        case "location":
            return _region_triples(node, region(reading, part), base)
        case "variant":
            name = reading.node(part).get(LABEL.value, ("",))[0]
            return [(node, TYPE, expanded("obo:SO_0001060")), (node, LABEL, Literal(name))]
    return []


def _region_triples(node: NamedNode, where: tuple[str, str, str, str], base: str) -> list[Triple]:
    assembly, chromosome, *edges = where
    found: list[Triple] = [(node, TYPE, term(FALDO, "Region"))]
    if assembly:
        found.append((node, gl("regionAssembly"), Literal(assembly)))
    found.append((node, gl("regionChromosome"), Literal(chromosome)))
    for name, number in zip(("begin", "end"), edges, strict=True):
        edge = NamedNode(f"{node.value}-{name}")
        position = Literal(number, datatype=term(XSD, "integer"))
        found += [
            (node, _EDGES[name], position),
            (node, term(FALDO, name), edge),
            (edge, TYPE, term(FALDO, "ExactPosition")),
            (edge, term(FALDO, "position"), position),
        ]
        if assembly:
            path = "/".join(quote(text, safe="") for text in (assembly, chromosome))
            found.append((edge, term(FALDO, "reference"), NamedNode(f"{base}assembly/{path}")))
    return found
