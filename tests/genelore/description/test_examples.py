"""The example queries as they are read and described."""

from pyoxigraph import Literal, NamedNode

from genelore.description.examples import example_triples, examples, read
from ontology.prefixes import prefixes
from ontology.terms import BASE

RHEA, UNIPROT = "https://sparql.rhea-db.org/sparql", "https://sparql.uniprot.org/sparql"


def described(name: str, predicate: str) -> set[str]:
    prefix, _, local = predicate.partition(":")
    wanted = NamedNode(f"{BASE}examples#{name}"), NamedNode(prefixes()[prefix] + local)
    found = [triple[2] for triple in example_triples(BASE) if triple[:2] == wanted]
    return {term.value for term in found if isinstance(term, Literal | NamedNode)}


def test_an_example_that_asks_other_endpoints_says_which() -> None:
    assert described("rhea-reactions", "spex:federatesWith") == {RHEA, UNIPROT}
    assert described("rhea-reactions", "schema:keywords") == {"federated", "functions"}
    assert described("documents", "spex:federatesWith") == set()


def test_a_federated_example_declares_the_prefixes_of_the_other_endpoint_too() -> None:
    text = next(example.text for example in examples() if example.name == "wikidata-places")
    assert "PREFIX pq: <http://www.wikidata.org/prop/qualifier/>\n" in text
    assert "# keywords" not in text


def test_services_are_found_silent_or_not_and_each_once() -> None:
    clauses = (
        "SERVICE <http://a.example/> {} service silent <http://b.example/> {} SERVICE <http://a.example/> {}"
    )
    assert read("any", f"# Is it?\nASK {{ {clauses} }}").services == (
        "http://a.example/",
        "http://b.example/",
    )
