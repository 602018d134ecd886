import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.document import Document, decode
from ingest.sources import MalformedDocumentError
from ingest.sources.medlineplus import parse, recognises
from tests.ingest.sources.reading import said
from tests.seeds import is_well_placed, seed

NOTICE = (
    "The resources on this site should not be used as a substitute for professional medical care or advice."
)


def page(prose: str, labels: str = "") -> Document:
    return decode("page.txt", f"3\n{prose}{labels}{NOTICE} Ask somebody.\n".encode())


OPENING = "The ABC1 gene provides instructions for making an enzyme called alphabet kinase 1. "


def test_the_seed_is_recognised_by_its_notice():
    document = seed("medlineplus")
    evidence = recognises(document).evidence
    assert evidence is not None
    assert document.quote(evidence) == "The resources on this site should not be used as a substitute"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (OPENING, "no notice that the resources on this site are no substitute for medical care"),
        (
            f"Letter syndrome is a condition that affects spelling. {NOTICE}",
            "no sentence such as 'The ... gene provides instructions'",
        ),
        (f"{NOTICE} {OPENING}", "no sentence such as 'The ... gene provides instructions'"),
        (f"Function[edit]\n{OPENING}{NOTICE}", "it has headings with edit links, as wiki pages have"),
    ],
)
def test_other_pages_of_the_site_are_refused(text: str, reason: str):
    assert recognises(decode("page.txt", text.encode())).reason == reason


def test_an_autosomal_gene_with_a_recessive_disease():
    document = page(
        f"{OPENING}Mutations in the ABC1 gene cause Letter syndrome. "
        "This condition is inherited in an autosomal recessive pattern.",
        "Cytogenetic Location: 3p21.2-p21.1, which is the short arm of chromosome 3Molecular Location: base "
        "pairs 1,009 to 12,031 on chromosome 3 (Homo sapiens Updated Annotation Release 109.1, GRCh38.p13) "
        "(NCBI)Reviewed: March 2016Published: August 4, 2020",
    )
    assert recognises(document).evidence
    assert said(parse, document, "symbol", "name", "chromosome", "cytoband", "location") == [
        ("symbol", "ABC1"),
        ("name", "alphabet kinase 1"),
        ("cytoband", "3p21.2-p21.1"),
        ("chromosome", "3"),
        ("location", "GRCh38:3:1009-12031"),
    ]
    assert said(parse, document, "disease", "inheritance") == [
        ("disease", "Letter syndrome"),
        ("inheritance", "autosomal recessive"),
    ]
    assert said(parse, document, "annotation_release", "assembly", "taxon") == [
        ("taxon", "NCBITaxon:9606"),
        ("annotation_release", "NCBI Homo sapiens Updated Annotation Release 109.1"),
        ("assembly", "GRCh38.p13"),
    ]
    assert said(parse, document, "reviewed", "issued") == [("reviewed", "2016-03"), ("issued", "2020-08-04")]


@pytest.mark.parametrize(
    ("written", "facts"),
    [
        ("Xq28", [("cytoband", "Xq28"), ("chromosome", "X")]),
        ("22q11.21", [("cytoband", "22q11.21"), ("chromosome", "22")]),
        ("9q34.3.", [("cytoband", "9q34.3"), ("chromosome", "9")]),
        ("5qter", [("cytoband", "5qter"), ("chromosome", "5")]),
        ("mitochondrial DNA", []),
    ],
)
def test_a_band_begins_with_its_chromosome(written: str, facts: list[tuple[str, str]]):
    document = page(OPENING, f"Cytogenetic Location: {written}Reviewed: March 2016")
    assert said(parse, document, "cytoband", "chromosome") == facts


def test_several_regions_are_several_locations():
    document = page(
        OPENING,
        "Molecular Location: base pairs 100 to 200 on the X chromosome and base pairs 300 to 400 on the Y "
        "chromosome (Homo sapiens Annotation Release 108, GRCh38.p7) (NCBI)",
    )
    assert [(fact.value, fact.part) for fact in parse(document).facts if fact.property == "location"] == [
        ("GRCh38:X:100-200", "location:1"),
        ("GRCh38:Y:300-400", "location:2"),
    ]


def test_a_region_without_a_release_has_no_assembly():
    document = page(OPENING, "Molecular Location: base pairs 100 to 200 on chromosome 12")
    assert said(parse, document, "location", "assembly", "taxon") == [("location", "12:100-200")]


def test_names_that_run_together_are_no_prose():
    document = page(
        OPENING,
        "Other Names for This GeneABCMutations in the ABC1 gene cause Letter syndrome.Reviewed: May 2011",
    )
    assert said(parse, document, "disease", "alias", "reviewed") == [("reviewed", "2011-05")]


@pytest.mark.parametrize("written", ["February 30, 2016", "Smarch 2016", "2016", "March", "March 16"])
def test_a_date_without_month_or_year_gives_nothing(written: str):
    assert said(parse, page(OPENING, f"Reviewed: {written}"), "reviewed") == []


@pytest.mark.parametrize(
    "opening", ["The FMR1 gene contains", "The MT-ND1 gene is", "The C9orf72 gene provides"]
)
def test_the_symbol_is_read_from_the_opening(opening: str):
    assert said(parse, page(f"{opening} something."), "symbol") == [("symbol", opening.split()[1])]


def test_a_summary_without_opening_is_malformed():
    with pytest.raises(MalformedDocumentError, match=r"page\.txt:1: no sentence such as"):
        parse(page("Nothing here."))


TEXT = seed("medlineplus").text
CUT = st.tuples(
    st.integers(0, len(TEXT)),
    st.integers(0, 400),
    st.sampled_from(
        ["", "\n", ", ", "Reviewed: July 99999", "(", "[edit]", "Cytogenetic Location: ", "\u00e9", "*"]
    ),
)


@settings(deadline=None)
@given(st.lists(CUT, min_size=1, max_size=4))
def test_a_damaged_summary_is_read_or_refused(cuts: list[tuple[int, int, str]]):
    text = TEXT
    for start, length, other in cuts:
        text = text[:start] + other + text[start + length :]
    document = decode("page.txt", text.encode())
    recognises(document)
    try:
        record = parse(document)
    except MalformedDocumentError:
        return
    assert all(is_well_placed(document, fact) for fact in record.facts)
