import pytest

from genelore.audit.model import Judgement, State
from ontology.reference import term
from ontology.reference.tables import table
from tests.genelore.audit.hand_made import CHICKEN, HUMAN, conflicts, reading, verdict_on

ALAS2 = (HUMAN, "gene symbol ALAS2")
XLSA, XLP = "MONDO:0020721", "MONDO:0010420"


def post(*lines: str, name: str = "post.md"):
    return reading(name, *ALAS2, *lines)


def test_an_annotation_is_confirmed_with_its_evidence():
    found = verdict_on(post("gene involved_in heme biosynthetic process => GO:0006783"), "involved_in")
    assert found.judgement is Judgement.CONFIRMED
    assert found.reason.startswith(
        "the reference annotates ALAS2 with heme biosynthetic process (GO:0006783) ("
    )


def test_a_wider_term_is_confirmed_by_inference_and_the_verdict_says_so():
    found = verdict_on(post("gene involved_in tetrapyrrole metabolic process => GO:0033013"), "involved_in")
    assert (found.judgement, found.rule) == (Judgement.CONFIRMED, "go-inference")
    assert found.reason.startswith("by inference: the reference annotates ALAS2 with ")


def test_a_term_that_the_gene_is_not_annotated_with_is_unverified():
    found = verdict_on(post("gene involved_in apoptotic process => GO:0006915"), "involved_in")
    assert found.judgement is Judgement.UNVERIFIED


def test_text_that_is_no_term_is_unverified():
    assert verdict_on(post("gene involved_in making blood"), "involved_in").rule == "not-grounded"


def test_an_obsolete_disease_is_outdated_and_its_successor_named():
    found = verdict_on(post("gene disease sideroblastic anemia => MONDO:0004688"), "disease")
    assert (found.judgement, found.denotes) == (Judgement.OUTDATED, "MONDO:0015194")
    assert found.reason.endswith("its successor is sideroblastic anemia (MONDO:0015194)")


def test_an_obsolete_disease_without_a_successor_is_told_with_what_to_consider():
    found = verdict_on(post("gene disease neonatal adrenoleukodystrophy => MONDO:0018598"), "disease")
    assert found.reason == (
        "neonatal adrenoleukodystrophy (MONDO:0018598) is obsolete; to be considered instead: Zellweger "
        "spectrum disorders (MONDO:0019609)"
    )


def test_an_obsolete_disease_that_nothing_follows_is_told_as_such():
    gone = next(
        one
        for row in table("MONDO")
        if (one := term(f"MONDO:{row[0]}")) and one.obsolete and not (one.successors or one.considered)
    )
    found = verdict_on(post(f"gene disease {gone.label} => {gone.curie}"), "disease")
    label = gone.label.removeprefix("obsolete ")
    assert found.reason == f"{label} ({gone.curie}) is obsolete; no other term is named in its place"


def test_a_disease_of_the_gene_is_confirmed():
    document = post(f"gene disease X-linked sideroblastic anemia => {XLSA}")
    assert verdict_on(document, "disease").judgement is Judgement.CONFIRMED


def test_a_wider_disease_is_confirmed_by_inference():
    found = verdict_on(post("gene disease sideroblastic anemia => MONDO:0015194"), "disease")
    assert (found.judgement, found.rule) == (Judgement.CONFIRMED, "disease-inference")


def test_a_disease_of_other_genes_is_unverified_and_they_are_named():
    found = verdict_on(post("gene disease sideroblastic anemia and ataxia => MONDO:0010524"), "disease")
    assert found.judgement is Judgement.UNVERIFIED
    assert found.reason.endswith("it ties it to ABCB7")


def inherited(mode: str, name: str = "post.md"):
    disease = f"gene disease X-linked protoporphyria => {XLP}"
    return post(disease, f"disease:{XLP} inheritance some mode => {mode}", name=name)


def judged(document, prop: str):
    return verdict_on(document, prop, part="disease-1").judgement


def test_inheritance_is_judged_by_hpo():
    assert judged(inherited("HP:0001423"), "inheritance") is Judgement.CONFIRMED
    assert judged(inherited("HP:0001419"), "inheritance") is Judgement.REFUTED


