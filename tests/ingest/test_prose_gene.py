"""What sentences say of the gene itself: its names, its place, its processes, where it is active."""

import pytest

from tests.ingest.sentences import quotes, said, values


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The ABC1 gene provides instructions for making an enzyme called alphabet kinase 1.",
            ["alphabet kinase 1"],
        ),
        (
            "The ABC1 gene provides instructions for making a protein called letterin or spelling factor.",
            ["letterin", "spelling factor"],
        ),
        ("This gene encodes letterin, an enzyme that sorts.", ["letterin"]),
        ("ABC1 encodes the alphabet kinase 1, a protein of the nucleus.", ["alphabet kinase 1"]),
    ],
)
def test_what_the_gene_encodes_is_its_product_and_a_name(text: str, names: list[str]):
    assert values(text, "encodes") == names
    assert values(text, "name") == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ABC1 (Alphabet Kinase 1) is a gene on chromosome 3.", ["Alphabet Kinase 1"]),
        ("ABC1 stands for alphabet kinase 1.", ["alphabet kinase 1"]),
    ],
)
def test_a_symbol_written_out_is_a_name(text: str, names: list[str]):
    assert values(text, "name") == names
    assert values(text, "encodes") == []


def test_the_first_sentence_of_an_encyclopedia_gives_name_and_aliases():
    text = (
        "**Alphabet kinase 1** also known as **letterin** is a protein that in humans is encoded by *ABC1*."
    )
    assert said(text) == [
        ("gene", "name", "Alphabet kinase 1"),
        ("gene", "encodes", "Alphabet kinase 1"),
        ("gene", "alias", "letterin"),
        ("gene", "taxon", "NCBITaxon:9606"),
    ]
    assert quotes(text, "alias") == ["letterin"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The ABC1 gene is located on the X chromosome at position Xq28.",
            [("chromosome", "X"), ("cytoband", "Xq28")],
        ),
        ("ABC1 is located on chromosome 3p21.2.", [("chromosome", "3"), ("cytoband", "3p21.2")]),
        ("The ABC1 gene is found on the Y chromosome.", [("chromosome", "Y")]),
        ("This gene is mapped to chromosome 17q21.", [("chromosome", "17"), ("cytoband", "17q21")]),
        ("The human ABC1 gene is long.", [("taxon", "NCBITaxon:9606")]),
    ],
)
def test_a_place_is_chromosome_and_band(text: str, found: list[tuple[str, str]]):
    assert said(text) == [("gene", *pair) for pair in found]


@pytest.mark.parametrize(
    ("text", "process"),
    [
        ("This gene encodes a protein involved in DNA repair.", "DNA repair"),
        ("The encoded protein plays a role in the breakdown of fats.", "breakdown of fats"),
        ("The encoded enzyme catalyzes the first step in the urea cycle.", "urea cycle"),
        (
            "ABC1 is a gene that encodes an enzyme involved in the third step of the sugar pathway.",
            "sugar pathway",
        ),
    ],
)
def test_a_process_is_what_the_product_takes_part_in(text: str, process: str):
    assert values(text, "involved_in") == [process]


@pytest.mark.parametrize(
    ("text", "component"),
    [
        ("The encoded protein is localized in the nucleus.", "nucleus"),
        ("The product of this gene is found in the mitochondria.", "mitochondrion"),
        ("The encoded protein is located in the lysosomes.", "lysosome"),
        ("The product of this gene is a mitochondrially located enzyme.", "mitochondrion"),
    ],
)
def test_a_component_of_the_cell_is_given_in_the_singular(text: str, component: str):
    assert values(text, "located_in") == [component]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("This gene is expressed in the liver.", ["liver"]),
        ("ABC1 is highly expressed in liver, kidneys, and testes.", ["liver", "kidney", "testis"]),
        ("This gene is expressed in nerve cells of the spinal cord.", ["nerve cell", "spinal cord"]),
        ("The encoded protein is expressed at high levels in the retina.", ["retina"]),
    ],
)
def test_places_of_expression_are_listed_in_the_singular(text: str, places: list[str]):
    assert values(text, "expressed_in") == places
    assert values(text, "expressed_only_in") == []


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("This enzyme is found only in developing nerve cells called neuroblasts.", "neuroblast"),
        ("This version of the protein is found only in white blood cells called monocytes.", "monocyte"),
        ("This gene is exclusively expressed in the testes.", "testis"),
        ("This gene is expressed only in the placenta.", "placenta"),
    ],
)
def test_what_is_found_only_in_one_place_is_said_to_be(text: str, cell: str):
    assert said(text) == [("gene", "expressed_in", cell), ("gene", "expressed_only_in", cell)]
