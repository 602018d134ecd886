import pytest

from genelore.audit.model import Judgement, Severity
from tests.genelore.audit.hand_made import CHICKEN, HUMAN, conflicts, reading, verdict_on

MOUSE = "gene taxon NCBITaxon:10090"


def judged(symbol: str, prop: str, value: str):
    found = verdict_on(
        reading("post.md", HUMAN, f"gene symbol {symbol}", f"gene {prop} {value}"), prop, value
    )
    return found.judgement, found.reason


def test_the_approved_symbol_is_confirmed():
    assert judged("ALAS2", "symbol", "ALAS2") == (Judgement.CONFIRMED, "'ALAS2' is the symbol of ALAS2")


def test_a_former_symbol_is_outdated_and_the_present_one_named():
    found = verdict_on(reading("post.md", HUMAN, "gene symbol DFNA5"), "symbol")
    assert (found.judgement, found.denotes) == (Judgement.OUTDATED, "hgnc:2810")
    assert found.reason.endswith("its symbol is GSDME")


def test_an_alias_of_the_gene_is_confirmed():
    assert judged("ALAS2", "alias", "XLSA") == (Judgement.CONFIRMED, "'XLSA' is an alias of ALAS2")


def test_a_former_symbol_of_another_gene_is_refuted_as_an_alias():
    assert judged("ALAS2", "alias", "ALAS") == (
        Judgement.REFUTED,
        "'ALAS' is a previous symbol of ALAS1, 5'-aminolevulinate synthase 1 (HGNC:396), "
        "and no name of ALAS2",
    )
    document = reading("post.md", HUMAN, "gene symbol ALAS2", "gene alias ALAS")
    assert [conflict.judgement for conflict in conflicts("alias", document)] == [Judgement.REFUTED]


@pytest.mark.parametrize(
    ("symbol", "alias", "hint"),
    [
        ("PCDH10", "cadherin", "it is an alias of CDH17, cadherin 17"),
        ("INSL3", "insulin", "it is the name of INS, insulin"),
        ("CSRP3", "CMD1MM", "it is an alias of MYBPC3, myosin binding protein C3"),
    ],
)
def test_an_alias_of_another_gene_or_the_name_of_a_family_is_a_hint_and_refutes_nothing(symbol, alias, hint):
    assert judged(symbol, "alias", alias) == (
        Judgement.UNVERIFIED,
        f"the reference does not have {alias!r} as a name of {symbol}; {hint}",
    )


def test_a_hint_says_how_many_genes_share_the_alias():
    reason = judged("PRSS3P2", "alias", "Protease")[1]
    assert reason.endswith("member 8, envelope and a name of 7 other genes")


def test_a_former_symbol_that_other_genes_are_also_called_by_refutes_nothing():
    assert judged("LECT2", "alias", "p18")[0] is Judgement.UNVERIFIED
    assert judged("ATP5MK", "alias", "ATP5D")[0] is Judgement.REFUTED


def test_a_symbol_of_ncbi_that_hgnc_never_approved_refutes_nothing():
    assert judged("CSRP3", "alias", "LVNC2")[0] is Judgement.UNVERIFIED


def test_an_alias_of_another_gene_alone_does_not_make_the_names_of_two_genes():
    page = ("gene symbol PCDH10", "gene name protocadherin 10", "gene alias cadherin")
    assert not conflicts("alias", reading("page.md", CHICKEN, *page))


def test_an_alias_that_the_gene_shares_with_others_is_confirmed():
    assert judged("ALAS2", "alias", "ASB")[0] is Judgement.CONFIRMED


@pytest.mark.parametrize("alias", ["DKFZp686L20217", "a name nobody has"])
def test_an_alias_that_the_reference_lacks_is_unverified(alias):
    assert judged("ALAS2", "alias", alias)[0] is Judgement.UNVERIFIED


def test_the_name_of_another_gene_is_refuted_as_a_name_and_not_as_a_product():
    other = "5'-aminolevulinate synthase 1"
    assert judged("ALAS2", "name", other)[0] is Judgement.REFUTED
    assert judged("ALAS2", "encodes", other)[0] is Judgement.UNVERIFIED


