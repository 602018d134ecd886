from functools import cache

from pyoxigraph import Literal, NamedNode

from genelore.audit.consensus import Consensus, consensus
from genelore.audit.model import Audit, Judgement, Link, Standing, Verdict
from genelore.audit.policy import Policy
from genelore.audit.reading import Reading
from genelore.audit.weighing import Statement
from ontology.prefixes import prefixes
from ontology.terms import BASE
from tests.genelore.audit.hand_made import audit_of_seeds, reading, seeds

ALAS2 = "http://rdf.ebi.ac.uk/resource/ensembl/ENSG00000158578"
CHICKEN = "http://rdf.ebi.ac.uk/resource/ensembl/ENSGALG00000003948"


@cache
def believed(policy: Policy = Policy.REFERENCE_THEN_MAJORITY) -> Consensus:
    return consensus(seeds(), audit_of_seeds(), policy, BASE)


def said(found: Consensus, subject: str, name: str) -> dict[str, Statement]:
    prefix, _, local = name.partition(":")
    predicate = prefixes()[prefix] + local
    return {
        s.value.value: s
        for s in found.statements
        if s.subject.value == subject and s.predicate.value == predicate
    }


def test_a_gene_is_said_to_have_its_symbol_with_the_standard_term_and_all_who_say_so():
    label = said(believed(), ALAS2, "rdfs:label")["ALAS2"]

    assert label.value == Literal("ALAS2")
    assert (label.independent, label.share) == (4, 1.0)
    assert len(label.claims) == 4


def test_a_refuted_identifier_is_not_stated():
    assert "http://rdf.ebi.ac.uk/resource/ensembl/ENSG00000102010" not in {
        value for s in believed().statements for value in (s.value.value, s.subject.value)
    }


def test_everything_states_a_refuted_identifier_too():
    found = said(believed(Policy.EVERYTHING), ALAS2, "lscr:xrefEnsemblGene")

    assert "http://rdf.ebi.ac.uk/resource/ensembl/ENSG00000102010" in found


def test_strict_states_nothing_that_only_one_document_says_unless_the_reference_confirms_it():
    judged = {v.claim: v.judgement for v in audit_of_seeds().verdicts}
    agreed = {Judgement.CONFIRMED, Judgement.CORROBORATED}
    stated = [s for s in believed(Policy.STRICT).statements if s.claims]

    assert stated
    assert all(any(judged[claim] in agreed for claim in s.claims) for s in stated)


def test_nothing_of_the_chicken_page_reaches_human_alas2():
    chicken = {
        claim.iri for document in seeds() if "chickybase" in document.source.name for claim in document.claims
    }
    about_alas2 = [s for s in believed(Policy.EVERYTHING).statements if s.subject.value == ALAS2]

    assert about_alas2
    assert not chicken & {claim for s in about_alas2 for claim in s.claims}


def test_the_chicken_gene_keeps_its_pictures_and_its_symbol_stays_open():
    found = believed()

    assert said(found, CHICKEN, "obo:RO_0002206")
    assert not said(found, CHICKEN, "rdfs:label")
    assert not said(found, CHICKEN, "skos:altLabel")
    assert "http://birdgenenames.org/cgnc/GeneReport?id=2897" in said(found, CHICKEN, "rdfs:seeAlso")


def test_identifiers_of_the_chicken_gene_that_contradict_each_other_are_not_stated():
    assert not said(believed(), CHICKEN, "lscr:xrefNCBIGene")
    assert not [value for value in said(believed(), CHICKEN, "rdfs:seeAlso") if "kegg" in value]


def test_a_disease_is_its_mondo_term_with_its_omim_phenotype_and_never_the_gene_entry():
    found = believed()
    diseases = said(found, ALAS2, "obo:RO_0003302")
    match = said(found, "http://purl.obolibrary.org/obo/MONDO_0010420", "skos:exactMatch")

    assert {
        "http://purl.obolibrary.org/obo/MONDO_0010420",
        "http://purl.obolibrary.org/obo/MONDO_0020721",
    } <= {*diseases}
    assert [*match] == ["https://omim.org/entry/300752"]
    assert match["https://omim.org/entry/300752"].rows[0].key == "300752"
    assert "https://omim.org/entry/301300" not in diseases


