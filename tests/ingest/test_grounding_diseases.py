"""Diseases and their terms: what the gene decides, what became of obsolete terms, what one disease is."""

import pytest

from ingest.grounding import ground
from ingest.record import Fact, GeneRecord, Grounding
from tests.ingest.groundings import (
    ALAS2,
    BACKGROUND,
    CHAINED,
    COMPOSITE,
    DOCUMENT,
    LEXICAL,
    SPAN,
    fact,
    grounded,
)


def test_the_records_gene_ends_a_tie_between_diseases() -> None:
    abcc6 = (Fact("gene", "symbol", "ABCC6", SPAN), ALAS2[1])

    assert grounded("disease", "pseudoxanthoma elasticum").term == ""
    found = grounded("disease", "pseudoxanthoma elasticum", *abcc6)
    assert found.term == "MONDO:0009925"
    assert found.grounding == Grounding(BACKGROUND, 0.74, ("MONDO:0024308",))


def test_a_disease_of_the_gene_may_have_one_more_thing_said_of_it() -> None:
    name = "X-linked pyridoxine-responsive sideroblastic anemia"

    assert grounded("disease", name).term == ""
    assert grounded("disease", name, *ALAS2).term == "MONDO:0020721"


@pytest.mark.parametrize(
    "name", ["X-linked sideroblastic anemia 7", "X-linked sideroblastic anemia with deafness"]
)
def test_a_number_or_an_addition_makes_another_disease(name: str) -> None:
    assert grounded("disease", name, *ALAS2).term == ""


def test_the_gene_of_another_species_says_nothing_of_a_disease() -> None:
    chick = (ALAS2[0], Fact("gene", "taxon", "NCBITaxon:9031", SPAN))

    assert grounded("disease", "X-linked pyridoxine-responsive sideroblastic anemia", *chick).term == ""


def test_x_linked_stands_for_the_one_mode_that_exists() -> None:
    found = grounded("disease", "X-linked protoporphyria")

    assert (found.term, found.grounding) == ("MONDO:0010420", Grounding(COMPOSITE, 0.7))


def test_an_obsolete_disease_is_its_only_successor() -> None:
    found = grounded("disease", "bladder cancer")

    assert (found.term, found.grounding) == ("MONDO:0001187", Grounding(CHAINED, 0.8))


def test_an_obsolete_disease_without_a_successor_is_itself() -> None:
    found = grounded("disease", "choreoathetosis")

    assert (found.term, found.grounding) == ("MONDO:0000012", Grounding(LEXICAL, 0.8))


def test_a_rule_comes_before_a_synonym_that_an_older_release_had() -> None:
    found = grounded("disease", "autosomal recessive intellectual disability")

    assert (found.term, found.grounding) == ("MONDO:0100597", Grounding(COMPOSITE, 0.85))


def test_a_disease_part_is_named_by_its_term() -> None:
    name = "X-linked sideroblastic anemia"
    record = GeneRecord(
        (
            fact("disease", name, part=f"disease:{name}"),
            fact("inheritance", "X-linked recessive", subject=f"disease:{name}"),
        )
    )

    disease, inheritance = ground(DOCUMENT, record).facts
    assert disease.part == "disease:MONDO:0020721"
    assert inheritance.subject == "disease:MONDO:0020721"


def test_two_names_of_one_disease_are_one_part_and_say_a_thing_once() -> None:
    names = ("X-linked sideroblastic anemia", "XLSA")
    record = GeneRecord(
        tuple(
            found
            for name in names
            for found in (
                fact("disease", name, part=f"disease:{name}"),
                fact("inheritance", "X-linked", subject=f"disease:{name}"),
            )
        )
    )

    facts = ground(DOCUMENT, record).facts
    assert [found.value for found in facts] == ["X-linked sideroblastic anemia", "X-linked", "XLSA"]
    assert {found.part for found in facts if found.property == "disease"} == {"disease:MONDO:0020721"}


def test_a_disease_without_a_term_keeps_its_name() -> None:
    record = GeneRecord((fact("disease", "following disease", part="disease:following disease"),))

    assert ground(DOCUMENT, record).facts == record.facts
