import pytest
from pyoxigraph import Store

from genelore.generation import open_current
from genelore.publish.explanation import UnknownThingError, explain, resolve
from genelore.publish.nodes import Nodes
from ontology.terms import BASE


@pytest.fixture(scope="module")
def nodes(seed_store):
    return Nodes(open_current(seed_store))


def claim(nodes: Nodes, text: str) -> str:
    return next(node.iri for node in nodes.of_class("Claim") if node.one("sourceText") == text)


def told(nodes: Nodes, name: str) -> str:
    return "\n".join(explain(nodes, name, BASE))


def test_a_claim_is_told_from_its_quote_to_its_verdict(nodes):
    text = told(nodes, claim(nodes, "ENSG00000102010"))

    assert "document  seeds/alas2-gpt3-gene-post.md:32" in text
    assert "quote     'ENSG00000102010'" in text
    assert "says      seeds/alas2-gpt3-gene-post.md#gene gl:ensemblGene ensembl:ENSG00000102010" in text
    assert "verdict   refuted, by rule identifier: ENSG00000102010 is BMX" in text
    assert "denotes hgnc:1079" in text or "denotes ensembl:ENSG00000102010" in text
    assert "row     hgnc 1079 (" in text
    assert "denotes ensembl:ENSG00000158578: accepted" in text
    assert "for     " in text
    assert "identifier: seeds/alas2-gpt3-gene-post.md gives ALAS2 the Ensembl gene" in text
    assert text.endswith("consensus does not state it")


def test_a_claim_that_the_consensus_states_is_told_with_its_support(nodes):
    text = told(nodes, claim(nodes, "301300"))

    assert "consensus ensembl:ENSG00000158578 rdfs:seeAlso omim:301300 (2 independent sources" in text


def test_a_grounded_claim_tells_how_its_term_was_found(nodes):
    grounded = next(n.iri for n in nodes.of_class("Claim") if n.one("mappingJustification"))

    assert "grounded  semapv:" in told(nodes, grounded)


def test_a_short_hash_stands_for_a_claim_or_a_conflict(nodes):
    full = claim(nodes, "ENSG00000102010")
    conflict = next(nodes.of_class("Conflict")).iri

    assert resolve(nodes, full.rpartition("/")[2][:10], BASE) == full
    assert resolve(nodes, conflict.rpartition("/")[2][:10], BASE) == conflict


def test_a_conflict_is_told_with_both_sides(nodes):
    location = next(
        node
        for node in nodes.of_class("Conflict")
        if node.one("scopeDifference") and node.one("kind") == "location"
    )
    text = told(nodes, location.iri)

    assert "location, by rule" in text
    assert "explained by annotation release" in text
    assert "seeds/alas2-medlineplus.txt:2" in text
    assert "seeds/alas2-wikipedia.md:11" in text


def test_an_entity_is_told_by_any_of_its_identifiers(nodes):
    text = told(nodes, "ensembl:ENSG00000158578")

    assert "the consensus says of it:" in text
    assert "claims of records that denote it:" in text
    assert "claims that name it:" in text
    assert "ensembl:ENSG00000158578 rdfs:label 'ALAS2' (4 independent sources, 100% of claims" in text
    assert "rdfs:label 'ALAS2'" in told(nodes, "hgnc:397")
    assert told(nodes, "http://identifiers.org/ensembl/ENSG00000158578") == text


def test_what_is_not_in_the_store_is_said_to_be_unknown(nodes):
    for name in ("ensembl:ENSG00000000003", "0123456789", "ALAS2", f"{BASE}claim/0123"):
        with pytest.raises(UnknownThingError):
            told(nodes, name)


def test_without_an_audit_a_claim_is_told_without_a_verdict(unaudited_store):
    nodes = Nodes(open_current(unaudited_store))

    assert "verdict   none yet: run 'genelore audit'" in told(nodes, claim(nodes, "ENSG00000102010"))


def test_an_empty_store_knows_nothing():
    with pytest.raises(UnknownThingError):
        told(Nodes(Store()), "hgnc:397")
