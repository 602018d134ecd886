from genelore.audit.copies import Trait, copies, fingerprint, is_copy, sketch, witnesses
from genelore.audit.model import Judgement
from tests.genelore.audit.hand_made import CHICKEN, HUMAN, conflicts, reading, verdict_on

LONG = " ".join(f"word{number}" for number in range(40))
OTHER = " ".join(f"other{number}" for number in range(40))


def groups(origins: dict[str, tuple[str, ...]] | None = None, **texts: str):
    prints = {name: fingerprint(text) for name, text in texts.items()}
    traits = {name: Trait(sketch(runs), (origins or {}).get(name, ())) for name, runs in prints.items()}
    return copies(traits, lambda one, other: is_copy(prints[one], prints[other]))


def test_documents_that_share_long_runs_of_text_are_one_group():
    assert groups(a=LONG, b=f"{LONG} and more", c=OTHER) == (("a", "b"),)


def test_half_of_the_runs_of_the_smaller_make_a_copy_and_less_does_not():
    one, other = frozenset(range(100)), frozenset(range(50, 300))
    assert is_copy(one, other)
    assert is_copy(other, one)
    assert not is_copy(one, other - {50})
    few = frozenset(range(8))
    assert is_copy(few, one)
    assert not is_copy(few - {0}, one)


def test_groups_join_through_a_document_between_them():
    assert groups(a=LONG, b=f"{LONG} {OTHER}", c=OTHER) == (("a", "b", "c"),)


def test_a_document_inside_a_much_longer_one_is_a_copy():
    short = " ".join(f"short{number}" for number in range(400))
    long = " ".join(f"long{number}" for number in range(8000))
    assert groups(a=short, b=f"{long} {short} {long.upper()}x") == (("a", "b"),)


def test_markup_and_capitals_make_no_other_text():
    assert groups(a=LONG, b=LONG.replace(" ", " **").upper()) == (("a", "b"),)


def test_a_phrase_that_all_have_in_common_makes_no_copies():
    phrase = "this text was written by a language model and is not to be relied on"
    texts = {name: " ".join(f"{name}{number}" for number in range(60)) + " " + phrase for name in "abcdef"}
    assert groups(**texts) == ()


def test_the_same_facts_in_other_words_make_no_copies():
    facts = [*enumerate(("ALAS2", "HGNC:397", "Entrez 212", "Ensembl ENSG00000158578", "OMIM 301300"))]
    one = ". ".join(f"The gene that {LONG[at * 40 : at * 40 + 36]} is {fact}" for at, fact in facts)
    two = ". ".join(f"{fact} stands for {OTHER[at * 40 : at * 40 + 36]}" for at, fact in facts)
    assert groups(a=one, b=two) == ()


def test_a_short_document_is_no_copy():
    assert groups(a="one two three four five six seven eight nine", b="one two three four") == ()


def test_documents_made_from_one_source_are_one_group():
    page = "https://example.org/page"
    assert groups({"a": (page,), "b": ("urn:b", page)}, a=LONG, b=OTHER, c="") == (("a", "b"),)


def test_a_document_and_the_one_that_it_was_made_from_are_one_group():
    assert groups({"a": ("urn:a",), "b": ("urn:b", "urn:a")}, a=LONG, b=OTHER) == (("a", "b"),)


def test_the_groups_do_not_depend_on_the_order():
    texts = {"a": LONG, "b": f"{LONG} and more", "c": OTHER, "d": f"{OTHER} and so on"}
    assert groups(**dict(reversed(texts.items()))) == groups(**texts) == (("a", "b"), ("c", "d"))


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
    chicken = (CHICKEN, "gene symbol ALAS1", "gene xref ensembl:ENSGALG00000003948")
    one, two = (
        reading(name, *chicken, f"gene xref cgnc:{number}") for name, number in (("one.md", 1), ("two.md", 2))
    )
    (found,) = conflicts("value", one, two)
    assert found.sentence == (
        "For the CGNC number of ALAS1, one.md gives cgnc:1 and two.md gives cgnc:2; "
        "there can be one, and the reference does not say which."
    )