def test_x_linked_is_less_specific_than_x_linked_dominant_and_not_refuted():
    assert judged(inherited("HP:0001417"), "inheritance") is Judgement.CONFIRMED


def test_dominant_against_recessive_is_one_conflict_that_names_both_documents():
    (found,) = conflicts("inheritance", inherited("HP:0001423", "one.md"), inherited("HP:0001419", "two.md"))
    assert found.sentence.startswith("two.md gives X-linked erythropoietic protoporphyria (MONDO:0010420) ")
    assert found.sentence.endswith("as one.md says.")
    assert found.subject == XLP


def test_a_class_without_a_path_in_mondo_is_refuted():
    document = post(
        f"gene disease X-linked sideroblastic anemia => {XLSA}",
        f"disease:{XLSA} subclass_of porphyria => MONDO:0037939",
    )
    assert judged(document, "subclass_of") is Judgement.REFUTED
    assert [found.judgement for found in conflicts("classification", document)] == [Judgement.REFUTED]


def test_a_class_that_only_some_kinds_of_the_disease_are_in_is_unverified_and_mondo_is_quoted():
    mds, neoplasm = "MONDO:0018881", "MONDO:0044881"
    document = post(
        f"gene disease myelodysplastic syndrome => {mds}",
        f"disease:{mds} subclass_of hematologic cancer => {neoplasm}",
    )
    found = verdict_on(document, "subclass_of", part="disease-1")
    assert found.judgement is Judgement.UNVERIFIED
    assert found.reason.startswith("MONDO calls some kinds of myelodysplastic syndrome (MONDO:0018881) ")
    assert found.reason.endswith("(MONDO:0015040), but not all")
    assert not conflicts("classification", document)


def test_an_everyday_word_for_a_class_near_by_refutes_nothing():
    document = post(
        f"gene disease X-linked sideroblastic anemia => {XLSA}",
        f"disease:{XLSA} subclass_of purple water sickness => MONDO:0037939",
    )
    found = verdict_on(document, "subclass_of", part="disease-1")
    assert found.judgement is Judgement.UNVERIFIED
    assert found.reason == (
        "'purple water sickness' is no name that MONDO has, and no path leads from X-linked sideroblastic "
        "anemia 1 (MONDO:0020721) to porphyria (MONDO:0037939) in MONDO, though both are kinds of "
        "porphyrin metabolism disease (MONDO:0037821)"
    )


def test_an_everyday_word_for_a_class_far_away_is_refuted():
    document = post(
        f"gene disease X-linked sideroblastic anemia => {XLSA}",
        f"disease:{XLSA} subclass_of blood cancer => MONDO:0044881",
    )
    assert judged(document, "subclass_of") is Judgement.REFUTED


def test_a_class_above_in_mondo_is_confirmed():
    document = post(
        f"gene disease X-linked sideroblastic anemia => {XLSA}",
        f"disease:{XLSA} subclass_of sideroblastic anemia => MONDO:0015194",
    )
    assert judged(document, "subclass_of") is Judgement.CONFIRMED


def test_a_phenotype_that_hpo_lists_is_confirmed_and_others_are_unverified():
    listed, other = (
        post(f"gene disease X-linked protoporphyria => {XLP}", f"disease:{XLP} phenotype a sign => {sign}")
        for sign in ("HP:0000992", "HP:0001250")
    )
    assert judged(listed, "phenotype") is Judgement.CONFIRMED
    assert judged(other, "phenotype") is Judgement.UNVERIFIED


