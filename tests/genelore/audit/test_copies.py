from genelore.audit.copies import copies, fingerprint, witnesses
from genelore.audit.model import Judgement
from tests.genelore.audit.hand_made import HUMAN, conflicts, reading, verdict_on

LONG = " ".join(f"word{number}" for number in range(40))
OTHER = " ".join(f"other{number}" for number in range(40))


def prints(**texts: str):
    return {name: fingerprint(reading(name, f"document comment {text}")) for name, text in texts.items()}


def test_documents_that_share_long_runs_of_text_are_one_group():
    found = copies(prints(a=LONG, b=f"{LONG} and more", c=OTHER))
    assert found == (("a", "b"),)


def test_groups_join_through_a_document_between_them():
    assert copies(prints(a=LONG, b=f"{LONG} {OTHER}", c=OTHER)) == (("a", "b", "c"),)


def test_a_phrase_that_all_have_in_common_makes_no_copies():
    phrase = "this text was written by a language model and is not to be relied on"
    texts = {name: " ".join(f"{name}{number}" for number in range(60)) + " " + phrase for name in "abcdef"}
    assert copies(prints(**texts)) == ()


def test_a_short_document_is_no_copy():
    assert copies(prints(a="one two three four five six seven eight nine", b="one two three four")) == ()


def test_the_groups_do_not_depend_on_the_order():
    found = prints(a=LONG, b=f"{LONG} and more", c=OTHER, d=f"{OTHER} and so on")
    assert copies(dict(reversed(found.items()))) == copies(found) == (("a", "b"), ("c", "d"))


def test_a_group_counts_as_its_first():
    assert witnesses(["a", "b", "c"], [("a", "b")]) == {"a": "a", "b": "a", "c": "c"}


def treated(name: str, *more: str):
    return reading(name, HUMAN, "gene symbol ALAS2", "gene treatment blood transfusion", *more)


def test_two_independent_documents_corroborate_each_other():
    found = verdict_on(treated("one.md"), "treatment", "", "gene", treated("two.md"))
    assert (found.judgement, found.reason) == (
        Judgement.CORROBORATED,
        "an independent document says the same: two.md",
    )
    assert len(found.claims) == 1


def test_copies_do_not_corroborate_each_other():
    one, two = (treated(name, f"document comment {LONG}") for name in ("one.md", "two.md"))
    assert verdict_on(one, "treatment", "", "gene", two).judgement is Judgement.UNVERIFIED


def test_values_of_a_property_that_has_one_contest_each_other():
    one, two = (
        reading(name, HUMAN, "gene symbol ALAS2", f"gene xref hgnc:{number}")
        for name, number in (("one.md", 99991), ("two.md", 99992))
    )
    found = verdict_on(one, "xref", "", "gene", two)
    assert found.judgement is Judgement.CONTESTED
    assert "hgnc:99992 (two.md)" in found.reason


def test_a_refuted_value_contests_nothing():
    one = reading("one.md", HUMAN, "gene symbol ALAS2", "gene xref hgnc:99991")
    wrong = reading("two.md", HUMAN, "gene symbol ALAS2", "gene xref hgnc:1079")
    assert verdict_on(one, "xref", "", "gene", wrong).judgement is Judgement.UNVERIFIED


def test_values_that_nothing_decides_between_are_one_conflict():
    one, two = (
        reading(name, HUMAN, "gene symbol ALAS2", f"gene xref hgnc:{number}")
        for name, number in (("one.md", 99991), ("two.md", 99992))
    )
    (found,) = conflicts("value", one, two)
    assert found.sentence == (
        "For the HGNC number of ALAS2, one.md gives HGNC:99991 and two.md gives HGNC:99992; "
        "there can be one, and the reference does not say which."
    )
