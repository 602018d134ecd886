import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.document import UnreadableDocumentError, decode, read
from ingest.sources import MalformedDocumentError
from ingest.sources.gpt3_gene_post import KIND, parse, recognises
from tests.ingest.sources.gene_posts import CLOSING, FRONT, post, quotes, said
from tests.seeds import is_well_placed, seed, shared


def test_the_seed_is_recognised_by_its_closing_line():
    document = seed(KIND.name)
    evidence = recognises(document).evidence
    assert evidence is not None
    assert document.quote(evidence) == CLOSING.strip("*_")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (f"# TEST1\n{CLOSING}", "no front matter"),
        (f"---\ncategories: Github\n---\n{CLOSING}", "the front matter does not say categories: Gene"),
        (
            f"---\ntitle: a\n---\ncategories: Gene\n{CLOSING}",
            "the front matter does not say categories: Gene",
        ),
        ("---\ncategories: Gene\n---\nA human wrote this.", "no closing line says that GPT-3 wrote it"),
    ],
)
def test_other_posts_are_refused(text: str, reason: str):
    answer = recognises(decode("a.md", text.encode()))
    assert (answer.evidence, answer.reason) == (None, reason)


def test_the_document_says_its_title_day_author_category_and_tags():
    facts = [(f.property, f.value) for f in parse(post("")).facts if f.subject == "document"]
    assert facts == [
        ("title", "TEST1"),
        ("category", "Gene"),
        ("tag", "A"),
        ("tag", "B"),
        ("issued", "2023-05-10"),
        ("generated_by", "GPT-3"),
    ]


def test_a_title_with_spaces_is_the_symbol_that_the_body_writes_with_hyphens():
    document = post("# Gene HLA-B", FRONT.replace("TEST1", "HLA B"))
    assert [fact.value for fact in parse(document).facts if fact.property == "symbol"] == ["HLA-B"]


def test_the_species_is_quoted_where_the_post_names_it():
    assert quotes("It is found in humans.", "taxon") == ["humans"]
    assert quotes("It is a gene.", "taxon") == [CLOSING.strip("*_")]


def test_labels_open_sections_like_headings():
    body = "**Somatic SNVs/InDels:** None\n\n**Related Disease:**\n- Malaria\n\n**Drug Response:** N/A"
    assert said(body, "absent") == ["somatic variant", "drug response"]
    assert said(body, "disease") == ["Malaria"]


def test_a_table_of_two_columns_is_lines_with_labels():
    body = "| Related disease | Malaria; Epilepsy |\n| Aliases | A12, B34 |"
    assert said(body, "disease") == ["Malaria", "Epilepsy"]
    assert said(body, "alias") == ["A12", "B34"]


def test_instructions_say_nothing_of_the_gene():
    assert said("## Instructions\n- HGNC: 398\n- Aliases: A12", "xref") == []


def test_script_is_text():
    assert said("<script>alert('HGNC: x')</script>\n\n<img src=x onerror=alert(1)>", "xref") == []


def test_the_facts_of_the_seed():
    document = seed(KIND.name)
    record = parse(document)
    values = {(fact.property, fact.value) for fact in record.facts}
    assert {
        ("symbol", "ALAS2"),
        ("chromosome", "X"),
        ("cytoband", "Xp11.21"),
        ("alias", "DKFZp686L20217"),
        ("xref", "ensembl:ENSG00000102010"),
        ("variant", "p.Gly170Arg"),
        ("disease", "X-linked sideroblastic anemia"),
        ("treatment", "bone marrow transplant"),
        ("absent", "somatic variant"),
        ("citation", "doi:10.3109/10428199209057385"),
    } <= values
    assert all(is_well_placed(document, fact) for fact in record.facts)


def test_a_post_that_cannot_be_read_names_the_line():
    with pytest.raises(MalformedDocumentError, match=r"post\.md:3: "):
        parse(post("", "---\ntitle: a\ntitle: b\n---\n"))
    with pytest.raises(MalformedDocumentError, match="the front matter holds no title"):
        parse(post("", "---\ncategories: Gene\n---\n"))


def test_a_text_far_longer_than_a_post_is_malformed():
    with pytest.raises(MalformedDocumentError, match="longer than 100000 characters"):
        parse(post("a " * 60_000))


@pytest.mark.parametrize(
    ("unit", "facts"),
    [
        ("HGNC: 1,", [("xref", "hgnc:1")]),
        ("a, ", [("alias", "a")]),
        ("[", []),
        ("(", []),
        ("**", []),
        ("10.1000/(", []),
        ("treatments such as ", []),
    ],
)
def test_a_line_of_nothing_but_openings_says_only_what_it_says_once(unit: str, facts: list[tuple[str, str]]):
    silent = parse(post("## Aliases\n")).facts
    found = parse(post("## Aliases\n" + unit * (20_000 // len(unit)))).facts
    known = {(fact.property, fact.value) for fact in silent}
    assert [pair for fact in found if (pair := (fact.property, fact.value)) not in known] == facts


def test_every_post_of_the_corpus_is_read_or_refused():
    refused = 0
    for path in sorted(shared("corpora/gene_posts").iterdir()):
        document = read(path)
        answer = recognises(document)
        if answer.evidence is None:
            refused += 1
            assert answer.reason
            continue
        assert all(is_well_placed(document, fact) for fact in parse(document).facts), path.name
    assert refused == 3


SEED_LINES = seed(KIND.name).text.split("\n")


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(range(len(SEED_LINES))), max_size=6),
    st.integers(0, len(SEED_LINES) - 1),
    st.text(alphabet="|-*_#:[](){}\\'\"`<>.,; \tars12pcVI\n0É", max_size=30),
)
def test_a_mutated_seed_is_read_or_called_malformed(dropped: list[int], place: int, noise: str):
    lines = [line for number, line in enumerate(SEED_LINES) if number not in dropped]
    lines.insert(min(place, len(lines)), noise)
    try:
        document = decode("mutated.md", "\n".join(lines).encode())
        recognises(document)
        facts = parse(document).facts
    except (MalformedDocumentError, UnreadableDocumentError):
        return
    assert all(0 <= fact.span.start < fact.span.end <= len(document.text) for fact in facts)
