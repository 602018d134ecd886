import pytest

from genelore.audit.model import Judgement, Severity, State
from genelore.audit.run import audit
from tests.genelore.audit.hand_made import CHICKEN, HUMAN, conflicts, reading, verdict_on

ALAS2 = (HUMAN, "gene symbol ALAS2", "gene name 5'-aminolevulinate synthase 2")


def post(*lines: str):
    return reading("post.md", *ALAS2, *lines)


def judged(identifier: str):
    found = verdict_on(post(f"gene xref {identifier}"), "xref")
    return found.judgement, found.reason


def test_an_id_of_the_gene_is_confirmed():
    assert judged("ncbigene:212") == (
        Judgement.CONFIRMED,
        "NCBI Gene 212 is ALAS2, 5'-aminolevulinate synthase 2",
    )


def test_an_id_of_another_gene_is_refuted_and_named():
    found = verdict_on(post("gene xref ensembl:ENSG00000102010"), "xref")
    assert found.judgement is Judgement.REFUTED
    assert found.denotes == "hgnc:1079"
    assert found.reason == (
        "ENSG00000102010 is BMX, BMX non-receptor tyrosine kinase, not ALAS2; ALAS2 is ENSG00000158578"
    )
    assert ("hgnc", "1079") in {(row.table, row.key) for row in found.rows}


def test_an_entry_that_was_merged_into_another_gene_is_refuted():
    assert judged("hgnc:398") == (
        Judgement.REFUTED,
        "HGNC:398 is the withdrawn ALAS3, merged into ALAS1 (HGNC:396), not ALAS2; ALAS2 is HGNC:397",
    )


def test_an_entry_that_was_merged_into_the_gene_is_outdated():
    found = verdict_on(reading("post.md", HUMAN, "gene symbol ALAS1", "gene xref hgnc:398"), "xref")
    assert (found.judgement, found.denotes) == (Judgement.OUTDATED, "hgnc:396")


def test_an_id_that_the_reference_does_not_know_is_unverified():
    assert judged("ensembl:ENSG00000999999")[0] is Judgement.UNVERIFIED


def test_a_version_of_an_ensembl_id_is_passed_over():
    assert judged("ensembl:ENSG00000158578.22")[0] is Judgement.CONFIRMED


def test_a_mouse_id_of_a_human_record_is_refuted():
    assert judged("ensembl:ENSMUSG00000025270") == (
        Judgement.REFUTED,
        "ENSMUSG00000025270 is mouse Alas2, and the record is of human",
    )


def test_the_gene_number_of_omim_is_confirmed_and_its_disorders_are_named():
    assert judged("omim:301300") == (
        Judgement.CONFIRMED,
        "OMIM 301300 is the entry of the gene ALAS2, 5'-aminolevulinate synthase 2; "
        "its disorders are OMIM 300751 and OMIM 300752",
    )


def test_the_number_of_a_disorder_is_no_number_of_the_gene():
    found = verdict_on(post("gene xref omim:300751"), "xref")
    assert (found.judgement, found.denotes) == (Judgement.REFUTED, "MONDO:0020721")
    assert "a disorder of ALAS2" in found.reason
    assert [conflict.kind for conflict in conflicts("gene-phenotype-number", post("gene xref omim:300751"))]


def test_the_number_of_another_gene_is_refuted():
    assert judged("omim:125290")[1].startswith("OMIM 125290 is the entry of ALAS1")


def test_a_number_that_is_both_the_only_one_of_a_gene_and_a_disease_in_one_table_is_left_open():
    found = verdict_on(reading("post.md", HUMAN, "gene symbol HBD", "gene xref omim:142000"), "xref")
    assert found.judgement is Judgement.UNVERIFIED


def test_a_protein_that_several_genes_make_is_confirmed_for_each():
    document = reading("post.md", HUMAN, "gene symbol CALM2", "gene xref uniprot:P0DP24")
    assert verdict_on(document, "xref").judgement is Judgement.CONFIRMED


def test_ids_of_a_contested_record_are_contested_with_the_claims_against_them():
    document = reading("post.md", HUMAN, "gene symbol ALAS2", "gene xref hgnc:1079", "gene xref ncbigene:660")
    found = verdict_on(document, "xref", "hgnc:1079")
    assert found.judgement is Judgement.CONTESTED
    assert len(found.claims) == 2


def test_ids_of_chicken_genes_are_unverified():
    document = reading("page.md", CHICKEN, "gene symbol ALAS1", "gene xref ncbigene:552895")
    assert verdict_on(document, "xref").reason == (
        "the reference has no chicken genes to compare NCBI Gene 552895 with"
    )


