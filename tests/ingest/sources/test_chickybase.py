import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.document import Document, UnreadableDocumentError, decode, read
from ingest.record import GeneRecord
from ingest.sources import MalformedDocumentError
from ingest.sources.chickybase import parse, recognises
from tests.seeds import is_well_placed

SEEDS = Path(__file__).parents[3] / "seeds"
SEED = SEEDS / "alas2-chickybase.md"
SHARED = Path(os.environ.get("GENELORE_SHARED", ""))


def page(front: str, body: str = "") -> Document:
    return decode("page.md", f"---\nsymbol: ALAS2\nimages: []\n{front}---\n{body}".encode())


def values(record: GeneRecord, subject: str, prop: str) -> list[str]:
    return [fact.value for fact in record.facts if (fact.subject, fact.property) == (subject, prop)]


def quotes(document: Document, subject: str, prop: str) -> list[str]:
    facts = parse(document).facts
    return [document.quote(fact.span) for fact in facts if (fact.subject, fact.property) == (subject, prop)]


def test_the_seed_is_recognised_by_its_symbol():
    document = read(SEED)
    evidence = recognises(document).evidence
    assert evidence is not None
    assert document.quote(evidence) == "symbol: ALAS2"


def test_front_matter_of_something_else_is_refused():
    recipe = decode("a.md", b"---\ntitle: Soup\n---\nsymbol: ALAS2\nimages:\n")
    assert recognises(recipe).reason == "the front matter has no symbol and no list of images or orthologs"
    post = decode("a.md", b"---\nlayout: post\nsymbol: ALAS2\nimages: []\n---\n")
    assert recognises(post).evidence is None


def test_the_gene_of_the_seed():
    record = parse(read(SEED))
    assert values(record, "gene", "symbol") == ["ALAS2"]
    assert values(record, "gene", "taxon") == ["NCBITaxon:9031"]
    assert values(record, "gene", "xref") == [
        "ncbigene:451325",
        "cgnc:2897",
        "geisha:451325",
        "ensembl:ENSGALG00000003948",
        "kegg.genes:gga:552895",
        "refseq:NM_001018012",
    ]
    assert values(record, "gene", "enables") == ["GO:0003870"]
    assert values(record, "gene", "involved_in") == ["GO:0006783"]
    assert values(record, "gene", "located_in") == ["GO:0005829"]
    assert values(record, "gene", "template_length") == ["823"]
    assert len(values(record, "gene", "alias")) == 10


def test_the_orthologs_of_the_seed():
    document = read(SEED)
    record = parse(document)
    orthologs = [(fact.value, fact.part) for fact in record.facts if fact.property == "ortholog"]
    assert orthologs == [
        ("ncbigene:37815", "ortholog:7227"),
        ("ncbigene:211", "ortholog:9606"),
        ("ncbigene:11655", "ortholog:10090"),
        ("ncbigene:493434", "ortholog:xenopus"),
        ("ncbigene:444480", "ortholog:xenopus"),
        ("ncbigene:64608", "ortholog:7955"),
    ]
    assert values(record, "ortholog:7227", "xref") == ["ncbigene:37815", "flybase:FBgn0020764"]
    assert values(record, "ortholog:9606", "xref")[1:] == ["ensembl:ENSG00000023330", "omim:125290"]
    assert values(record, "ortholog:10090", "xref")[2:] == ["mgi:87989"]
    assert values(record, "ortholog:7955", "xref")[2:] == ["zfin:ZDB-GENE-001229-2"]
    assert quotes(document, "ortholog:xenopus", "xref") == ["493434", "444480", "975178"]
    assert values(record, "ortholog:xenopus", "xref")[2:] == ["xenbase:XB-GENE-975178"]


def test_each_place_of_a_folded_list_has_its_own_span():
    document = read(SEED)
    assert values(parse(document), "observation:5", "expressed_in")[4:6] == [
        "Hindbrain",
        "Intermediate Mesoderm",
    ]
    assert quotes(document, "observation:20", "expressed_in")[-1] == "Spinal Ganglia and\n    Nerves"
    assert values(parse(document), "observation:20", "expressed_in")[-1] == "Spinal Ganglia and Nerves"


def test_a_picture_of_the_seed_carries_another_symbol():
    document = read(SEED)
    assert values(parse(document), "observation:4", "image_symbol") == ["ALAS1"]
    assert quotes(document, "observation:4", "image_symbol") == ["ALAS1"]
    assert values(parse(document), "observation:4", "stage") == ["HH6"]


