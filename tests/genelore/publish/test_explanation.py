import re

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from genelore.generation import open_current
from genelore.publish.explanation import MalformedNameError, UnknownThingError, explain, resolve
from genelore.publish.nodes import Nodes
from ontology.terms import BASE, LABEL, TYPE, gl


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
    assert "identifier (high severity, open, refuted): seeds/alas2-gpt3-gene-post.md gives ALAS2" in text
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


def document(nodes: Nodes, name: str) -> str:
    return next(node.iri for node in nodes.of_class("Document") if node.one(LABEL.value) == name)


def test_a_record_is_told_with_its_link_its_votes_and_its_conflicts(nodes):
    text = told(nodes, f"{document(nodes, 'seeds/alas2-chickybase.md')}#gene")

    assert "link      seeds/alas2-chickybase.md#gene denotes ensembl:ENSGALG00000003948: contested" in text
    assert re.search(r"for     1 hgnc:396: ENSG00000023330 is ALAS1.*\([0-9a-f]{10} line 211\)", text)
    assert re.search(r"against 5 hgnc:397: ALAS2 is the symbol.*line 240, [0-9a-f]{10} line 242\)", text)
    assert "claims    32: 24 contested, 8 unverified" in text
    assert "24 claims contested because what the record denotes is" in text
    assert "identity (high severity, open, contested): In seeds/alas2-chickybase.md" in text


def test_a_part_of_a_record_is_told_with_what_the_record_denotes(nodes):
    text = told(nodes, f"{document(nodes, 'seeds/alas2-chickybase.md')}#observation-4")

    assert "is        gl:Observation" in text
    assert "alas2-chickybase.md#gene denotes ensembl:ENSGALG00000003948: contested" in text


def test_a_document_is_told_with_its_records_and_its_claims_by_verdict(nodes):
    text = told(nodes, document(nodes, "seeds/alas2-gpt3-gene-post.md"))

    assert "kind      gpt3_gene_post" in text
    assert "link      seeds/alas2-gpt3-gene-post.md#gene denotes ensembl:ENSG00000158578: accepted" in text
    assert "claims    60: 5 refuted, " in text
    assert "155f56435a refuted      xref ENSG00000102010 (seeds/alas2-gpt3-gene-post.md:32): ENSG0" in text
    assert "conflict  782871b0ff identifier (high severity, open, refuted): seeds/alas2-gpt3-gene" in text


def test_what_was_found_when_a_document_was_read_is_told_with_it():
    iri = NamedNode(f"{BASE}document/0")
    found = NamedNode(f"{iri.value}#finding-1")
    store = Store()
    store.extend(
        [
            Quad(iri, gl("sha256"), Literal("0"), NamedNode(f"{BASE}provenance")),
            Quad(found, TYPE, gl("Finding"), iri),
            Quad(found, LABEL, Literal("two names"), iri),
            Quad(found, gl("lines"), Literal("7-7"), iri),
        ]
    )

    assert "note      line 7: two names" in told(Nodes(store), iri.value)


def test_a_row_of_the_reference_is_told_with_what_rests_on_it(nodes):
    row = next(node.iri for node in nodes.of_class("ReferenceRow") if node.one(LABEL.value) == "hgnc 1079")
    text = told(nodes, row)

    assert "says      symbol: BMX" in text
    assert "verdict   155f56435a refuted      xref ENSG00000102010 (seeds/alas2-gpt3-gene-post.md:32)" in text
    assert "conflict  782871b0ff identifier" in text
    assert f"    hgnc 1079 {row}" in told(nodes, f"{BASE}reference/hgnc")


def test_a_vote_and_a_side_are_told_with_what_they_belong_to(nodes):
    vote, side = (next(nodes.of_class(name)).iri for name in ("Vote", "Side"))

    assert told(nodes, vote).startswith("link      seeds/")
    assert told(nodes, side) == told(nodes, side.partition("-side-")[0])


def test_an_entity_is_told_with_the_conflicts_about_it(nodes):
    assert "  conflict  782871b0ff identifier" in told(nodes, "ensembl:ENSG00000158578")


def test_a_gene_that_only_votes_and_verdicts_name_is_told_with_them(nodes):
    text = told(nodes, "hgnc:1079")

    assert "voted for seeds/alas2-gpt3-gene-post.md#gene denotes ensembl:ENSG00000158578: accepted" in text
    assert "claims that really denote it:" in text
    assert "155f56435a refuted      xref ENSG00000102010 (seeds/alas2-gpt3-gene-post.md:32)" in text