def test_a_kegg_number_that_holds_another_ncbi_number_is_a_conflict():
    document = reading(
        "page.md",
        CHICKEN,
        "gene symbol ALAS1",
        "gene xref ncbigene:451325",
        "gene xref kegg.genes:gga:552895",
    )
    (found,) = conflicts("derived-identifier", document)
    assert "so it says NCBI Gene 552895" in found.sentence
    assert verdict_on(document, "xref", "ncbigene:451325").judgement is Judgement.CONTESTED


@pytest.mark.parametrize(
    ("species", "number", "organism"),
    [
        (CHICKEN, "tgu:100224317", "zebra finch (KEGG code tgu), and the record is of chicken"),
        (CHICKEN, "hsa:212", "human (KEGG code hsa), and the record is of chicken"),
        (HUMAN, "xyz:212", "another organism (KEGG code xyz), and the record is of human"),
    ],
)
def test_a_kegg_number_of_another_organism_is_named_as_such(species: str, number: str, organism: str):
    document = reading(
        "page.md",
        species,
        "gene symbol ALAS2",
        "gene xref ncbigene:777797",
        f"gene xref kegg.genes:{number}",
    )
    found = verdict_on(document, "xref", f"kegg.genes:{number}")
    assert (found.judgement, found.rule) == (Judgement.REFUTED, "species-of-identifier")
    assert found.reason == f"KEGG {number} is of {organism}"
    (conflict,) = conflicts("derived-identifier", document)
    assert conflict.rule == "species-of-identifier"


def test_a_mouse_ortholog_is_confirmed_by_hgnc():
    document = post(
        "gene ortholog mgi:87990", "ortholog:10090 taxon NCBITaxon:10090", "ortholog:10090 xref mgi:87990"
    )
    assert verdict_on(document, "ortholog").judgement is Judgement.CONFIRMED


def test_one_conflict_gathers_all_documents_that_give_the_same_wrong_id():
    wrong = [reading(f"{name}.md", *ALAS2, "gene xref hgnc:1079") for name in ("one", "two")]
    right = reading("right.md", *ALAS2, "gene xref hgnc:397")
    (found,) = conflicts("identifier", *wrong, right)
    assert found.sentence == (
        "one.md and two.md give ALAS2 the HGNC number HGNC:1079, but HGNC:1079 is BMX, BMX non-receptor "
        "tyrosine kinase, not ALAS2; ALAS2 is HGNC:397, as right.md says."
    )
    assert [side.value for side in found.sides] == ["HGNC:1079", "HGNC:397"]


def test_an_id_that_one_source_kind_claims_for_two_genes_is_a_collision():
    one = reading("one.md", HUMAN, "gene symbol ALAS2", "gene xref hgnc:1079")
    other = reading("other.md", HUMAN, "gene symbol TP53", "gene xref hgnc:1079")
    (found,) = conflicts("id-collision", one, other)
    assert found.sentence == (
        "Documents of kind gpt3_gene_post claim HGNC:1079 for 2 genes: ALAS2 (one.md) and TP53 (other.md); "
        "it is BMX, BMX non-receptor tyrosine kinase."
    )


CDH13 = (HUMAN, "gene symbol CDH13", "gene xref hgnc:1753")


def test_an_id_that_denotes_nothing_is_told_of_where_the_genes_own_is_known():
    (found,) = conflicts(
        "unknown-identifier", reading("post.md", *CDH13, "gene xref ensembl:ENSG00000161966")
    )
    assert found.sentence == (
        "post.md gives CDH13 the Ensembl gene ENSG00000161966, but the reference does not know "
        "ENSG00000161966; CDH13 is ENSG00000140945."
    )
    assert (found.severity, found.judgement) == (Severity.MEDIUM, Judgement.UNVERIFIED)


def test_an_id_that_denotes_nothing_is_contested_by_the_documents_that_have_the_right_one():
    wrong = reading("wrong.md", *CDH13, "gene xref ensembl:ENSG00000161966")
    right = reading("right.md", *CDH13, "gene xref ensembl:ENSG00000140945")
    verdict = verdict_on(wrong, "xref", "ensembl:ENSG00000161966", "gene", right)
    assert (verdict.judgement, verdict.reason) == (
        Judgement.CONTESTED,
        "other claims say ensembl:ENSG00000140945 (right.md), which the reference confirms; the reference "
        "does not know ENSG00000161966; CDH13 is ENSG00000140945",
    )
    (found,) = conflicts("unknown-identifier", wrong, right)
    assert found.sentence.endswith("; CDH13 is ENSG00000140945, as right.md says.")
    assert [side.value for side in found.sides] == ["ENSG00000161966", "ENSG00000140945"]
    assert found.judgement is Judgement.CONTESTED
    assert not conflicts("value", wrong, right)