def test_a_phenotype_that_the_title_of_a_cited_paper_denies_is_contested():
    saying = post(
        f"gene disease X-linked protoporphyria => {XLP}",
        f"disease:{XLP} phenotype anemia => HP:0001903",
        name="saying.md",
    )
    citing = post(
        "publication:1 title They cause X-linked dominant protoporphyria without anemia or iron overload",
        name="citing.md",
    )
    (found,) = conflicts("phenotype", saying, citing)
    assert found.sentence.startswith(
        "saying.md says that X-linked erythropoietic protoporphyria (MONDO:0010420) shows Anemia (HP:0001903)"
        ", but a paper that citing.md cites calls it without: "
    )
    second = post(
        "publication:1 title They cause X-linked dominant protoporphyria without anemia or iron overload",
        name="second.md",
    )
    (both,) = conflicts("phenotype", saying, citing, second)
    assert "a paper that citing.md and second.md cite calls it without: " in both.sentence
    title = verdict_on(citing, "title", "", "publication-1", saying)
    assert title.judgement is Judgement.CONTESTED


def test_a_link_to_a_disease_of_another_gene_is_off_topic():
    document = post("gene external_link https://www.ncbi.nlm.nih.gov/books/NBK1321/")
    assert not conflicts("off-topic-link", document)


def test_places_in_the_cell_of_two_species_are_a_difference_of_scope():
    human = post("gene located_in mitochondrial matrix => GO:0005759", name="human.md")
    chicken = reading(
        "chicken.md", CHICKEN, "gene symbol ALAS2", "gene located_in cytosol => GO:0005829", kind="chickybase"
    )
    (found,) = conflicts("localisation", human, chicken)
    assert (found.state, found.scope) == (State.EXPLAINED, "species: chicken; human")


def test_an_only_is_contested_by_other_places_in_other_documents():
    only = post("gene expressed_only_in erythroblast => CL:0000765", name="only.md")
    others = post("gene expressed_in placenta => UBERON:0001987", name="others.md")
    (found,) = conflicts("expression-scope", only, others)
    assert found.sentence.startswith(
        "only.md says that ALAS2 is expressed only in erythroblast, but others.md lists placenta;"
    )
    assert verdict_on(only, "expressed_only_in", "", "gene", others).judgement is Judgement.CONTESTED


@pytest.mark.parametrize(
    ("only", "place"),
    [
        ("CL:0000765", "UBERON:0002371"),  # erythroblast, bone marrow
        ("CL:0000765", "UBERON:0000178"),  # erythroblast, blood
        ("CL:0000765", "CL:0002092"),  # erythroblast, bone marrow cell
        ("CL:0000765", "CL:0000764"),  # erythroblast, erythroid lineage cell
        ("CL:0000540", "UBERON:0002421"),  # neuron, hippocampal formation
        ("UBERON:0002107", "CL:0000182"),  # liver, hepatocyte
    ],
)
def test_a_place_that_holds_the_only_one_or_is_within_it_agrees_with_the_only(only: str, place: str):
    saying = post(f"gene expressed_only_in the one => {only}", name="only.md")
    others = post(f"gene expressed_in the other => {place}", name="others.md")
    assert not conflicts("expression-scope", saying, others)
    assert verdict_on(saying, "expressed_only_in", "", "gene", others).judgement is Judgement.UNVERIFIED


@pytest.mark.parametrize(
    ("only", "place"),
    [
        ("CL:0000765", "UBERON:0002107"),  # erythroblast, liver
        ("CL:0000765", "UBERON:0002421"),  # erythroblast, hippocampal formation
        ("CL:0000765", "CL:0000576"),  # erythroblast, monocyte
        ("CL:0000746", "UBERON:0001134"),  # cardiac muscle cell, skeletal muscle
        ("CL:0000210", "UBERON:0000955"),  # photoreceptor cell, brain
    ],
)
def test_a_place_that_is_apart_from_the_only_one_contests_it(only: str, place: str):
    saying = post(f"gene expressed_only_in the one => {only}", name="only.md")
    others = post(f"gene expressed_in the other => {place}", name="others.md")
    assert len(conflicts("expression-scope", saying, others)) == 1


def test_no_known_drug_response_is_contested_by_a_name_that_tells_of_one():
    silent = post("gene absent drug response", name="silent.md")
    telling = post(
        f"gene disease X-linked pyridoxine-responsive sideroblastic anemia => {XLSA}", name="telling.md"
    )
    (found,) = conflicts("negative-claim", silent, telling)
    assert "telling.md calls its disease pyridoxine-responsive" in found.sentence
