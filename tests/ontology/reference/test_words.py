"""Keys of names."""

import pytest

from ontology.reference.numbers import read, written
from ontology.reference.spelling import nearest
from ontology.reference.words import folded, normalised, symbol_key, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pharyngeal Arches", "pharyngeal arch"),
        ("anaemia, X-linked", "anemia X linked"),
        ("Alzheimer’s disease", "Alzheimer disease"),
        ("tumours", "tumor"),
        ("oesophagus", "esophagus"),
        ("foetal haemoglobin", "fetal hemoglobin"),
        ("β-globin", "beta globin"),
        ("sulphur", "sulfur"),
        ("organisation", "organization"),
        ("nerve fibre", "nerve fibers"),
        ("vertebrae", "vertebra"),
        ("biopsies", "biopsy"),
        ("atria", "atrium"),
    ],
)
def test_spellings_of_one_term_meet_under_one_key(one, other):
    assert normalised(one) == normalised(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("arm", "army"), ("pelvis", "pelvi"), ("CD4+ cell", "CD4 cell"), ("stage 1", "stage 10")],
)
def test_different_terms_stay_apart(one, other):
    assert normalised(one) != normalised(other)


def test_the_key_of_a_symbol_keeps_plurals_and_spelling():
    assert symbol_key("ALAS") == "alas"
    assert symbol_key("Alas-E") == symbol_key("ALAS E") == "alas e"
    assert symbol_key("TNF-α") == "tnf alpha"


def test_punctuation_alone_has_no_key():
    assert normalised(" -- ") == ""


def test_folding_touches_case_and_white_space_alone():
    assert folded("  Bone-\n Marrow ") == "bone- marrow"


def test_words_are_runs_of_letters_and_digits():
    assert words("5'-end of µ") == ["5", "end", "of", "mu"]


def test_the_nearest_spelling_wins():
    assert nearest("Anemia", ["anaemia", "anemia"], normalised) == (1, "case")
    assert nearest("anaemias", ["blood", "anemia"], normalised) == (1, "normalised")
    assert nearest("bone", ["blood"], normalised) is None


def test_rising_numbers_are_read_as_they_were_written():
    numbers = [1, 2, 41, 42, 39 * 39, 38719003]
    assert list(read(written(numbers))) == numbers
    assert written([]) == ""
