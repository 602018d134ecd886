import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.document import Document, decode
from ingest.sources import MalformedDocumentError
from ingest.sources.wikimd import parse, recognises
from tests.ingest.sources.reading import said
from tests.seeds import is_well_placed, seed

NOTICES = """
WikiMD
Navigation: Wellness - Encyclopedia

WikiMD's Wellness Encyclopedia

Credits:Most images are courtesy of somebody, licensed under CC BY SA or similar.

"""


def page(body: str, notices: str = NOTICES, title: str = "ABC1") -> Document:
    return decode("page.txt", f"{title}\n\nFrom WikiMD's Wellness Encyclopedia\n\n{body}\n{notices}".encode())


LEAD = "ABC1 (Alphabet Kinase 1) is a gene that encodes a protein involved in DNA repair."


def test_the_seed_is_recognised_by_its_banner():
    document = seed("wikimd")
    evidence = recognises(document).evidence
    assert evidence is not None
    assert document.quote(evidence) == "From WikiMD's Wellness Encyclopedia"


@pytest.mark.parametrize(
    "body",
    [
        "Letter syndrome is a condition that affects spelling.",
        "A spoon is a tool.\n\nSee also[edit | edit source]\n\nABC1 is a gene\n",
        "",
    ],
)
def test_a_page_of_the_site_about_something_else_is_refused(body: str):
    assert recognises(page(body)).reason == "a page of WikiMD, but it does not say that it is about a gene"


def test_a_page_about_an_autosomal_gene():
    document = page(
        f"{LEAD} This gene is expressed in the liver.\n\nClinical significance[edit | edit source]\n\n"
        "Mutations in the ABC1 gene cause an autosomal recessive disorder called Letter syndrome.\n\n"
        "Location[edit]\n\nThe ABC1 gene is located on chromosome 3p21.2.\n"
    )
    assert recognises(document).evidence
    assert [(fact.subject, fact.property, fact.value) for fact in parse(document).facts] == [
        ("gene", "symbol", "ABC1"),
        ("document", "title", "ABC1"),
        ("gene", "taxon", "NCBITaxon:9606"),
        ("gene", "name", "Alphabet Kinase 1"),
        ("gene", "involved_in", "DNA repair"),
        ("gene", "expressed_in", "liver"),
        ("gene", "disease", "Letter syndrome"),
        ("disease:Letter syndrome", "inheritance", "autosomal recessive"),
        ("gene", "chromosome", "3"),
        ("gene", "cytoband", "3p21.2"),
        ("document", "license", "https://creativecommons.org/licenses/by-sa/4.0/"),
    ]


@pytest.mark.parametrize("heading", ["See also", "References", "External links"])
def test_lists_behind_the_text_are_no_prose(heading: str):
    document = page(
        f"{LEAD}\n\n{heading}[edit | edit source]\n\n* Mutations in the ABC1 gene cause Letter syndrome\n"
        "* XYZ9\n"
    )
    assert said(parse, document, "disease") == []


def test_advertising_and_notices_are_no_prose():
    document = page(LEAD, f"{NOTICES}Mutations in the ABC1 gene cause Letter syndrome.\n")
    assert said(parse, document, "disease") == []


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Contributors: Ann B. Writer, MD", ["Ann B. Writer"]),
        ("Contributors: Ann B. Writer, MD, Carl Reader, PhD, Dora", ["Ann B. Writer", "Carl Reader", "Dora"]),
        ("Contributor: Ann, , RN", ["Ann"]),
        ("Contributors: ", []),
        ("Nobody", []),
    ],
)
def test_contributors_are_named_without_their_degrees(written: str, names: list[str]):
    assert said(parse, page(LEAD, f"{NOTICES}{written}\n"), "contributor") == [
        ("contributor", name) for name in names
    ]


def test_a_licence_of_an_older_version_keeps_it():
    document = page(LEAD, "\nWikiMD\nNavigation: Wellness\n\nlicensed under CC BY-SA 3.0\n")
    assert said(parse, document, "license") == [
        ("license", "https://creativecommons.org/licenses/by-sa/3.0/")
    ]


@pytest.mark.parametrize(
    "text", ["From WikiMD's Wellness Encyclopedia\n\nABC1 is a gene.", "ABC1 is a gene."]
)
def test_a_page_without_title_is_malformed(text: str):
    with pytest.raises(MalformedDocumentError, match=r"page\.txt:1: no title over the banner"):
        parse(decode("page.txt", text.encode()))


LINES = seed("wikimd").text.splitlines(keepends=True)
EDIT = st.tuples(
    st.sampled_from(["delete", "duplicate", "insert"]),
    st.integers(0, len(LINES) - 1),
    st.sampled_from(
        ["\n", "Contributors: ,,\n", "See also[edit\n", "CC BY-SA 3.0", "(", "ABC1 (a) is a gene", "* x\n"]
    ),
)


@settings(deadline=None)
@given(st.lists(EDIT, min_size=1, max_size=5))
def test_a_damaged_page_is_read_or_refused(edits: list[tuple[str, int, str]]):
    lines = list(LINES)
    for edit, place, text in edits:
        at = place % (len(lines) or 1)
        old = lines[at : at + 1]
        lines[at : at + 1] = {"delete": [], "duplicate": old * 2, "insert": [*old, text]}[edit]
    document = decode("page.txt", "".join(lines).encode())
    recognises(document)
    try:
        record = parse(document)
    except MalformedDocumentError:
        return
    assert all(is_well_placed(document, fact) for fact in record.facts)
