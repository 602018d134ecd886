"""How single values of a ChickyBase page are read: pictures, links, orthologs and synonyms."""

import pytest

from ingest.document import Document, decode
from ingest.record import GeneRecord
from ingest.sources.chickybase import parse


def page(front: str, body: str = "") -> Document:
    return decode("page.md", f"---\nsymbol: ALAS2\nimages: []\n{front}---\n{body}".encode())


def values(record: GeneRecord, subject: str, prop: str) -> list[str]:
    return [fact.value for fact in record.facts if (fact.subject, fact.property) == (subject, prop)]


def test_pictures_in_groups_of_stages_are_read_alike():
    record = parse(
        page(
            "expression_data:\n- entries:\n  - comments: Quail\n    location: Heart, Eye\n    locations:\n"
            "    - Heart\n    - Eye\n    - Gut\n    source: Publication\n    source_label: Lewis 2004\n"
            "    stage: stage 14\n  stage_range: 13-18\n"
            "- entries:\n  - image_url: a.jpg\n  stage_range: X-XIV\n"
        )
    )
    assert values(record, "observation:0", "expressed_in") == ["Heart", "Eye", "Gut"]
    assert values(record, "observation:0", "source") == ["Lewis 2004"]
    assert values(record, "observation:0", "caption") == ["Quail"]
    assert values(record, "observation:1", "stage") == ["X-XIV"]
    assert values(record, "observation:1", "image") == ["a.jpg"]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("stage 4", "HH4"),
        ("HH 18", "HH18"),
        ("stage 46", "HH46"),
        ("stage 47", "stage 47"),
        ("stage 1419", "stage 1419"),
        ("stage 14-19", "stage 14-19"),
        ("stage XII", "stage XII"),
        ("unknown", "unknown"),
    ],
)
def test_a_stage_is_a_number_of_hamburger_and_hamilton_or_what_was_written(written: str, value: str):
    record = parse(decode("a.md", f"---\nsymbol: X\nimages:\n- stage: {written}\n---\n".encode()))
    assert values(record, "observation:0", "stage") == [value]


@pytest.mark.parametrize(
    ("name", "symbols"),
    [
        ("R503.ALAS1.S4.002.jpg", ["ALAS1"]),
        ("R484.ADAM19.S26002.jpg", ["ADAM19"]),
        ("R12.NKX2.5.S18AA.001.jpg", ["NKX2.5"]),
        ("Lin.fig1.ADAM9.U.ST37.jpg", []),
        ("451325_0.jpg", []),
        ("", []),
    ],
)
def test_a_symbol_is_read_from_names_of_geisha_pictures_alone(name: str, symbols: list[str]):
    address = f"https://example.org/thumbs/{name}"
    record = parse(decode("a.md", f"---\nsymbol: X\nimages:\n- thumbnail_url: {address}\n---\n".encode()))
    assert values(record, "observation:0", "image_symbol") == symbols


def test_no_place_is_no_claim():
    record = parse(
        decode("a.md", b"---\nsymbol: X\nimages:\n- location: null\n- location: Not specified\n---\n")
    )
    assert [fact for fact in record.facts if fact.property == "expressed_in"] == []


def test_labels_may_hold_no_break_spaces():
    record = parse(page("external_ids:\n  Molecular\u00a0Function: http://amigo.org/amigo/term/GO:0003870\n"))
    assert values(record, "gene", "enables") == ["GO:0003870"]


def test_links_are_read_by_label_and_address():
    links = {
        "Genomic Map": "http://www.ncbi.nlm.nih.gov/gene/428997",
        "Fruit Fly": "http://www.ncbi.nlm.nih.gov/gene/40620",
        "BDGP": "http://insitu.fruitfly.org/cgi-bin/ex/report.pl?ftype=2&ftext=FBgn0259212",
        "Sequence Information": "http://www.ncbi.nlm.nih.gov/entrez/viewer.fcgi?val=NC_006089",
        "In Situ Hybridization": "https://geisha.arizona.edu/geisha/#",
        "Citation": "http://www.ncbi.nlm.nih.gov/pubmed/25063452",
        "Probe": "www.example.org/probe",
        "Copyright": "(c) 2009 A Publisher",
        "Comments": "Images provided by the authors.",
        "X-XIV": "stage XII",
    }
    front = "".join(f"  {label}: {address!r}\n" for label, address in links.items())
    record = parse(page(f"external_ids:\n{front}"))
    assert values(record, "gene", "xref") == ["ncbigene:428997"]
    assert values(record, "gene", "ortholog") == ["ncbigene:40620"]
    assert values(record, "ortholog:7227", "xref") == ["ncbigene:40620", "flybase:FBgn0259212"]
    assert values(record, "gene", "citation") == ["pubmed:25063452"]
    assert values(record, "gene", "external_link") == [links["Sequence Information"], links["Probe"]]
    assert values(record, "document", "license_note") == ["(c) 2009 A Publisher"]
    assert values(record, "document", "comment") == ["Images provided by the authors.", "X-XIV: stage XII"]


def test_an_identifier_is_written_in_its_address():
    record = parse(page("external_ids:\n  KEGG: http://www.genome.jp/dbget-bin/www_bget?gga:552895\n"))
    assert [fact.written for fact in record.facts if fact.property == "xref"] == ["gga:552895"]


def test_a_row_of_blanks_is_no_ortholog():
    blank = "orthologs:\n- {ensembl: '', entrez: '', mod: '', phenotypes: '', species: Fruit Fly}\n"
    assert [fact for fact in parse(page(blank)).facts if fact.subject.startswith("ortholog")] == []


def test_without_an_entrez_gene_the_ensembl_gene_is_the_ortholog():
    front = "orthologs:\n- {ensembl: 'ENSDARG00000000001', entrez: '', mod: 'odd', species: Zebrafish}\n"
    record = parse(page(front))
    assert values(record, "gene", "ortholog") == ["ensembl:ENSDARG00000000001"]
    assert values(record, "ortholog:7955", "xref") == ["ensembl:ENSDARG00000000001", "zfin:odd"]


def test_synonyms_are_split_at_bars_and_at_commas_that_are_not_part_of_a_name():
    record = parse(
        page("synonyms: MOP, OPN4-2|phosphoinositide-3-kinase, class 2, alpha polypeptide|factor, ATF-like\n")
    )
    expected = ["MOP", "OPN4-2", "phosphoinositide-3-kinase, class 2, alpha polypeptide", "factor, ATF-like"]
    assert values(record, "gene", "alias") == expected


@pytest.mark.parametrize("written", ["ATTAACCCTC", "5’-ATTAACCCTC-3’", "5'- ATTAA CCCTC - 3'", "ATTAA CCCTC"])
def test_a_primer_is_its_sequence_from_5_to_3_alone(written):
    record = parse(page(f'reverse_primer: "{written}"\n'))
    assert values(record, "gene", "reverse_primer") == ["ATTAACCCTC"]
