import pytest

from tests.ingest.sources.gene_posts import quotes, said


@pytest.mark.parametrize(
    ("line", "curies"),
    [
        ("- HGNC: 398", ["hgnc:398"]),
        ("- HGNC ID: HGNC:398", ["hgnc:398"]),
        ("- **NCBI Entrez Gene ID:** 212", ["ncbigene:212"]),
        ("* **Ensembl**: ENSG00000158578", ["ensembl:ENSG00000158578"]),
        ("OMIM ID: *301300<br>", ["omim:301300"]),
        ("- UniProtKB/Swiss-Prot: P22557", ["uniprot:P22557"]),
        ("- Gene ID: ENSG00000158578", ["ensembl:ENSG00000158578"]),
        ("- HGNC: [HGNC:71](https://www.genenames.org/data/gene-symbol-report/#!/hgnc_id/HGNC:71))",
         ["hgnc:71"]),
        ("- OMIM: [Click](https://omim.org/entry/600003)", ["omim:600003"]),
        ("- [Ensembl](https://www.ensembl.org/Homo_sapiens/Gene/Summary?g=ENSG00000120907;r=8:1-2))",
         ["ensembl:ENSG00000120907"]),
        ("External IDs: HGNC: 6599; Entrez Gene: 89869; OMIM: 602146",
         ["hgnc:6599", "ncbigene:89869", "omim:602146"]),
        ("They include HGNC: 12518, NCBI Entrez: 55869, and UniProtKB/Swiss-Prot: Q9BXM7.",
         ["hgnc:12518", "ncbigene:55869", "uniprot:Q9BXM7"]),
        ("| HGNC | 398 |", ["hgnc:398"]),
        ("- Ensembl: ENSG123", ["ensembl:ENSG123"]),
    ],
)  # fmt: skip
def test_identifiers_are_read_in_every_spelling(line: str, curies: list[str]):
    assert said(f"## External IDs\n{line}", "xref") == curies


@pytest.mark.parametrize(
    "line",
    [
        "- OMIM: N/A",
        "- HGNC: None",
        "- OMIM: Not available",
        "- Gene ID: TEST1",
        "- HGNC: TEST1",
        "- HGNC ID: 34,675",
    ],
)
def test_placeholders_and_symbols_are_no_identifiers(line: str):
    assert said(f"## External IDs\n{line}", "xref") == []


def test_the_quote_of_an_identifier_is_its_code():
    assert quotes("## External IDs\n- HGNC: 398", "xref") == ["398"]


@pytest.mark.parametrize(
    ("body", "aliases"),
    [
        ("## Aliases\n- A12\n- B34", ["A12", "B34"]),
        ("## External IDs and Aliases\nThe gene is also known by the following aliases:\n\n- A12\n- B34",
         ["A12", "B34"]),
        ("- **Aliases:** A12, B34, and C56.", ["A12", "B34", "C56"]),
        ("Aliases include: A12; carrier family 5, member 2", ["A12", "carrier family 5, member 2"]),
        ("- Aliases: A12, receptor, nicotinic, alpha 3", ["A12", "receptor, nicotinic, alpha 3"]),
        ("- Aliases: Protease, Serine, 3, pseudogene 2", ["Protease, Serine, 3, pseudogene 2"]),
        ("- Aliases: A12, ArfGAP with coiled-coil, ankyrin repeat and PH domains 3, B34",
         ["A12", "ArfGAP with coiled-coil, ankyrin repeat and PH domains 3", "B34"]),
        ("- Aliases: follistatin, activin-binding protein", ["follistatin", "activin-binding protein"]),
        ("- Aliases: None", []),
        ("- Aliases: TEST1, ENSG00000158578", []),
    ],
)  # fmt: skip
def test_aliases_are_read_one_by_one(body: str, aliases: list[str]):
    assert said(body, "alias") == aliases


def test_a_list_of_identifiers_beside_the_aliases_names_no_alias():
    body = "## External IDs and Aliases\n- HGNC: 398\n- Genomic location: 1p36\n- Aliases: A12"
    assert said(body, "alias") == ["A12"]


@pytest.mark.parametrize(
    "line",
    ["Gene Name: testing kinase 1", "- Gene: TEST1 (testing kinase 1)", "**Name:** testing kinase 1 (TEST1)"],
)
def test_the_name_is_read_from_its_label(line: str):
    assert said(f"## Gene Information\n{line}", "name") == ["testing kinase 1"]


@pytest.mark.parametrize(
    ("line", "prop", "value"),
    [
        ("- Chromosome: 7", "chromosome", ["7"]),
        ("It is located on the X chromosome at position Xp11.21.", "cytoband", ["Xp11.21"]),
        ("It is located on the X chromosome at position Xp11.21.", "chromosome", ["X"]),
        ("- Genomic location: Chromosome 19q13.33", "chromosome", ["19"]),
        ("It is located on the long arm of chromosome 15 at position q14.", "cytoband", ["15q14"]),
        ("- Location: 16q22.1-q22.2", "cytoband", ["16q22.1-q22.2"]),
        ("- Location: chr16:1,839,746-1,929,329", "location", ["16:1839746-1929329"]),
        ("- Location (GRCh38): chr16:1,839,746-1,929,329", "location", ["GRCh38:16:1839746-1929329"]),
        ("- Location: NC_000012.12 (36330869..36450341)", "location", ["12:36330869-36450341"]),
        ("- Chromosome: 2\n- Start position: 173,568,705 bp\n- End position: 173,650,547 bp", "location",
         ["2:173568705-173650547"]),
    ],
)  # fmt: skip
def test_positions_are_read(line: str, prop: str, value: list[str]):
    assert said(f"## Genetic Position\n{line}", prop) == value
