"""What sentences say, and what they do not say: all of them made up, about genes that exist or not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest import prose
from ingest.document import Document, Span
from ingest.record import Fact
from tests.ingest.sentences import quotes, read, said, values


@pytest.mark.parametrize("symbol", ["abc1", "C3orf17", "HLA-DRB1", "MT-ND1"])
def test_symbols_need_not_be_capitals(symbol: str):
    text = f"Mutations in the {symbol} gene cause Leigh syndrome."
    assert values(text, "disease", symbol) == ["Leigh syndrome"]


@pytest.mark.parametrize(
    "text",
    [
        "Mutations in the XYZ9 gene cause cystic fibrosis and Leigh syndrome.",
        "Mutations in the ABC1 gene do not cause Leigh syndrome.",
        "It is unclear whether mutations in the ABC1 gene cause Leigh syndrome.",
        "Mutations in the ABC1 gene may cause Leigh syndrome.",
        "Mutations in the ABC1 gene are thought to cause Leigh syndrome.",
        "Mice with mutations in the ABC1 gene have Leigh syndrome.",
        "Mutations in the ABC1 gene cause Leigh syndrome in mice.",
        "XYZ9 encodes letterin, an enzyme that sorts.",
        "The XYZ9 gene provides instructions for making an enzyme called alphabet kinase 9.",
        "XYZ9 (Alphabet Kinase 9) is a gene.",
        "The XYZ9 gene is located on chromosome 3p21.",
        "The XYZ9 gene is expressed in the liver.",
        "The ABC1 gene is not expressed in the liver.",
        "The mouse ABC1 gene is expressed in the liver.",
        "XYZ9 plays a role in DNA repair.",
        "The encoded protein is not involved in DNA repair.",
        "The encoded protein is possibly located in the nucleus.",
        "Mutations in the ABC1 gene cause several genetic disorders.",
        "Mutations in the ABC1 gene cause changes in the growth of cells.",
        "This gene is expressed in various tissues.",
        "Nothing is known.",
        "",
    ],
)
def test_what_is_denied_supposed_or_said_of_something_else_gives_nothing(text: str):
    assert said(text) == []


def test_after_another_gene_was_named_this_gene_is_no_longer_ours():
    text = "Mutations in the XYZ9 gene are frequent. Mutations in this gene cause Leigh syndrome."
    assert said(text) == []
    again = f"{text} The ABC1 gene is near. Mutations in this gene cause cystic fibrosis."
    assert values(again, "disease") == ["cystic fibrosis"]


def test_headings_and_citations_are_no_prose():
    said_so = "Mutations in the ABC1 gene cause Leigh syndrome"
    assert said(f"# {said_so}") == []
    assert said(f"- Smith J et al. {said_so}") == []
    assert said(f"{said_so} (2009). Journal of Letters. doi: 10.1000/1") == []
    assert values(f"- **Disease:** {said_so}.", "disease") == ["Leigh syndrome"]


def test_markup_is_left_out_of_values_and_kept_in_quotes():
    text = "Mutations in this gene cause [Leigh](/source/Leigh) *syndrome*.[2]"
    assert values(text, "disease") == ["Leigh syndrome"]
    assert quotes(text, "disease") == ["[Leigh](/source/Leigh) *syndrome*"]
    assert [fact.written for fact in read(text)] == ["Leigh syndrome"]


def test_a_thing_said_twice_is_one_fact():
    assert values(
        "This gene is expressed in liver. This gene is expressed in the liver.", "expressed_in"
    ) == ["liver"]


def assert_quoted(document: Document, facts: list[Fact], span: Span) -> None:
    for fact in facts:
        assert span.start <= fact.span.start < fact.span.end <= span.end
        assert document.quote(fact.span).strip()
        assert fact.value.strip()
        assert fact.subject


PIECES = st.sampled_from(
    [
        "Mutations in the ABC1 gene cause ",
        "At least 50 mutations that cause ",
        "a form of porphyria known as ",
        "Leigh syndrome",
        " and ",
        ", ",
        "(anemia)",
        " have been identified in the ABC1 gene",
        "This condition is characterized by ",
        "seizures",
        ". ",
        "\n\n",
        "- ",
        "**",
        "[heme](/x)",
        "[",
        "](",
        "[1]",
        "ABC1 (",
        ") is a gene",
        "The ABC1 gene is located on ",
        "chromosome 3p21.2",
        " expressed only in the liver",
        "The encoded protein",
        " is involved in DNA repair",
        " is a protein that in humans is encoded by the ABC1 gene",
        "The ABC1 gene provides instructions for making an enzyme called ",
    ]
)


@settings(deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=30).map("".join), st.data())
def test_any_text_is_read_and_every_span_quotes_some_of_it(text: str, data: st.DataObject):
    document = Document("page.txt", text, "", len(text), (0,))
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    symbol = data.draw(st.one_of(st.just("ABC1"), st.text(max_size=5)))
    assert_quoted(document, prose.read(document, span, symbol), span)
