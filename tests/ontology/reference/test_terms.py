"""Terms by name and CURIE, in the tables as they are shipped."""

import pytest

from ontology.reference import (
    ancestors,
    begins_term,
    descendants,
    disease_of_omim,
    names_term,
    term,
    terms_labelled,
)


def best(text, *vocabularies):
    match = terms_labelled(text, *vocabularies)[0]
    return match.term.curie, match.name.kind, match.spelling


@pytest.mark.parametrize(
    ("text", "curie", "kind"),
    [
        ("oxygen homeostasis", "GO:0032364", "former_label"),
        ("cellular iron ion homeostasis", "GO:0006879", "former_label"),
        ("metabolism", "GO:0008152", "synonym"),
        ("biosynthesis", "GO:0009058", "synonym"),
        ("porphyrin-containing compound metabolic process", "GO:0006778", "label"),
        ("5-aminolevulinate synthase activity", "GO:0003870", "label"),
        ("testicle", "UBERON:0000473", "exact_synonym"),
        ("erythroid lineage cell", "CL:0000764", "label"),
        ("X-linked sideroblastic anemia", "MONDO:0020721", "exact_synonym"),
        ("SIDBA1", "MONDO:0020721", "former_synonym"),
        ("HH10", "GgalDv:0000020", "exact_synonym"),
        ("Danio rerio", "NCBITaxon:7955", "label"),
        ("protein-coding", "SO:0001217", "exact_synonym"),
    ],
)
def test_a_name_leads_to_its_term_by_the_kind_of_name(text, curie, kind):
    assert best(text, curie.split(":")[0]) == (curie, kind, "exact")


@pytest.mark.parametrize(
    ("text", "curie", "spelling"),
    [
        ("photosensitivity", "HP:0000992", "case"),
        ("Human", "NCBITaxon:9606", "case"),
        ("erythroblasts", "CL:0000765", "normalised"),
        ("X-linked sideroblastic anaemia", "MONDO:0020721", "normalised"),
        ("bone   marrow", "UBERON:0002371", "case"),
    ],
)
def test_other_spellings_are_found_and_say_so(text, curie, spelling):
    match = best(text, curie.split(":")[0])
    assert (match[0], match[2]) == (curie, spelling)


def test_an_exact_spelling_comes_before_a_better_kind_of_name():
    spellings = [match.spelling for match in terms_labelled("anemia")]
    assert spellings == sorted(spellings, key=["exact", "case", "normalised"].index)


def test_all_vocabularies_are_asked_unless_some_are_named():
    assert {match.term.curie.split(":")[0] for match in terms_labelled("HH10")} == {"GgalDv", "MONDO"}
    assert [match.term.curie for match in terms_labelled("HH10", "GgalDv")] == ["GgalDv:0000020"]


def test_a_text_that_names_nothing_gives_nothing():
    assert terms_labelled("no such thing as this") == ()
    assert terms_labelled("") == ()
    assert terms_labelled("--") == ()


def test_the_answer_cites_its_row():
    found = term("MONDO:0020721")
    assert (found.row.table, found.row.key) == ("MONDO", "0020721")
    assert found.row.version == "Mondo Disease Ontology, 2026-05-05"


def test_a_merged_term_has_a_successor_and_no_label():
    merged = term("GO:0044236")
    assert (merged.label, merged.obsolete, merged.successors) == ("", True, ("GO:0008152",))


def test_an_obsolete_term_has_a_successor():
    stage = term("GgalDv:0000032")
    assert (stage.obsolete, stage.successors) == (True, ("GgalDv:0000034",))


def test_an_unknown_curie_has_no_term():
    assert term("GO:9999999") is None
    assert term("EFO:0000001") is None
    assert term("nothing") is None


def test_x_linked_sideroblastic_anemia_is_no_porphyria_but_protoporphyria_is():
    assert "MONDO:0037939" not in ancestors("MONDO:0020721")
    assert "MONDO:0037939" in ancestors("MONDO:0010420")


def test_descendants_are_the_terms_that_a_term_is_an_ancestor_of():
    assert "MONDO:0010420" in descendants("MONDO:0037939")
    assert descendants("MONDO:0020721") == frozenset()
    assert "GgalDv:0000020" in descendants("GgalDv:0000001")


def test_ancestors_reach_the_root_and_go_through_wholes():
    assert "GO:0008150" in ancestors("GO:0006783")
    assert ancestors("GgalDv:0000020") == {"GgalDv:0000094", "GgalDv:0000002", "GgalDv:0000001"}


def test_every_hamburger_hamilton_stage_is_there():
    stages = [terms_labelled(f"HH{number}", "GgalDv")[0].term for number in range(1, 47)]
    assert len({stage.curie for stage in stages}) == 46
    assert not any(stage.obsolete for stage in stages)


def test_the_stages_of_the_model_have_their_codes():
    known = {4: "13", 5: "61", 6: "62", 10: "20", 11: "21", 18: "30", 22: "36", 24: "38"}
    for number, code in known.items():
        assert terms_labelled(f"HH{number}", "GgalDv")[0].term.curie == f"GgalDv:{int(code):07}"


def test_word_sequences_are_tested_for_being_a_name_and_for_beginning_one():
    assert names_term("bone marrow", "UBERON")
    assert not names_term("bone marrow blood", "UBERON")
    assert begins_term("bone", "UBERON")
    assert begins_term("glycine", "GO")
    assert not begins_term("qqq")


def test_a_disease_is_found_by_its_omim_number_and_a_gene_number_is_none():
    assert disease_of_omim("300751").curie == "MONDO:0020721"
    assert disease_of_omim("omim:300752").curie == "MONDO:0010420"
    assert disease_of_omim("301300") is None