def test_two_ids_that_denote_nothing_are_not_left_open_between_them():
    one = reading("one.md", *CDH13, "gene xref ensembl:ENSG00000161966")
    other = reading("other.md", *CDH13, "gene xref ensembl:ENSG00000999999")
    verdict = verdict_on(one, "xref", "ensembl:ENSG00000161966", "gene", other)
    assert verdict.reason.endswith("the reference does not know ENSG00000161966; CDH13 is ENSG00000140945")
    assert [found.judgement for found in conflicts("unknown-identifier", one, other)] == [
        Judgement.CONTESTED,
        Judgement.CONTESTED,
    ]
    assert not conflicts("value", one, other)


def test_an_unknown_protein_beside_the_genes_own_is_no_matter():
    document = post("gene xref uniprot:P22557", "gene xref uniprot:Q5JZF5")
    assert not conflicts("unknown-identifier", document)
    (alone,) = conflicts("unknown-identifier", post("gene xref uniprot:Q5JZF5"))
    assert (alone.severity, alone.judgement) == (Severity.LOW, Judgement.UNVERIFIED)


def test_an_unknown_id_is_no_matter_where_the_tables_lack_the_id_space():
    document = post("ortholog:10090 taxon NCBITaxon:10090", "ortholog:10090 xref mgi:87990")
    mouse = post(
        "ortholog:10090 taxon NCBITaxon:10090",
        "ortholog:10090 xref mgi:87990",
        "ortholog:10090 xref ncbigene:11656",
    )
    assert not conflicts("unknown-identifier", document, mouse)


def test_a_value_against_one_that_the_reference_confirms_is_a_conflict_that_says_so():
    # HGNC ties no Ensembl gene to SNORD79; Ensembl has one of that symbol.
    wrong = reading("wrong.md", HUMAN, "gene symbol SNORD79", "gene xref ensembl:ENSG00000999999")
    right = reading("right.md", HUMAN, "gene symbol SNORD79", "gene xref ensembl:ENSG00000251878")
    (found,) = conflicts("value", wrong, right)
    assert found.sentence == (
        "For the Ensembl gene of SNORD79, wrong.md gives ENSG00000999999 and right.md gives ENSG00000251878; "
        "there can be one, and the reference confirms ENSG00000251878 alone."
    )
    verdicts = {v.judgement for v in audit((wrong, right)).verdicts if "ENSG" in v.reason}
    assert verdicts == {Judgement.CONFIRMED, Judgement.CONTESTED}


def test_no_number_is_recommended_where_one_of_several_may_be_a_traits():
    # Of A4GALT's two, OMIM 111400 is a blood group's.
    found = verdict_on(reading("post.md", HUMAN, "gene symbol A4GALT", "gene xref omim:125290"), "xref")
    assert found.reason.endswith(
        "not of A4GALT; of the numbers of A4GALT, OMIM 111400 and OMIM 607922, which is the gene's is open"
    )


def test_a_genes_number_that_stands_for_a_disease_is_refuted():
    found = verdict_on(post("disease:1 xref omim:301300 in part disease:1"), "xref", "", "disease-1")
    assert (found.judgement, found.rule) == (Judgement.REFUTED, "gene-phenotype-number")
    assert found.reason.endswith("so the number must not stand for a disease")
    right = verdict_on(post("disease:1 xref omim:300751 in part disease:1"), "xref", "", "disease-1")
    assert right.judgement is Judgement.UNVERIFIED


def test_a_genes_own_number_beside_diseases_of_the_gene_is_no_conflict():
    disorder = "gene disease X-linked sideroblastic anemia => MONDO:0020721"
    assert not conflicts("gene-phenotype-number", post("gene xref omim:301300", disorder))
    one = reading("one.md", *ALAS2, "gene xref omim:301300")
    other = reading("other.md", *ALAS2, disorder)
    (found,) = conflicts("gene-phenotype-number", one, other)
    assert (
        "one.md gives ALAS2 the number OMIM 301300 and other.md ties the gene to X-linked" in found.sentence
    )
    assert found.state is State.EXPLAINED
