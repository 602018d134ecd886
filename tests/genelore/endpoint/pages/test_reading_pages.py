"""What people read on the pages of claims, conflicts, links and terms of the seeds."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from genelore.generation import open_current
from ontology.terms import BASE, gl
from tests.genelore.endpoint.pages.visit import described, page, words
from tests.genelore.endpoint.protocol.server import served

WIKIPEDIA = "/document/7a3567fea256bdc8.html"
POST = "/document/7cad29aaa7893896.html"
CHICKEN_LINK = "/link/3bfc2e5d1f9a07682636.html"


@pytest.fixture(scope="module")
def port(seed_store: Path) -> Iterator[int]:
    with served(seed_store) as number:
        yield number


def test_a_claim_shows_the_lines_around_it_and_its_verdict(port: int) -> None:
    found = page(port, "/claim/aa0569a28e74c928ecf8.html")
    assert "confirmed" in found.text
    assert "Ensembl ENSG00000158578 ENSMUSG00000025270" in words(found)
    assert f"{WIKIPEDIA.removesuffix('.html')}#L11" in found.targets()


def test_a_refuted_claim_says_what_it_really_is_by_which_rows_and_what_others_say(port: int) -> None:
    found = page(port, "/claim/155f56435a320c23b73b.html")
    assert "What it really is: BMX" in words(found)
    assert "/claim/aa0569a28e74c928ecf8" in found.targets()
    assert any(target.startswith("/reference/hgnc/") for target in found.targets())
    assert "/conflict/782871b0ff8fa3c306ab" in found.targets()
    assert "The consensus does not state it." in found.text
    assert "verdict" in found.anchors()


def test_a_claim_names_the_statement_that_it_supports(port: int, seed_store: Path) -> None:
    quads = open_current(seed_store).quads_for_pattern(None, gl("supportingClaim"), None, None)
    support, claim = sorted((str(quad.subject.value), str(quad.object.value)) for quad in quads)[0]
    targets = page(port, f"/{claim.removeprefix(BASE)}.html").targets()
    assert f"/{support.removeprefix(BASE)}" in targets


def test_a_verdict_is_described_as_a_review_of_the_claim(port: int) -> None:
    said = described(port, "/claim/155f56435a320c23b73b.html")
    assert said["@type"] == "ClaimReview"
    assert said["reviewRating"] == {
        "@type": "Rating",
        "ratingValue": 1,
        "worstRating": 1,
        "bestRating": 5,
        "alternateName": "refuted",
    }


def test_a_conflict_shows_both_sides_the_rule_in_words_and_what_to_do(port: int) -> None:
    found = page(port, "/conflict/782871b0ff8fa3c306ab.html")
    told = words(found)
    assert {"side-1", "side-2"} <= found.anchors()
    assert "The identifier must denote the gene of the record in the reference." in told
    assert "Replace the identifier by the one that the reference has for this gene." in told
    assert "/document/7cad29aaa7893896#L32" in found.targets()
    assert "/document/7a3567fea256bdc8#L11" in found.targets()


def test_places_with_the_same_words_are_gathered_on_a_conflict(port: int) -> None:
    found = page(port, "/conflict/fc36de0ec508e226ecaa.html")
    assert words(found).count("alas2-chickybase.md, line") < 15
    assert {f"/document/8a2e0d786a0eeb1b#L{line}" for line in (34, 41, 202)} <= {*found.targets()}


def test_a_link_shows_the_votes_on_each_gene(port: int) -> None:
    found = page(port, CHICKEN_LINK)
    told = words(found)
    assert "8 votes by 30 claims" in told
    assert "MGI:87989 is mouse Alas1, an ortholog of ALAS1" in told
    assert "ENSDARG00000021059" not in told, "a symbol in capitals is Ensembl's and does not vote"
    assert "contested" in told


def test_a_disease_shows_its_number_genes_and_who_says_what(port: int) -> None:
    found = page(port, "/term/MONDO:0010420")
    told = words(found)
    assert "/term/omim:300752" in found.targets()
    assert "HPO gives X-linked erythropoietic protoporphyria" in told
    assert "Inheritance" in told
    assert "http://identifiers.org/mondo/MONDO:0010420" in told


def test_an_obsolete_term_names_its_successor(port: int) -> None:
    told = words(page(port, "/term/GO:0000004"))
    assert "This term is obsolete. In its place stands biological process GO:0008150." in told


def test_the_number_of_a_disease_is_not_taken_for_a_gene(port: int) -> None:
    assert "is the number of a disease or trait, not of a gene" in words(page(port, "/term/omim:300752"))


def test_a_paper_is_called_by_its_title(port: int) -> None:
    found = page(port, "/term/pubmed:2347585")
    assert "assignment of the housekeeping gene to 3p21" in found.text
    assert "Genomics" in found.text


def test_a_row_of_the_reference_says_what_it_holds_and_what_rests_on_it(port: int) -> None:
    found = page(port, "/reference/omim/2f852d4278c2983571b6.html")
    assert "phenotype" in found.text
    assert "/term/MONDO:0010420" in found.targets()
    assert any(target.startswith("/verdict/") for target in found.targets())


def test_a_table_of_the_reference_says_what_it_was_made_of(port: int) -> None:
    assert "org.Hs.eg.db" in page(port, "/reference/omim.html").text


def test_the_vocabulary_has_an_anchor_for_every_word(port: int) -> None:
    found = page(port, "/ontology.html")
    assert {"Claim", "sideClaim", "Refuted"} <= found.anchors()
    assert "https://w3id.org/genelore/ontology" not in found.anchors()


def test_support_is_told_in_sources_where_a_share_would_read_as_disagreement(port: int) -> None:
    told = words(page(port, "/term/GO:0003870"))
    consensus = told[told.index("What the consensus says") : told.index("Who says what with it")]
    assert "independent sources" in consensus and "%" not in consensus and "share" not in consensus


def test_rows_of_the_reference_have_readable_names(port: int) -> None:
    targets = page(port, "/claim/155f56435a320c23b73b.html").targets()
    row = next(target for target in targets if target.startswith("/reference/ensembl.9606/"))
    told = words(page(port, f"{row}.html"))
    assert "Ensembl, human ENSG00000102010" in told and "ensembl.9606 ENSG" not in told
    about = words(page(port, "/about"))
    assert "Ensembl, mouse" in about and "ncbi_gene" not in about


def test_a_conflict_names_the_species_or_the_document_of_what_it_is_about(port: int) -> None:
    assert "It is about ALAS2 ensembl:ENSG00000158578, human." in words(
        page(port, "/conflict/782871b0ff8fa3c306ab.html")
    )
    told = words(page(port, "/conflict/fc36de0ec508e226ecaa.html"))
    assert "It is about the record ALAS2 of alas2-chickybase.md." in told
    assert "Rule record-denotes" not in told
