from functools import cache

import pytest
from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad
from rdflib import RDF, Graph, URIRef

from genelore.audit.consensus import consensus
from genelore.audit.graphs import GRAPHS, generated, quads, write
from genelore.audit.graphs.conflicts import KINDS
from genelore.audit.minting import conflict_iri
from genelore.audit.policy import Policy
from genelore.audit.standard_terms import TABLES, expanded
from genelore.generation import open_current
from genelore.recovery import open_store
from ontology.terms import BASE, gl
from shapes.check import Severity, check
from tests.genelore.audit.hand_made import audit_of_seeds, seeds
from tests.ontology.uses import VOCABULARY


@cache
def layer() -> tuple[Quad, ...]:
    found = audit_of_seeds()
    return quads(found, consensus(seeds(), found, Policy.REFERENCE_THEN_MAJORITY, BASE), BASE)


def in_graph(name: str) -> list[Quad]:
    return [quad for quad in layer() if quad.graph_name == NamedNode(BASE + name)]


def test_there_is_a_graph_for_each_kind_of_finding():
    assert {name for name in GRAPHS if in_graph(name)} == set(GRAPHS)


def test_the_default_graph_is_a_copy_of_the_consensus():
    default = {quad.triple for quad in layer() if quad.graph_name == DefaultGraph()}

    assert default == {quad.triple for quad in in_graph("consensus")}


def test_there_are_no_blank_nodes():
    nodes = {node for quad in layer() for node in (quad.subject, quad.object)}

    assert [node for node in nodes if isinstance(node, BlankNode)] == []


def test_the_same_audit_gives_the_same_quads_in_the_same_order():
    found = audit_of_seeds()
    again = quads(found, consensus(seeds(), found, Policy.REFERENCE_THEN_MAJORITY, BASE), BASE)

    assert again == layer()


def test_the_entity_layer_breaks_no_shape():
    documents = [Quad(NamedNode(c.iri), expanded("rdf:type"), gl("Claim")) for d in seeds() for c in d.claims]
    records = [
        Quad(NamedNode(link.record), expanded("rdf:type"), gl("GeneRecord"))
        for link in audit_of_seeds().links
    ]
    report = check((*layer(), *documents, *records))
    # The claims and records stand here without what their documents say of them.
    own = [r for r in report.results if not r.focus.startswith((f"{BASE}claim/", f"{BASE}document/"))]

    assert [(r.focus, r.message) for r in own if r.severity is Severity.VIOLATION] == []


def test_every_claim_has_one_verdict():
    judged = [quad.object.value for quad in in_graph("verdicts") if quad.predicate == gl("judges")]

    assert sorted(judged) == sorted(claim.iri for document in seeds() for claim in document.claims)


def test_only_an_accepted_link_says_plainly_what_a_record_denotes():
    plain = {quad.subject.value for quad in in_graph("links") if quad.predicate == gl("denotes")}
    accepted = {link.record for link in audit_of_seeds().links if link.standing == "accepted" and link.entity}

    assert plain == accepted


def test_the_bridge_says_same_only_of_spellings_of_one_identifier():
    same = {
        (quad.subject.value, quad.object.value)
        for quad in in_graph("bridge")
        if quad.predicate == expanded("owl:sameAs")
    }
    alas2 = "http://rdf.ebi.ac.uk/resource/ensembl/ENSG00000158578"

    assert (alas2, "http://identifiers.org/ensembl/ENSG00000158578") in same
    assert [pair for pair in same if "uniprot/" in pair[0] and "uniprot/" not in pair[1]] == []
    assert (alas2, "https://www.ensembl.org/id/ENSG00000158578") not in same


def test_the_bridge_matches_the_records_of_one_gene_but_not_its_protein():
    alas2 = NamedNode("http://rdf.ebi.ac.uk/resource/ensembl/ENSG00000158578")
    matches = {
        quad.object.value
        for quad in in_graph("bridge")
        if quad.subject == alas2 and quad.predicate == expanded("skos:exactMatch")
    }

    assert matches == {
        "http://identifiers.org/hgnc/397",
        "https://www.ncbi.nlm.nih.gov/gene/212",
        "https://omim.org/entry/301300",
    }


def test_a_verdict_rests_on_a_row_of_a_described_table():
    rows = {q.object for q in in_graph("verdicts") if q.predicate == expanded("prov:wasDerivedFrom")}
    described = {q.subject for q in in_graph("reference") if q.predicate == gl("rowKey")}

    assert rows
    assert rows <= described


def test_a_conflict_keeps_its_iri_as_long_as_kind_key_and_rule_do():
    first = audit_of_seeds().conflicts[0]

    assert conflict_iri(first, BASE).value.startswith(f"{BASE}conflict/")
    assert len({conflict_iri(conflict, BASE) for conflict in audit_of_seeds().conflicts}) == len(
        audit_of_seeds().conflicts
    )


def test_every_kind_of_conflict_of_the_seeds_has_a_class():
    assert {conflict.kind for conflict in audit_of_seeds().conflicts} - {*KINDS} == set()


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_the_class_of_a_kind_of_conflict_is_a_conflict(kind):
    vocabulary = Graph().parse(VOCABULARY)
    above = URIRef("http://www.w3.org/2000/01/rdf-schema#subClassOf")

    assert (URIRef(KINDS[kind].value), above, URIRef(gl("Conflict").value)) in vocabulary


def test_our_properties_that_have_a_standard_term_are_declared():
    vocabulary = Graph().parse(VOCABULARY)
    names = {gl(name).value for table in TABLES for name in table}

    assert [name for name in names if (URIRef(name), RDF.type, None) not in vocabulary] == []


def test_the_generated_graphs_can_be_dropped_and_made_anew(seed_store, unaudited_store):
    names = {graph.value for graph in generated(BASE)}
    before = {graph.value for graph in open_current(unaudited_store).named_graphs()}
    after = {graph.value for graph in open_current(seed_store).named_graphs()}

    assert not names & before
    assert after - before == names


def test_writing_the_same_again_changes_nothing(tmp_path):
    found = audit_of_seeds()
    believed = consensus(seeds(), found, Policy.STRICT, BASE)
    store, _ = open_store(tmp_path)
    with store:
        assert write(store, found, believed)
        assert not write(store, found, believed)


def test_another_policy_replaces_the_consensus(tmp_path):
    found = audit_of_seeds()
    store, _ = open_store(tmp_path)
    with store:
        write(store, found, consensus(seeds(), found, Policy.EVERYTHING, BASE))
        many = len([*store.quads.quads_for_pattern(None, None, None, DefaultGraph())])
        write(store, found, consensus(seeds(), found, Policy.STRICT, BASE))
        few = len([*store.quads.quads_for_pattern(None, None, None, DefaultGraph())])

    assert 0 < few < many