def test_the_body_of_the_seed_says_nothing_else():
    record = parse(read(SEED))
    assert record.findings == ()
    assert max(fact.span.end for fact in record.facts) <= SEED.read_text().index("\n---\n\n#")


def test_a_body_that_disagrees_is_said_and_found():
    document = page(
        "name: synthase 2\nexternal_ids:\n  KEGG: http://www.genome.jp/dbget-bin/www_bget?gga:1\n"
        "orthologs:\n- {ensembl: '', entrez: '211', mod: 'MIM:125290', species: Human}\n",
        "\n# ALAS1\n\n**synthase 1**\n\n## External Links\n\n"
        "- [KEGG](http://www.genome.jp/dbget-bin/www_bget?gga:2\n)\n\n## Orthologs\n\n"
        "| Species | Ensembl | Entrez | MOD | Phenotypes |\n| --- | --- | --- | --- | --- |\n"
        "| Human |  | [211](https://www.ncbi.nlm.nih.gov/gene/212) "
        "| [MIM:125290](https://omim.org/entry/125290) | pale |\n",
    )
    record = parse(document)
    assert values(record, "gene", "symbol") == ["ALAS2", "ALAS1"]
    assert values(record, "gene", "xref") == ["kegg.genes:gga:1", "kegg.genes:gga:2"]
    assert values(record, "gene", "ortholog") == ["ncbigene:211", "ncbigene:212"]
    assert values(record, "ortholog:9606", "ortholog_phenotype") == ["pale"]
    assert {finding.rule for finding in record.findings} == {"body-disagrees"}
    assert record.findings[0].message == (
        "line 11 of the body gives 'ALAS1' as symbol of gene; the front matter gives 'ALAS2' (line 2)"
    )
    assert [document.quote(finding.span) for finding in record.findings][:2] == ["ALAS1", "synthase 1"]
    assert any(finding.message.endswith("the front matter gives none") for finding in record.findings)


def test_a_document_that_cannot_be_read_names_the_line():
    with pytest.raises(MalformedDocumentError, match=r"page.md:4: the key 'symbol' occurs twice"):
        parse(page("symbol: ALAS1\n"))


@pytest.mark.skipif("GENELORE_SHARED" not in os.environ, reason="no corpora at hand (GENELORE_SHARED)")
@pytest.mark.parametrize("folder", ["chickybase", "chickybase_older"])
def test_every_page_of_the_corpora_is_read(folder: str):
    paths = sorted((SHARED / "corpora" / folder).glob("*.md"))
    assert paths
    for document in map(read, paths):
        assert recognises(document).evidence, document.name
        record = parse(document)
        assert all(is_well_placed(document, fact) for fact in record.facts), document.name
        assert record.findings == (), document.name


LINES = SEED.read_text(encoding="utf-8").splitlines(keepends=True)
EDITS = st.tuples(
    st.sampled_from(["delete", "duplicate", "insert"]),
    st.integers(0, len(LINES) - 1),
    st.sampled_from(
        ["x\n", "- y\n", "  z: 'q\n", "symbol: {a: b}\n", "| Human | a | b |\n", "**\n", "- [a](\n", "---\n"]
    ),
)


@settings(deadline=None)
@given(st.lists(EDITS, min_size=1, max_size=4))
def test_a_damaged_page_is_read_or_refused(edits: list[tuple[str, int, str]]):
    lines = list(LINES)
    for edit, place, text in edits:
        at = place % len(lines)
        lines[at : at + 1] = {"delete": [], "duplicate": [lines[at]] * 2, "insert": [lines[at], text]}[edit]
    document = decode("page.md", "".join(lines).encode())
    recognises(document)
    try:
        record = parse(document)
    except MalformedDocumentError as refusal:
        assert 1 <= refusal.line <= len(lines) + 1
        return
    assert all(is_well_placed(document, fact) for fact in record.facts)


@settings(deadline=None)
@given(st.text(max_size=80), st.text(max_size=80))
def test_any_values_and_any_body_are_read_or_refused(value: str, body: str):
    front = (
        f"name: {value}\nimages:\n- location: {value}\northologs:\n- species: {value}\n  entrez: {value}\n"
    )
    try:
        document = decode("page.md", f"---\n{front}---\n## External Links\n{body}".encode())
        record = parse(document)
    except (MalformedDocumentError, UnreadableDocumentError, UnicodeEncodeError):
        return
    assert all(is_well_placed(document, fact) for fact in record.facts)
