import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.document import decode
from ingest.sources import MalformedDocumentError
from ingest.sources.wikipedia import parse, recognises
from tests.ingest.sources.wikipedia_article import BANNER, BOX, article, said, values
from tests.seeds import is_well_placed, seed


def test_the_seed_is_recognised_by_its_banner():
    document = seed("wikipedia")
    evidence = recognises(document).evidence
    assert evidence is not None
    assert document.quote(evidence) == "> Mediated Wiki article."


def test_an_article_about_something_else_is_refused():
    spoon = article("A spoon is a tool for eating.", "## History\n\nOld.\n", lead="")
    assert recognises(spoon).reason == "a mediated.wiki article without the infobox of a gene"


def test_the_banner_says_what_the_document_is():
    assert said(article(), "title", "canonical_url", "source_url", "revision", "license") == [
        ("document", "title", "ABC1"),
        ("document", "canonical_url", "https://mediated.wiki/source/ABC1"),
        ("document", "source_url", "https://en.wikipedia.org/wiki/ABC1"),
        ("document", "revision", "12345"),
        ("document", "license", "https://creativecommons.org/licenses/by-sa/4.0/"),
    ]


def test_the_description_gives_type_and_species():
    assert said(article(), "gene_type", "taxon") == [
        ("gene", "gene_type", "protein-coding"),
        ("gene", "taxon", "NCBITaxon:9606"),
    ]
    other = article(lead="Non-coding RNA in the species Homo sapiens\n\n")
    assert said(other, "gene_type") == []


def test_papers_with_and_without_identifiers():
    document = article(
        BOX,
        "Lead.\n\n## References\n\n"
        '1. **[^](#cite_ref-1)** Writer AB, Reader C (Mar 2001). "The letters of ABC1". '
        "*Journal of Letters*. **1**: "
        "**1**: 3–4. [PMID](/source/PMID_(identifier)) [111](https://pubmed.ncbi.nlm.nih.gov/111).\n\n"
        '1. **[^](#cite_ref-2)** ["A page without codes"](https://example.org/). *A site*.\n\n'
        "## Further reading\n\n"
        '- Solo A (14 Feb 1999). ["A linked title"](https://doi.org/10.1000%2F1). *Letters*. **2**: 5. '
        "[doi](/source/Doi_(identifier)):[10.1000/1](https://doi.org/10.1000%2F1). "
        "[PMC](/source/PMC_(identifier)) "
        "[77](https://www.ncbi.nlm.nih.gov/pmc/articles/PMC77).\n\n"
        '- Third B (2005). "Only in the archive". *Letters*. **3**: 6. [PMC](/source/PMC_(identifier)) '
        "[88](https://www.ncbi.nlm.nih.gov/pmc/articles/PMC88).\n",
    )
    cited = [(fact.value, fact.part) for fact in parse(document).facts if fact.property == "citation"]
    assert cited == [
        ("pubmed:111", "publication:1"),
        ("doi:10.1000/1", "publication:2"),
        ("pmc:PMC88", "publication:3"),
    ]
    assert said(document, "author", "date", "journal") == [
        ("publication:1", "author", "Writer AB, Reader C"),
        ("publication:1", "date", "2001-03"),
        ("publication:1", "journal", "Journal of Letters"),
        ("publication:2", "author", "Solo A"),
        ("publication:2", "date", "1999-02-14"),
        ("publication:2", "journal", "Letters"),
        ("publication:3", "author", "Third B"),
        ("publication:3", "date", "2005"),
        ("publication:3", "journal", "Letters"),
    ]
    assert said(document, "title")[1:] == [
        ("publication:1", "title", "The letters of ABC1"),
        ("publication:2", "title", "A linked title"),
        ("publication:3", "title", "Only in the archive"),
    ]
    assert values(document, "publication:2", "xref") == ["pmc:PMC77"]


@pytest.mark.parametrize(
    ("written", "date"),
    [("2008", "2008"), ("Sep 2008", "2008-09"), ("September 2008", "2008-09"), ("Spring 2008", "2008"),
     ("31 Feb 2008", "2008-02"), ("99 Jan 2008", "2008-01")],
)  # fmt: skip
def test_a_date_says_no_more_than_can_be(written: str, date: str):
    entry = (
        f'- Solo A ({written}). "Title". *Letters*. [PMID](/source/PMID_(identifier)) [1](https://e.org/1).\n'
    )
    assert values(article(BOX, f"## Further reading\n\n{entry}"), "publication:1", "date") == [date]


def test_prose_is_read_and_lists_behind_it_are_not():
    cause = "Mutations in the ABC1 gene cause"
    document = article(
        BOX,
        f"{cause} [glaucoma](/source/Glaucoma).[3]\n\n## Disease\n\n{cause} Leigh syndrome.\n\n"
        f"## See also\n\n- {cause} cystic fibrosis.\n\n## External links\n\n"
        "- [ABC1](https://example.org/a_(b)) at a site\n- [inside](/source/Inside)\n",
    )
    assert values(document, "gene", "disease") == ["glaucoma", "Leigh syndrome"]
    assert values(document, "gene", "external_link") == ["https://example.org/a_(b)"]


def test_links_of_boxes_notices_and_licences_are_not_links_of_the_gene():
    document = article(
        BOX,
        "## External links\n\n- [ABC1](https://example.org/1) at a site\n\n"
        "*This article incorporates [text](https://example.org/2).*\n\nv t e Letters\n\n"
        "- [v](https://en.wikipedia.org/wiki/Template:Letters)\n\n---\n"
        "Available under [a licence](https://creativecommons.org/licenses/by-sa/4.0/).\n",
    )
    assert values(document, "gene", "external_link") == ["https://example.org/1"]


@pytest.mark.parametrize(
    "text", ["> Mediated Wiki article.\n", BANNER + BOX[4:], f"# ABC1\n\n{BANNER[8:]}No box.\n", f"{BOX}\n"]
)
def test_an_article_without_title_or_box_is_malformed(text: str):
    with pytest.raises(MalformedDocumentError, match=r"page\.md:1: an article without title"):
        parse(decode("page.md", text.encode()))


LINES = seed("wikipedia").text.splitlines(keepends=True)
EDIT = st.tuples(
    st.sampled_from(["delete", "duplicate", "insert", "cut", "join"]),
    st.integers(0, len(LINES) - 1),
    st.sampled_from(
        [
            "\n",
            "## References\n",
            "# \n",
            "- [a](http://b)\n",
            " Identifiers Aliases \n",
            "n/a",
            "> Source: x\n",
        ]
    ),
)


def edited(old: list[str], edit: str, text: str) -> list[str]:
    line = "".join(old)
    ends = {"delete": [], "duplicate": old * 2, "insert": [*old, text], "cut": [line[: len(line) // 2]]}
    return ends.get(edit, [line.rstrip("\n")])


@settings(deadline=None)
@given(st.lists(EDIT, min_size=1, max_size=5))
def test_a_damaged_article_is_read_or_refused(edits: list[tuple[str, int, str]]):
    lines = list(LINES)
    for edit, place, text in edits:
        at = place % (len(lines) or 1)
        lines[at : at + 1] = edited(lines[at : at + 1], edit, text)
    document = decode("page.md", "".join(lines).encode())
    recognises(document)
    try:
        record = parse(document)
    except MalformedDocumentError:
        return
    assert all(is_well_placed(document, fact) for fact in record.facts)