def test_names_of_two_genes_in_one_chicken_record_are_a_conflict():
    document = reading(
        "page.md",
        CHICKEN,
        "gene symbol ALAS2",
        "gene name 5'-aminolevulinate synthase 2",
        "gene alias ALAS-H",
        "gene alias 5'-aminolevulinate synthase 1",
        "gene alias delta-ALA synthase 1",
    )
    (found,) = conflicts("alias", document)
    assert "'ALAS-H', \"5'-aminolevulinate synthase 1\" and 'delta-ALA synthase 1'" in found.sentence
    assert found.judgement is Judgement.CONTESTED


def test_the_species_and_type_of_an_accepted_gene_are_confirmed():
    document = reading("post.md", HUMAN, "gene symbol ALAS2", "gene gene_type protein-coding")
    assert verdict_on(document, "taxon").judgement is Judgement.CONFIRMED
    assert verdict_on(document, "gene_type").judgement is Judgement.CONFIRMED


def test_another_type_is_refuted():
    assert judged("ALAS2", "gene_type", "pseudogene") == (
        Judgement.REFUTED,
        "ALAS2, 5'-aminolevulinate synthase 2 is of type protein coding, not pseudogene",
    )


def test_pictures_named_after_another_gene_contest_their_captions():
    document = reading(
        "page.md",
        CHICKEN,
        "gene symbol ALAS2",
        "observation:0 caption ALAS2 expression",
        "observation:0 image_symbol ALAS1",
    )
    assert verdict_on(document, "caption", part="observation-0").judgement is Judgement.CONTESTED
    (found,) = conflicts("image-evidence", document)
    assert found.sentence == (
        "In page.md captions say ALAS2, but the file names of 1 of 1 picture carry ALAS1; "
        "see which gene was probed."
    )


@pytest.mark.parametrize(
    ("species", "severity", "end"),
    [
        (HUMAN, Severity.LOW, "no human gene is called that: a slip of writing?"),
        (MOUSE, Severity.LOW, "no human and no mouse gene is called that: a slip of writing?"),
        (
            CHICKEN,
            Severity.MEDIUM,
            "no human gene is called that, and the reference has no chicken genes: see whether it is a slip "
            "of writing or another gene.",
        ),
    ],
)
def test_a_symbol_that_no_gene_has_is_told_by_what_the_reference_covers(species, severity, end):
    document = reading("page.md", species, "gene symbol BG8", "observation:0 image_symbol BG2")
    (found,) = conflicts("image-evidence", document)
    assert found.severity is severity
    assert found.sentence.endswith(f"carry BG2; {end}")


def test_a_former_symbol_in_a_file_name_is_no_conflict():
    document = reading("page.md", CHICKEN, "gene symbol GSDME", "observation:0 image_symbol DFNA5")
    assert not conflicts("image-evidence", document)
    assert verdict_on(document, "image_symbol", part="observation-0").judgement is Judgement.UNVERIFIED


def test_a_number_of_ncbi_in_a_file_name_is_the_records_own():
    document = reading(
        "page.md",
        CHICKEN,
        "gene symbol ADAMTSL2L",
        "gene xref ncbigene:424420",
        "observation:0 image_symbol LOC424420",
    )
    assert not conflicts("image-evidence", document)


def test_a_name_of_the_gene_but_for_punctuation_is_confirmed_though_another_gene_has_it_to_the_letter():
    assert judged("PRLR", "alias", "PRL-R") == (
        Judgement.CONFIRMED,
        "'PRL-R' is, but for punctuation, the name 'PRLR' of PRLR",
    )


def test_a_record_under_a_former_symbol_is_told_the_present_one():
    (found,) = conflicts("alias", reading("post.md", HUMAN, "gene symbol H3F3B"))
    assert found.sentence == (
        "post.md uses the symbol H3F3B, but H3F3B is a previous symbol of H3-3B, H3.3 histone B; "
        "its symbol is H3-3B."
    )
