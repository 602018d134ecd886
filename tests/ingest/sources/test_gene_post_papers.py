import pytest

from ingest.sources.gpt3_gene_post import parse
from tests.ingest.sources.gene_posts import post, said

PAPER = {
    "title": ["A study of the TEST1 gene in anemia"],
    "author": ["Li N, et al."],
}


@pytest.mark.parametrize(
    "body",
    [
        "- Subject: A study of the TEST1 gene in anemia\n- Author: Li N, et al.\n- DOI: 10.1000/ab(1)2",
        "- **Author:** Li N, et al.\n  - **Title:** A study of the TEST1 gene in anemia.\n"
        "  - **DOI:** 10.1000/ab(1)2",
        "1. Subject: \"A study of the TEST1 gene in anemia\"; Author: Li N, et al.; DOI: 10.1000/ab(1)2",
        '- "A study of the TEST1 gene in anemia" by Li N, et al. DOI: 10.1000/ab(1)2',
        "- Li N, et al. (2019). A study of the TEST1 gene in anemia. Test Journal, 3(2). doi:10.1000/ab(1)2",
        "- Li N, et al. A study of the TEST1 gene in anemia. J Test. 2019;3(2):1-2. doi: 10.1000/AB(1)2.",
        "- Li N, et al. [A study of the TEST1 gene in anemia](https://doi.org/10.1000/ab(1)2))",
        "- Title: A study of the TEST1 gene in anemia\n  Authors: Li N, et al.\n"
        "  DOI link: [Click](https://doi.org/10.1000/ab(1)2)",
    ],
)  # fmt: skip
def test_a_paper_is_read_in_every_form(body: str):
    body = f"## Related Papers\n{body}"
    assert said(body, "citation") == ["doi:10.1000/ab(1)2"]
    assert {name: said(body, name, "publication:1") for name in PAPER} == PAPER


def test_papers_are_numbered_in_their_order():
    body = (
        "## References\n- Title: One title here\n- DOI: 10.1000/1\n\n- Title: Other title\n- DOI: 10.1000/2"
    )
    parts = [fact.part for fact in parse(post(body)).facts if fact.property == "citation"]
    assert parts == ["publication:1", "publication:2"]


def test_the_codes_of_one_paper_are_one_publication():
    body = "## Papers\n- Li N. A title for tests. J Test. 2001;2. doi: 10.1000/1. PMID: 1234567; PMC12345."
    assert said(body, "citation") == ["doi:10.1000/1", "pubmed:1234567"]
    assert said(body, "xref", "publication:1") == ["pmc:PMC12345"]
    assert said(body, "journal", "publication:1") == ["J Test"]
    assert said(body, "date", "publication:1") == ["2001"]


@pytest.mark.parametrize(
    "line",
    ["- DOI: N/A", "- Author Name. Title. Journal Name. Year. DOI: [link](URL)", "No related papers found."],
)
def test_a_form_that_nobody_filled_in_is_no_paper(line: str):
    facts = parse(post(f"## Related Papers\n{line}")).facts
    assert not [fact for fact in facts if "publication" in (fact.subject + fact.part)]


def test_a_malformed_doi_stays_a_claim():
    assert said("## Related Papers\n- Title: Some title\n- DOI: 10.1002gcc.22299", "citation") == [
        "doi:10.1002gcc.22299"
    ]
