import json
from collections.abc import Iterator
from typing import Any

import pytest
from pyoxigraph import RdfFormat, parse, serialize
from rdflib import OWL, RDF, RDFS, XSD, Graph, URIRef

from ontology.prefixes import prefixes
from ontology.terms import GL
from tests.ontology.uses import VOCABULARY
from tests.seeds import ROOT
from tests.shapes.example import valid

CONTEXT: dict[str, Any] = json.loads((ROOT / "ontology" / "context.jsonld").read_text("utf-8"))["@context"]
GRAPH = Graph().parse(VOCABULARY)


def definition(name: str, term: URIRef) -> str | dict[str, str]:
    kinds, range_ = set(GRAPH.objects(term, RDF.type)), GRAPH.value(term, RDFS.range)
    if OWL.ObjectProperty in kinds:
        return {"@id": f"gl:{name}", "@type": "@id"}
    if range_ == XSD.decimal:
        return {"@id": f"gl:{name}", "@type": "xsd:decimal"}
    return f"gl:{name}"


def terms() -> Iterator[tuple[str, URIRef]]:
    for term in sorted({str(term) for term in GRAPH.subjects(RDF.type)}):
        if term.startswith(GL):
            yield term.removeprefix(GL), URIRef(term)


# Prefixes of our own files and of other graphs, which no document of ours is compacted with.
OUTSIDE = {"prefix", "sh", "shape", "space", "odb", "oma", "p", "pq", "ps", "rh", "spex", "wd", "wdt"}


@pytest.mark.parametrize(("name", "term"), list(terms()))
def test_every_term_has_its_own_name_and_the_type_that_json_lacks(name: str, term: URIRef) -> None:
    assert CONTEXT[name] == definition(name, term)


def test_the_prefixes_of_the_context_are_those_of_the_project() -> None:
    declared = {
        name: space for name, space in CONTEXT.items() if isinstance(space, str) and space[-1] in "/#"
    }

    assert declared.items() <= prefixes().items()
    properties = CONTEXT.keys() - declared.keys()
    assert prefixes().keys() - declared.keys() == OUTSIDE | (prefixes().keys() & properties)


DOCUMENT = next(quad.graph_name for quad in valid())
TRIPLES = [quad.triple for quad in valid() if quad.graph_name == DOCUMENT]


def compacted() -> str:
    graph = Graph().parse(data=serialize(TRIPLES, format=RdfFormat.N_TRIPLES), format="nt")
    return graph.serialize(format="json-ld", context=CONTEXT)


def test_a_document_graph_compacted_with_the_context_is_read_back_by_another_library_as_the_same() -> None:
    assert {quad.triple for quad in parse(compacted(), format=RdfFormat.JSON_LD)} == set(TRIPLES)


def test_a_compacted_claim_reads_well() -> None:
    nodes = json.loads(compacted())["graph"]
    claim = next(node for node in nodes if node.get("property") == "template_length")

    assert sorted(claim.pop("type")) == ["Claim", "rdf:Statement"]
    assert claim.pop("id").startswith("https://w3id.org/genelore/claim/")
    assert claim == {
        "subject": f"{str(DOCUMENT)[1:-1]}#gene",
        "predicate": "gl:templateLength",
        "object": 730,
        "quote": "730",
        "sourceText": "730",
        "lines": "28-28",
        "quoteStart": 1017,
        "quoteEnd": 1020,
        "property": "template_length",
    }
