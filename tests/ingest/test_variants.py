import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.variants import find, normalise


@pytest.mark.parametrize(
    ("written", "hgvs"),
    [
        ("V122I", "p.Val122Ile"),
        ("Val122Ile", "p.Val122Ile"),
        ("p.V122I", "p.Val122Ile"),
        ("p.(Val122Ile)", "p.Val122Ile"),
        ("Leu-71-Pro", "p.Leu71Pro"),
        ("C776*", "p.Cys776Ter"),
        ("C776X", "p.Cys776Ter"),
        ("p.Cys776Ter", "p.Cys776Ter"),
        ("p.Arg20 *", "p.Arg20Ter"),
        ("p.Gly36Gly", "p.Gly36="),
        ("p.Gly36=", "p.Gly36="),
        ("Y646fs", "p.Tyr646fs"),
        ("p.Thr178Ilefs*17", "p.Thr178IlefsTer17"),
        ("p.Thr178Ilefs", "p.Thr178fs"),
        ("F508del", "p.Phe508del"),
        ("p.Lys10_Arg12dup", "p.Lys10_Arg12dup"),
        ("p.Lys10_Arg11insGly", "p.Lys10_Arg11insGly"),
    ],
)
def test_a_change_of_protein_becomes_hgvs(written: str, hgvs: str):
    assert normalise(written) == hgvs


@pytest.mark.parametrize(
    ("written", "hgvs"),
    [
        ("c.1559C>T", "c.1559C>T"),
        ("c. 1559 C --> T", "c.1559C>T"),
        ("c.1559C→T", "c.1559C>T"),
        ("c.A362G", "c.362A>G"),
        ("c.710-2A>G", "c.710-2A>G"),
        ("c.*5A>G", "c.*5A>G"),
        ("c.499delA", "c.499del"),
        ("c.657_662del", "c.657_662del"),
        ("c.145_146insAT", "c.145_146insAT"),
        ("c.465_466delAAinsT", "c.465_466delinsT"),
        ("c.33_34dupTC", "c.33_34dup"),
        ("m.3243A>G", "m.3243A>G"),
    ],
)
def test_a_change_of_dna_becomes_hgvs(written: str, hgvs: str):
    assert normalise(written) == hgvs


@pytest.mark.parametrize(
    "written", ["c.499delAG", "c.145insA", "p.En226K", "B122I", "rs123", "c.5", "", "V122"]
)
def test_what_names_no_change_has_no_hgvs_text(written: str):
    assert normalise(written) is None


def found(text: str, short: bool = True) -> list[tuple[str, str | None]]:
    return [(text[one.span.start : one.span.end], one.hgvs) for one in find(text, 0, len(text), short)]


def test_variants_are_found_in_a_sentence():
    assert found("c.920G>A(p.Gly307Arg); V122I, Glu506Lys and p.(Val1Met).") == [
        ("c.920G>A", "c.920G>A"),
        ("p.Gly307Arg", "p.Gly307Arg"),
        ("V122I", "p.Val122Ile"),
        ("Glu506Lys", "p.Glu506Lys"),
        ("p.(Val1Met)", "p.Val1Met"),
    ]


def test_a_parenthesis_around_a_variant_is_no_part_of_it():
    assert found("(p.Gly307Arg)")[0][0] == "p.Gly307Arg"
    assert found("**p.Leu39Val** x")[0][0] == "p.Leu39Val"


def test_a_variant_that_cannot_be_normalised_is_found_without_hgvs():
    assert found("p.En226K") == [("p.En226K", None)]


def test_words_and_identifiers_are_no_variants():
    assert (
        found("A4GALT, E. coli, ENSG00000102010, rs137852769, e.g. 5, DKFZp686L20217, H1N1, C. elegans") == []
    )


def test_one_letter_changes_are_left_out_where_they_are_not_asked_for():
    assert found("V600E and p.V600E", short=False) == [("p.V600E", "p.Val600Glu")]


def test_letters_that_are_bases_too_are_marked():
    marks = [one.could_be_bases for one in find("C1355T V122I", 0, 12)]
    assert marks == [True, False]


@given(st.text(alphabet="cgmnp.()ACGTVI*=_+->→ Terfsdlinup0123456789", max_size=40))
def test_any_text_is_read_without_an_error_and_in_order(text: str):
    reached = 0
    for one in find(text, 0, len(text)):
        assert reached <= one.span.start < one.span.end <= len(text)
        reached = one.span.end
