import pytest

from ingest.grounding import ground
from ingest.record import Fact, GeneRecord, Grounding
from tests.ingest.groundings import (
    COMPOSITE,
    CURATED,
    DOCUMENT,
    LEXICAL,
    SPAN,
    fact,
    grounded,
)


@pytest.mark.parametrize(
    ("name", "value", "term"),
    [
        ("disease", "X-linked sideroblastic anemia", "MONDO:0020721"),
        ("disease", "X-linked sideroblastic anaemia", "MONDO:0020721"),
        ("disease", "X-linked dominant erythropoietic protoporphyria", "MONDO:0010420"),
        ("disease", "Usher syndrome type II", "MONDO:0016484"),
        ("disease", "Anemia, Sickle Cell", "MONDO:0011382"),
        ("disease", "autosomal dominant non-syndromic hearing loss", "MONDO:0019587"),
        ("disease", "Alzheimer’s Disease", "MONDO:0004975"),
        ("enables", "5-aminolevulinate synthase activity", "GO:0003870"),
        ("enables", "5-aminolevulinate synthase", "GO:0003870"),
        ("expressed_in", "bone marrow", "UBERON:0002371"),
        ("expressed_in", "red blood cells", "CL:0000232"),
        ("expressed_in", "erythroid cell", "CL:0000764"),
        ("gene_type", "protein-coding", "SO:0001217"),
        ("inheritance", "X-linked dominant", "HP:0001423"),
        ("inheritance", "autosomal recessive pattern of inheritance", "HP:0000007"),
        ("involved_in", "heme biosynthetic process", "GO:0006783"),
        ("involved_in", "haem biosynthesis", "GO:0006783"),
        ("involved_in", "heme biosynthetic pathway", "GO:0006783"),
        ("involved_in", "heme biosynthesis pathway", "GO:0006783"),
        ("involved_in", "production of heme", "GO:0006783"),
        ("involved_in", "breakdown of fatty acids", "GO:0009062"),
        ("involved_in", "final step of tyrosine metabolism", "GO:0006570"),
        ("located_in", "mitochondria", "GO:0005739"),
        ("phenotype", "anemia", "HP:0001903"),
        ("phenotype", "severe anemia", "HP:0001903"),
        ("phenotype", "oversensitivity to sunlight", "HP:0000992"),
        ("stage", "HH4", "GgalDv:0000013"),
        ("subclass_of", "porphyria", "MONDO:0037939"),
        ("taxon", "Xenopus", "NCBITaxon:8353"),
        ("variant_type", "missense", "SO:0001583"),
        ("variant_type", "silent", "SO:0001819"),
    ],
)
def test_a_value_gets_the_term_that_it_names(name: str, value: str, term: str) -> None:
    assert grounded(name, value).term == term


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("disease", "Hepatitis B and C"),
        ("disease", "following disease"),
        ("enables", "heme biosynthetic process"),
        ("inheritance", "anemia"),
        ("involved_in", "mitochondrion"),
        ("involved_in", "formation of the cornea"),
        ("located_in", "protein binding"),
        ("phenotype", "X-linked dominant inheritance"),
        ("stage", "stage XII"),
        ("taxon", "unicorn"),
        ("variant_type", "strange"),
    ],
)
def test_a_value_that_names_no_term_of_its_property_stays_text(name: str, value: str) -> None:
    found = grounded(name, value)

    assert (found.term, found.grounding) == ("", None)


def test_what_is_grounded_says_by_which_kind_of_match_and_how_surely() -> None:
    assert grounded("phenotype", "Anemia").grounding == Grounding(LEXICAL, 1.0)
    assert grounded("involved_in", "heme biosynthesis").grounding == Grounding(LEXICAL, 0.85)
    assert grounded("expressed_in", "testicle").grounding == Grounding(LEXICAL, 0.93)
    assert grounded("expressed_in", "bone-marrow").grounding == Grounding(LEXICAL, 0.95)
    assert grounded("involved_in", "production of heme").grounding == Grounding(COMPOSITE, 0.85)
    assert grounded("phenotype", "oversensitivity to sunlight").grounding == Grounding(CURATED, 0.9)


def test_a_text_that_several_terms_fit_alike_keeps_them_as_alternatives() -> None:
    found = grounded("phenotype", "sensitivity to light")

    assert found.term == ""
    assert found.grounding == Grounding(LEXICAL, 0.5, ("HP:0000613", "HP:0000992"))


def test_a_name_that_the_vocabulary_calls_related_does_not_ground_a_text() -> None:
    found = grounded("taxon", "frog")

    assert found.term == ""
    assert found.grounding == Grounding(LEXICAL, 0.4, ("NCBITaxon:8353",))


def test_a_short_acronym_in_other_letters_is_another_word() -> None:
    assert grounded("disease", "ALS").term == "MONDO:0004976"
    assert grounded("disease", "als").term == ""


def test_an_identifier_that_the_document_gives_is_left_alone() -> None:
    found = grounded("involved_in", "GO:0006783")

    assert (found.term, found.grounding) == ("", None)


def test_a_curators_table_wins_where_its_source_speaks() -> None:
    geisha = Fact("document", "source_kind", "chickybase", SPAN)

    assert grounded("expressed_in", "Wing").term == "UBERON:0000023"
    assert grounded("expressed_in", "Wing", geisha).term == "UBERON:0000024"
    assert grounded("expressed_in", "Neural Plate/Tube", geisha).term == "UBERON:0016879"


def test_a_curators_table_can_say_that_a_word_is_no_place() -> None:
    geisha = Fact("document", "source_kind", "chickybase", SPAN)
    found = grounded("expressed_in", "Widespread Expression", geisha)

    assert (found.term, found.grounding) == ("", None)


def test_findings_and_other_facts_stay_as_they_are() -> None:
    record = GeneRecord((fact("symbol", "ALAS2"), fact("citation", "pubmed:2347585", part="publication:1")))

    assert ground(DOCUMENT, record) == record
