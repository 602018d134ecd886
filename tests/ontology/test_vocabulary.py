from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from ingest.properties import PROPERTIES, Form
from ontology import bridge
from ontology.terms import GL
from tests.ontology import uses

ONTOLOGY = URIRef("https://w3id.org/genelore/ontology")
GRAPH = Graph().parse(uses.VOCABULARY)
KINDS = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, OWL.NamedIndividual}
TERMS = sorted({URIRef(str(term)) for term in GRAPH.subjects(RDF.type) if str(term).startswith(GL)})
# A text, date or count is a literal, a part or identifier an IRI; the rest may be either.
KIND_OF_FORM = {
    Form.TEXT: OWL.DatatypeProperty,
    Form.DATE: OWL.DatatypeProperty,
    Form.COUNT: OWL.DatatypeProperty,
    Form.PART: OWL.ObjectProperty,
    Form.XREF: OWL.ObjectProperty,
    Form.TERM: OWL.AnnotationProperty,
    Form.ADDRESS: OWL.AnnotationProperty,
}


def kinds(term: Node) -> set[Node]:
    return {kind for kind in GRAPH.objects(term, RDF.type) if kind in KINDS}


def declared() -> set[str]:
    return {str(term).removeprefix(GL) for term in TERMS}


def used(names: set[str]) -> set[str]:
    """Add what the vocabulary itself needs: its annotations, and the terms above those named."""
    found = names | {str(predicate).removeprefix(GL) for predicate in GRAPH.predicates()}
    while True:
        above = {
            str(value).removeprefix(GL)
            for name in found
            for link in (RDFS.domain, RDFS.range, RDFS.subClassOf, RDFS.subPropertyOf)
            for value in GRAPH.objects(URIRef(GL + name), link)
        }
        if above <= found:
            return found
        found |= above


def test_every_term_that_the_project_uses_is_declared() -> None:
    assert uses.in_project() - declared() == set()


def test_every_term_that_is_declared_is_used() -> None:
    assert declared() - used(uses.in_project()) == set()


def test_an_undeclared_term_is_found_wherever_it_is_used(tmp_path: Path) -> None:
    (tmp_path / "code.py").write_text('node = gl("inCode")')
    (tmp_path / "query.rq").write_text(
        "SELECT * { ?s gl:inQuery ?o ; <https://w3id.org/genelore/ontology#inFull> 1 }"
    )
    (tmp_path / "shape.ttl").write_text(f"<urn:s> <{GL}inTurtle> 1 .")

    assert set(uses.in_folder(tmp_path)) - declared() == {"inCode", "inQuery", "inFull", "inTurtle"}


def test_a_term_that_nothing_uses_is_found() -> None:
    assert "absent" in declared() - used(uses.in_project() - {"absent"})


@pytest.mark.parametrize("term", TERMS, ids=lambda term: str(term).removeprefix(GL))
def test_every_term_is_explained(term: URIRef) -> None:
    label, definition = GRAPH.value(term, RDFS.label), GRAPH.value(term, SKOS.definition)

    assert isinstance(label, Literal)
    assert isinstance(definition, Literal)
    assert (label.language, definition.language, str(definition)[-1]) == ("en", "en", ".")
    assert GRAPH.value(term, RDFS.isDefinedBy) == ONTOLOGY
    assert len(kinds(term)) == 1


def test_every_property_of_a_fact_prints_its_own_name() -> None:
    printed = {
        str(name): str(term).removeprefix(GL)
        for term, name in GRAPH.subject_objects(URIRef(GL + "factProperty"))
    }

    assert printed == {name: predicate.value.removeprefix(GL) for name, (predicate, _) in PROPERTIES.items()}


@pytest.mark.parametrize("name", PROPERTIES)
def test_every_property_of_a_fact_is_of_the_kind_that_its_values_need(name: str) -> None:
    predicate, form = PROPERTIES[name]
    term = URIRef(predicate.value)

    assert kinds(term) == {KIND_OF_FORM[form]}
    assert GRAPH.value(term, RDFS.domain)
    assert GRAPH.value(term, RDFS.range) or form is Form.XREF
    assert GRAPH.value(term, URIRef(GL + "functionalWithinScope")) in (Literal(True), Literal(False))


def test_every_id_space_has_a_property_below_xref() -> None:
    predicates = {space.predicate.value for space in bridge.spaces().values()}
    below = {str(term) for term in GRAPH.subjects(RDFS.subPropertyOf, URIRef(GL + "xref"))}

    # The species is a fact of its own, whose value may be a name.
    assert predicates - below == {f"{GL}taxon"}


def test_every_class_that_is_named_is_declared() -> None:
    named = {value for link in (RDFS.domain, RDFS.subClassOf) for value in GRAPH.objects(None, link)}

    assert [term for term in named if kinds(term) != {OWL.Class}] == []


def test_a_property_stands_below_one_of_its_own_kind() -> None:
    pairs = set(GRAPH.subject_objects(RDFS.subPropertyOf)) - {(URIRef(f"{GL}externalLink"), RDFS.seeAlso)}

    assert [pair for pair in pairs if kinds(pair[0]) != kinds(pair[1])] == []


def test_every_annotation_is_declared() -> None:
    built_in = (str(OWL), str(RDF), str(RDFS))
    predicates = {term for term in set(GRAPH.predicates()) if not str(term).startswith(built_in)}

    assert [term for term in predicates if kinds(term) != {OWL.AnnotationProperty}] == []


def test_the_ontology_says_what_it_is() -> None:
    assert GRAPH.value(ONTOLOGY, DCTERMS.title) == Literal("Genelore vocabulary", lang="en")
    assert GRAPH.value(ONTOLOGY, OWL.versionInfo) == Literal("0.1.0")
    assert GRAPH.value(ONTOLOGY, DCTERMS.license) == URIRef(
        "https://creativecommons.org/publicdomain/zero/1.0/"
    )


def test_both_libraries_read_the_same_triples_without_blank_nodes() -> None:
    store = Store()
    store.load(path=uses.VOCABULARY, format=RdfFormat.TURTLE)

    assert len(store) == len(GRAPH)
    assert [node for node in GRAPH.all_nodes() if isinstance(node, BNode)] == []
