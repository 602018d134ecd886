import pytest

from ingest.sources.gpt3_gene_post import parse
from tests.ingest.sources.gene_posts import post, said


@pytest.mark.parametrize(
    "line",
    [
        "- p.Val122Ile (rs12) (missense)",
        "- V122I, Missense, rs12",
        "- rs12: p.Val122Ile, missense variant",
        "- **p.V122I (V122I):** rs12, a missense mutation",
        "| AA Mutation | Type | dbSNP ID |\n| --- | --- | --- |\n| V122I | Missense | rs12 |",
        "|dbSNP ID|Mutation Type|AA Change|\n|---|---|---|\n|rs12|Missense|Val122Ile|",
        "AA mutation: p.Val122Ile\nMutation Type: Missense\ndbSNP ID: rs12",
        "- AA Mutation List: V122I\n- Mutation Type: Missense mutations\n- dbSNP ID: rs12",
        "- p.Val122Ile\n\nMutation Type:\n- Missense\n\ndbSNP ID:\n- rs12",
    ],
)
def test_a_variant_is_read_with_its_type_and_number(line: str):
    body = f"## AA Mutation List and Mutation Type with dbSNP ID\n{line}"
    assert said(body, "variant") == ["p.Val122Ile"]
    assert said(body, "xref", "variant:p.Val122Ile") == ["dbsnp:rs12"]
    assert said(body, "variant_type", "variant:p.Val122Ile") == ["missense"]


def test_the_change_of_dna_and_of_protein_are_one_variant():
    facts = parse(post("## Mutations\n- c.838G>A (p.Gly280Asp) rs26")).facts
    parts = {fact.part for fact in facts if fact.property == "variant"}
    assert parts == {"variant:p.Gly280Asp"}


def test_numbers_that_are_as_many_as_the_variants_are_given_in_order():
    body = "## AA Mutation List\nSome are V122I and A45G. The IDs for these are rs12 and rs34, respectively."
    assert said(body, "xref", "variant:p.Val122Ile") == ["dbsnp:rs12"]
    assert said(body, "xref", "variant:p.Ala45Gly") == ["dbsnp:rs34"]


def test_numbers_that_are_not_as_many_as_the_variants_are_variants_of_their_own():
    body = "## AA Mutation List\n- V122I\n- dbSNP ID: rs12, rs34"
    assert said(body, "variant") == ["p.Val122Ile", "rs12", "rs34"]


def test_a_somatic_variant_says_so():
    body = "## Somatic SNVs/InDels\n- rs12\n- c.118C>T (rs34)"
    assert said(body, "variant") == ["rs12", "c.118C>T"]
    assert said(body, "origin", "variant:rs12") == ["somatic"]
    assert said(body, "xref", "variant:c.118C>T") == ["dbsnp:rs34"]


def test_letters_that_may_be_bases_are_kept_as_written_under_somatic():
    assert said("## Somatic SNVs\n- C1355T (rs1)", "variant") == ["C1355T"]
    assert said("## AA Mutations\n- A68V (rs1)\n- C135T (rs2)", "variant") == ["p.Ala68Val", "p.Cys135Thr"]


def test_a_type_that_no_variant_has_alone_is_not_given():
    assert (
        said(
            "## AA Mutations\n- V122I\n- Mutation type: missense, nonsense",
            "variant_type",
            "variant:p.Val122Ile",
        )
        == []
    )
