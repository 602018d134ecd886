import pytest

from genelore.audit.bands import compare
from genelore.audit.model import Judgement, Severity, State
from tests.genelore.audit.hand_made import HUMAN, audit_of_seeds, conflicts, reading, verdict_on

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


@pytest.mark.parametrize(
    ("numbers", "judgement"),
    [
        ("55000000-55009054", Judgement.REFUTED),
        ("55000000-55009055", Judgement.UNVERIFIED),
        ("55030977-55040000", Judgement.UNVERIFIED),
        ("55030978-55040000", Judgement.REFUTED),
    ],
)
def test_one_base_in_common_is_enough_for_another_gene_model(numbers, judgement):
    document = reading("post.md", *ALAS2, f"gene location GRCh38:X:{numbers} in part location:1")
    assert verdict_on(document, "location").judgement is judgement


def test_a_place_on_another_assembly_is_not_compared():
    document = reading("post.md", *ALAS2, "gene location GRCh37:X:55035488-55057497 in part location:1")
    assert verdict_on(document, "location").judgement is Judgement.UNVERIFIED


def test_a_place_on_another_chromosome_is_refuted_on_any_assembly():
    document = reading("post.md", *ALAS2, "gene location GRCh37:3:55035488-55057497 in part location:1")
    assert verdict_on(document, "location").judgement is Judgement.REFUTED


def located(symbol: str, place: str, name: str = "post.md"):
    return reading(name, HUMAN, f"gene symbol {symbol}", f"gene location {place} in part location:1")


@pytest.mark.parametrize(
    ("numbers", "likeness"),
    [
        ("55009055-55030977", "the same numbers"),
        ("55009055-55030976", "the same numbers, but for one base,"),
        ("55009054-55030977", "the same numbers, but for one base,"),
        ("55009055-55031064", "the same start"),
        ("55010000-55030977", "the same end"),
    ],
)
def test_the_numbers_of_another_assembly_are_a_hint(numbers, likeness):
    document = located("ALAS2", f"GRCh37:X:{numbers}")
    found = verdict_on(document, "location")
    assert (found.judgement, found.rule) == (Judgement.UNVERIFIED, "location-assembly")
    assert (
        f"; the document gives {likeness} under the name of GRCh37, and the two assemblies differ at most"
        in found.reason
    )
    (conflict,) = conflicts("location", document)
    assert (conflict.judgement, conflict.severity) == (Judgement.UNVERIFIED, Severity.LOW)


@pytest.mark.parametrize("assembly", ["GRCh37", "GRCh38"])
def test_the_mitochondrion_is_the_same_in_all_assemblies(assembly):
    document = located("MT-ND1", f"{assembly}:MT:3307-4262")
    assert verdict_on(document, "location").judgement is Judgement.CONFIRMED
    assert not conflicts("location", document)


def test_the_same_numbers_under_two_assemblies_are_noticed_where_the_reference_has_others():
    one, other = (
        located("ALAS2", f"{assembly}:X:55010000-55020000", assembly) for assembly in ("GRCh37", "GRCh38")
    )
    (found,) = conflicts("location", one, other)
    assert (found.rule, found.judgement) == ("location-assembly", Judgement.UNVERIFIED)
    assert len(found.sides) == 2


def test_the_same_numbers_on_two_chromosomes_are_no_two_ends():
    one, other = (located("SHOX", f"GRCh38:{name}:624344-659411", name) for name in "XY")
    assert not conflicts("location", one, other)


def test_the_place_of_an_ortholog_is_told_of_the_ortholog():
    (found,) = [one for one in audit_of_seeds().conflicts if one.rule == "location-assembly"]
    assert "alas2-wikipedia.md gives mouse Alas2 the place GRCm38:X:149330371" in found.sentence


@pytest.mark.parametrize("assembly", ["", "GRCh37:", "NCBI36:"])
def test_a_place_farther_away_than_assemblies_differ_is_refuted(assembly):
    document = located("WFS1", f"{assembly}4:87700000-87733000")
    found = verdict_on(document, "location")
    assert found.judgement is Judgement.REFUTED
    assert found.reason.endswith("is 81 million base pairs from there, farther than assemblies differ")
    assert [one.judgement for one in conflicts("location", document)] == [Judgement.REFUTED]


@pytest.mark.parametrize(
    "place", ["4:6269851-6302984", "4:16269851-16302984", "T2T-CHM13v2.0:4:87700000-87733000"]
)
def test_a_place_that_another_assembly_may_have_is_open(place):
    assert verdict_on(located("WFS1", place), "location").judgement is Judgement.UNVERIFIED


def test_of_a_gene_on_two_chromosomes_the_place_on_one_refutes_none_on_the_other():
    assert (
        verdict_on(located("IL9R", "GRCh38:Y:57184150-57197337"), "location").judgement
        is not Judgement.REFUTED
    )


def test_of_two_gene_models_the_one_that_the_reference_has_is_told():
    one, other = placed("one.md", 55030977), placed("other.md", 55031064)
    (found,) = conflicts("location", one, other)
    assert found.judgement is Judgement.UNVERIFIED
    assert found.sentence.endswith(
        "and they do not state of which annotation release they are; "
        "the reference has GRCh38:X:55009055-55030977."
    )