def test_a_thing_of_no_kind_of_its_own_is_told_by_what_is_said_of_it(nodes):
    activity = f"{BASE}activity/{document(nodes, 'seeds/alas2-wikimd.txt').rpartition('/')[2]}"

    assert "rdf:type http://www.w3.org/ns/prov#Activity" in told(nodes, activity)


@pytest.mark.parametrize("kind", ["unaudited_store", "seed_store"])
def test_a_symbol_is_that_of_the_gene_that_writes_it_so(kind, request):
    nodes = Nodes(open_current(request.getfixturevalue(kind)))

    assert resolve(nodes, "ALAS2", BASE) == "http://rdf.ebi.ac.uk/resource/ensembl/ENSG00000158578"
    assert resolve(nodes, "Alas2", BASE) == "http://rdf.ebi.ac.uk/resource/ensembl/ENSMUSG00000025270"


def test_what_follows_from_the_reference_alone_is_not_told_as_if_documents_said_it(nodes):
    text = told(nodes, "MONDO:0010420")

    assert "skos:exactMatch omim:300752 (follows from the reference, no document says it)" in text
    assert "(1 independent source, " in text


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("HGNC:397", "http://identifiers.org/hgnc/397"),
        ("MIM 301300", "https://omim.org/entry/301300"),
        ("301300", "https://omim.org/entry/301300"),
        ("ENSG00000158578", "http://rdf.ebi.ac.uk/resource/ensembl/ENSG00000158578"),
        ("ALAS2", "http://rdf.ebi.ac.uk/resource/ensembl/ENSG00000158578"),
        ("alas2", "http://rdf.ebi.ac.uk/resource/ensembl/ENSG00000158578"),
        ("ALAS-E", "http://rdf.ebi.ac.uk/resource/ensembl/ENSG00000158578"),
        ("BMX", "http://rdf.ebi.ac.uk/resource/ensembl/ENSG00000102010"),
    ],
)
def test_a_name_that_the_audit_prints_stands_for_its_thing(nodes, name, meant):
    assert resolve(nodes, name, BASE) == meant


def test_a_path_or_the_end_of_one_stands_for_its_document(nodes):
    iri = document(nodes, "seeds/alas2-wikimd.txt")

    for name in ("seeds/alas2-wikimd.txt", "./seeds/alas2-wikimd.txt", "alas2-wikimd.txt"):
        assert resolve(nodes, name, BASE) == iri
        assert resolve(nodes, f"{name}#gene", BASE) == f"{iri}#gene"


def test_a_path_that_is_nearly_right_is_answered_with_the_right_one(nodes):
    with pytest.raises(UnknownThingError, match=r"is seeds/alas2-wikimd\.txt meant\?"):
        resolve(nodes, "seeds/alas2-wikmd.txt", BASE)


def test_a_name_of_several_things_is_refused_with_their_iris():
    store = Store()
    for place, name in enumerate(("a/post.md", "b/post.md")):
        iri = NamedNode(f"{BASE}document/{place}")
        store.extend([Quad(iri, TYPE, gl("Document")), Quad(iri, LABEL, Literal(name))])

    with pytest.raises(UnknownThingError, match=r"2 things: .*document/0 \(a/post\.md\), .*document/1"):
        resolve(Nodes(store), "post.md", BASE)


@pytest.mark.parametrize("name", ["http://a b", 'http://ex.org/"><x', "https://w3id.org/genelore/document/<"])
def test_what_begins_as_an_iri_and_is_none_is_refused(nodes, name):
    with pytest.raises(MalformedNameError, match="is not an IRI"):
        resolve(nodes, name, BASE)


def test_what_is_not_in_the_store_is_said_to_be_unknown(nodes):
    for name in (
        "ensembl:ENSG00000000003",
        "0123456789",
        "ALAS9",
        f"{BASE}claim/0123",
        f"{BASE}reference/hgnc/0",
    ):
        with pytest.raises(UnknownThingError):
            told(nodes, name)


def test_without_an_audit_a_claim_is_told_without_a_verdict(unaudited_store):
    nodes = Nodes(open_current(unaudited_store))

    assert "verdict   none yet: run 'genelore audit'" in told(nodes, claim(nodes, "ENSG00000102010"))


def test_an_empty_store_knows_nothing():
    with pytest.raises(UnknownThingError):
        told(Nodes(Store()), "hgnc:397")