def test_two_regions_of_one_gene_stand_side_by_side_when_releases_explain_them():
    assert len(said(believed(), ALAS2, "faldo:location")) >= 2


def test_every_region_that_is_stated_is_described():
    nodes = {
        node.value for node, predicate, _ in believed().description if predicate.value.endswith("#begin")
    }

    assert {*said(believed(), ALAS2, "faldo:location")} <= nodes


def test_every_statement_knows_who_supports_it():
    assert all(s.claims or s.rows for s in believed().statements)
    assert all(0 < s.share <= 1 for s in believed().statements)


def test_the_same_documents_in_another_order_give_the_same_consensus():
    other = consensus(tuple(reversed(seeds())), audit_of_seeds(), Policy.REFERENCE_THEN_MAJORITY, BASE)

    assert other == believed()


def linked(document: Reading) -> Link:
    graph = document.source.graph
    return Link(
        f"{graph}#gene",
        graph,
        Standing.ACCEPTED,
        "hgnc:397",
        "ensembl:ENSG00000158578",
        1.0,
        (),
        (),
        "made up",
    )


def judged(*documents: Reading, copies: tuple[tuple[str, ...], ...] = ()) -> Audit:
    verdicts = tuple(Verdict(c.iri, Judgement.UNVERIFIED, "", "") for d in documents for c in d.claims)
    sources = tuple(document.source for document in documents)
    return Audit(sources, tuple(map(linked, documents)), verdicts, (), copies)


def chromosomes(audit: Audit, *documents: Reading) -> dict[str, Statement]:
    found = consensus(documents, audit, Policy.REFERENCE_THEN_MAJORITY, BASE)
    return said(found, ALAS2, "gl:chromosome")


def test_copies_of_one_text_are_one_witness():
    one, copy = reading("one.md", "gene chromosome X"), reading("copy.md", "gene chromosome X")
    other = reading("other.md", "gene chromosome 7")
    group = (one.source.graph, copy.source.graph)

    assert [*chromosomes(judged(one, copy, other), one, copy, other)] == ["X"]
    assert chromosomes(judged(one, copy, other, copies=(group,)), one, copy, other) == {}


def test_a_record_whose_link_is_not_accepted_says_nothing_of_any_gene():
    document = reading("one.md", "gene chromosome X")
    graph = document.source.graph
    link = Link(f"{graph}#gene", graph, Standing.UNRESOLVED, "", "", 0.0, (), (), "no votes")
    audit = Audit((document.source,), (link,), (), (), ())

    assert consensus([document], audit, Policy.EVERYTHING, BASE).statements == ()


def test_a_name_that_is_no_term_keeps_our_property():
    document = reading("one.md", "gene expressed_in liver", "gene expressed_in marrow => UBERON:0002371")
    found = consensus([document], judged(document), Policy.EVERYTHING, BASE)

    assert [*said(found, ALAS2, "gl:expressedIn")] == ["liver"]
    assert [*said(found, ALAS2, "obo:RO_0002206")] == ["http://purl.obolibrary.org/obo/UBERON_0002371"]


def test_a_number_is_a_number_in_the_consensus():
    document = reading("one.md", "gene template_length 730")
    found = consensus([document], judged(document), Policy.EVERYTHING, BASE)

    length = said(found, ALAS2, "gl:templateLength")["730"].value
    assert isinstance(length, Literal)
    assert length.datatype == NamedNode("http://www.w3.org/2001/XMLSchema#integer")


def test_a_mim_number_of_a_gene_is_never_a_disease():
    document = reading("one.md", "gene disease XLSA => omim:301300")
    found = consensus([document], judged(document), Policy.EVERYTHING, BASE)

    assert said(found, ALAS2, "obo:RO_0003302") == {}
