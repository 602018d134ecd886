import pytest

from genelore.audit.bands import compare
from genelore.audit.model import Judgement, State
from tests.genelore.audit.hand_made import HUMAN, conflicts, reading, verdict_on

ALAS2 = (HUMAN, "gene symbol ALAS2")
PLACE = "gene location GRCh38:X:55009055-{} in part location:1"
RELEASE = "location:1 annotation_release {} in part location:1"


def judged(prop: str, value: str):
    found = verdict_on(reading("post.md", *ALAS2, f"gene {prop} {value}"), prop)
    return found.judgement, found.reason


def placed(name: str, end: int, release: str = ""):
    said = [RELEASE.format(release)] if release else []
    return reading(name, *ALAS2, PLACE.format(end), *said)


def test_the_chromosome_is_confirmed_or_refuted():
    assert judged("chromosome", "X")[0] is Judgement.CONFIRMED
    assert judged("chromosome", "3") == (
        Judgement.REFUTED,
        "ALAS2, 5'-aminolevulinate synthase 2 is on chromosome X, not 3",
    )


@pytest.mark.parametrize(
    ("band", "judgement"),
    [
        ("Xp11.21", Judgement.CONFIRMED),
        ("Xp11", Judgement.CONFIRMED),
        ("Xp11.22", Judgement.UNVERIFIED),
        ("Xq28", Judgement.REFUTED),
        ("3p21", Judgement.REFUTED),
    ],
)
def test_a_band_is_judged_by_how_near_it_is(band, judgement):
    assert judged("cytoband", band)[0] is judgement


@pytest.mark.parametrize(
    ("claimed", "known", "nearness"),
    [
        ("17q21.31-q21.32", "17q21.31", "1 wider"),
        ("17q21-q23", "17q22", "1 wider"),
        ("7p21.1-p14.1", "7p14.3", "1 wider"),
        ("17q22-q24", "17q24.3", "1 wider"),
        ("20q13.33", "20q12-q13.11", "3 near"),
        ("17", "17q22", "1 wider"),
        ("chromosome 17", "17q22", "3 near"),
        ("17q22", "7q22", "4 elsewhere"),
        ("17p22", "17q22", "4 elsewhere"),
        ("Xq28", "X", "2 finer"),
        ("17q21.31", "17q21", "2 finer"),
        ("14q32.33", "14q24-qter", "2 finer"),
        ("Xp11.1", "Xp11.21-q12", "2 finer"),
        ("17q21-q23", "17q22-q24", "3 near"),
        ("22qter", "22q13.33", "2 finer"),
        ("22q13.3-qter", "22q13.33", "1 wider"),
        ("22qter", "22q13.1", "3 near"),
        ("22qter", "22q11.2", "4 elsewhere"),
        ("2q37.1", "2q37.3", "3 near"),
        ("13q11", "13q12.11", "3 near"),
        ("13q14", "13q21.1", "3 near"),
        ("13q12", "13q14.1", "4 elsewhere"),
        ("16p11", "16q11", "4 elsewhere"),
    ],
)
def test_bands_are_compared(claimed, known, nearness):
    assert compare(claimed, known) == nearness


def test_a_reference_that_has_the_chromosome_alone_confirms_no_band():
    found = verdict_on(reading("post.md", HUMAN, "gene symbol SHOX", "gene cytoband Xq28"), "cytoband")
    assert (found.judgement, found.reason) == (
        Judgement.UNVERIFIED,
        "SHOX, SHOX homeobox is on chromosome X and Y; the reference has no band of it, so Xq28 is open",
    )


def test_a_band_beside_a_whole_chromosome_still_refutes_another():
    found = verdict_on(reading("post.md", HUMAN, "gene symbol IMMT", "gene cytoband 2q33.3"), "cytoband")
    assert found.judgement is Judgement.REFUTED


def test_the_place_that_the_reference_has_is_confirmed():
    assert verdict_on(placed("post.md", 55030977), "location").judgement is Judgement.CONFIRMED


def test_another_end_of_the_same_gene_is_not_refuted():
    found = verdict_on(placed("post.md", 55031064), "location")
    assert (found.judgement, found.rule) == (Judgement.UNVERIFIED, "location-release")


def test_ends_under_two_annotation_releases_are_explained():
    one = placed("one.md", 55030977, "Ensembl release 89")
    other = placed("other.md", 55031064, "NCBI Homo sapiens Annotation Release 108")
    (found,) = conflicts("location", one, other)
    assert found.state is State.EXPLAINED
    assert found.scope == ("annotation release: Ensembl release 89; NCBI Homo sapiens Annotation Release 108")


def test_ends_under_one_annotation_release_are_an_open_conflict():
    one, other = (placed(name, end, "Ensembl release 89") for name, end in (("a", 55030977), ("b", 55031064)))
    assert [found.state for found in conflicts("location", one, other)] == [State.OPEN]


def test_a_place_elsewhere_on_the_assembly_is_refuted():
    document = reading("post.md", *ALAS2, "gene location GRCh38:X:100-200 in part location:1")
    assert verdict_on(document, "location").judgement is Judgement.REFUTED


def test_a_place_on_another_assembly_is_not_compared():
    document = reading("post.md", *ALAS2, "gene location GRCh37:X:55035488-55057497 in part location:1")
    assert verdict_on(document, "location").judgement is Judgement.UNVERIFIED


def test_a_place_on_another_chromosome_is_refuted_on_any_assembly():
    document = reading("post.md", *ALAS2, "gene location GRCh37:3:55035488-55057497 in part location:1")
    assert verdict_on(document, "location").judgement is Judgement.REFUTED


def test_the_numbers_of_another_assembly_are_noticed():
    document = reading("post.md", *ALAS2, "gene location GRCh37:X:55009055-55030977 in part location:1")
    found = verdict_on(document, "location")
    assert (found.judgement, found.rule) == (Judgement.CONTESTED, "location-assembly")
