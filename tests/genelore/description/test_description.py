"""The dataset describes itself: what is counted, and that editors find it where they look."""

from pathlib import Path

import pyoxigraph
import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, QuerySolutions, RdfFormat

from genelore.description import describe, described
from genelore.description.examples import examples
from genelore.generation import open_current
from ontology.prefixes import prefixes
from ontology.terms import BASE

QUERIES = Path(__file__).with_name("queries")
DATA = f"""
@prefix : <http://example.org/> .
@prefix gl: <https://w3id.org/genelore/ontology#> .
<{BASE}document/0a> {{
  :r1 a gl:GeneRecord ; gl:hgnc <http://identifiers.org/hgnc/397> ; gl:symbol "ALAS2", "ASB" .
  :c1 a gl:Claim ; :about :r1 .
}}
<{BASE}document/0b> {{
  :r2 a gl:GeneRecord ; gl:hgnc <http://identifiers.org/hgnc/397> ; gl:length 5 .
}}
<{BASE}consensus> {{ :gene gl:symbol "ALAS2" }}
"""


@pytest.fixture(scope="module")
def small() -> pyoxigraph.Store:
    store = pyoxigraph.Store()
    store.load(DATA.encode(), format=RdfFormat.TRIG)
    store.extend(describe(store))
    return store


@pytest.fixture(scope="module")
def seeds(seed_store: Path) -> pyoxigraph.Store:
    store = pyoxigraph.Store()
    store.extend(open_current(seed_store))
    store.extend(describe(store))
    return store


def rows(store: pyoxigraph.Store, name: str) -> list[list[str]]:
    found = store.query((QUERIES / f"{name}.rq").read_text("utf-8"))
    assert isinstance(found, QuerySolutions)
    return [[value.value if value else "" for value in row] for row in found]


def test_the_documents_are_one_part_and_each_generated_graph_is_another(small):
    assert rows(small, "parts") == [["consensus", "1", "1", "1"], ["documents", "9", "3", "7"]]


def test_classes_have_their_members_counted_and_what_ties_them_to_what(small):
    assert rows(small, "schema") == [
        ["gl:Claim", "1", ":about", "1", "gl:GeneRecord"],
        ["gl:Claim", "1", "rdf:type", "1", ""],
        ["gl:GeneRecord", "2", "gl:hgnc", "2", ""],
        ["gl:GeneRecord", "2", "gl:length", "1", "xsd:integer"],
        ["gl:GeneRecord", "2", "gl:symbol", "2", "xsd:string"],
        ["gl:GeneRecord", "2", "rdf:type", "2", ""],
    ]


def test_links_to_other_databases_are_counted_by_property_and_database(small):
    assert rows(small, "linksets") == [["documents", "gl:hgnc", "http://identifiers.org/hgnc/", "2"]]


def test_a_description_does_not_describe_itself(seeds):
    kept = {quad for graph in described(BASE) for quad in seeds.quads_for_pattern(None, None, None, graph)}
    assert {quad for quad in describe(seeds) if quad.graph_name != DefaultGraph()} == kept


def test_every_quad_is_in_its_graph_and_in_the_default_graph_without_blank_nodes(seeds):
    quads = describe(seeds)
    assert len(quads) == 2 * len({(q.subject, q.predicate, q.object) for q in quads})
    assert all(isinstance(quad.subject, NamedNode) for quad in quads)
    assert all(isinstance(quad.object, NamedNode | Literal) for quad in quads)


def test_the_figures_are_those_of_the_store(seeds):
    documents = [g for g in seeds.named_graphs() if g.value.startswith(f"{BASE}document/")]
    total = sum(len([*seeds.quads_for_pattern(None, None, None, graph)]) for graph in documents)
    parts = {name: int(triples) for name, triples, *_ in rows(seeds, "parts")}

    assert parts["documents"] == total
    assert parts.keys() == {
        "bridge", "conflicts", "consensus", "documents", "links", "provenance", "reference", "verdicts"
    }  # fmt: skip


def test_an_editor_finds_classes_and_properties_where_it_looks_for_them(seeds):
    found = {(kind, name, end) for _, kind, name, end, _ in rows(seeds, "editor-void")}
    gl = prefixes()["gl"]

    assert (f"{gl}Verdict", f"{gl}judges", f"{gl}Claim") in found
    assert (f"{gl}GeneRecord", f"{gl}symbol", "") in found


def test_an_editor_finds_the_examples_where_it_looks_for_them(seeds):
    found = rows(seeds, "editor-examples")

    assert [comment for _, comment, _ in found] == [example.question for example in examples()]
    assert len(found) >= 10


def test_an_editor_finds_the_prefixes_where_it_looks_for_them(seeds):
    assert dict(rows(seeds, "editor-prefixes")) == prefixes()


def test_the_licences_of_the_documents_are_those_of_the_dataset(seeds):
    licences = {licence for (licence,) in rows(seeds, "licences")}
    assert "https://creativecommons.org/licenses/by-sa/4.0/" in licences
