"""The table files: what is written is found again, and damage is noticed."""

from importlib.resources import files

import pytest

from ontology.reference import check, manifest, read_proteins
from ontology.reference.build.writing import write
from ontology.reference.tables import SUFFIX, MalformedTableError, read
from tests.seeds import ROOT


@pytest.fixture(params=[True, False], ids=["deflate", "lzma"])
def table(request, tmp_path):
    rows = [(f"key {number:05}", f"value {number}") for number in range(30_000)]
    write(
        tmp_path, "made", [*rows, ("key 00007", "another value"), ("ключ", "значение")], often=request.param
    )
    return read("made", (tmp_path / "made.rows").read_bytes())


def test_every_row_is_found_again(table):
    assert table.rows("key 00007") == [("key 00007", "another value"), ("key 00007", "value 7")]
    assert table.row("key 29999") == ("key 29999", "value 29999")
    assert table.row("ключ") == ("ключ", "значение")
    assert len(list(table)) == 30_002


def test_what_is_not_there_is_not_found(table):
    for key in ("", "a", "key", "key 0000", "key 000070", "zzz"):
        assert table.rows(key) == []


def test_beginnings_are_found_across_blocks(table):
    assert all(table.begins(f"key {number:03}") for number in range(300))
    assert not table.begins("key 3")
    assert not table.begins("keys")


def test_a_key_stays_in_one_block(tmp_path):
    write(tmp_path, "made", [("one", f"value {number}") for number in range(5_000)], often=True)
    assert len(read("made", (tmp_path / "made.rows").read_bytes()).rows("one")) == 5_000


def test_fields_are_cleaned_of_tabs_and_line_feeds(tmp_path):
    write(tmp_path, "made", [("key", "a\tb\nc", "")], often=True)
    assert list(read("made", (tmp_path / "made.rows").read_bytes())) == [("key", "a b c")]


def test_an_empty_table_is_a_table(tmp_path):
    write(tmp_path, "made", [], often=False)
    empty = read("made", (tmp_path / "made.rows").read_bytes())
    assert (list(empty), empty.rows("key"), empty.begins("")) == ([], [], False)


def test_what_is_no_table_is_refused():
    with pytest.raises(MalformedTableError, match="does not begin as one"):
        read("made", b"something else")


def test_a_table_that_is_cut_short_is_refused(table):
    with pytest.raises(MalformedTableError, match="damaged"):
        read("made", table.content[: len(table.content) // 2])


def test_the_shipped_tables_are_those_of_the_manifest():
    assert check() == ()


def test_the_tables_take_at_most_twenty_megabytes():
    folder = files("ontology.reference").joinpath("data")
    assert sum(len(path.read_bytes()) for path in folder.iterdir()) <= 20_000_000
    assert {path.name for path in folder.iterdir()} == {name + SUFFIX for name in manifest()} | {
        "manifest.json"
    }


def test_every_table_names_its_sources():
    for entry in manifest().values():
        assert entry.rows > 0
        assert all(source.licence.startswith("https://") for source in entry.sources)
        assert all(len(source.sha256) == 64 for source in entry.sources)


def test_residues_are_read_from_a_fasta_file(tmp_path):
    path = tmp_path / "made.fasta"
    path.write_text(">sp|Q00001|MADE_HUMAN Made up\nMKV\nAR\n>Q00002\nMM\n")
    proteins = read_proteins(path)
    assert proteins.residue("uniprot:Q00001", 4).letter == "A"
    assert proteins.residue("uniprot:Q00002", 1).letter == "M"
    assert proteins.residue("uniprot:Q00001", 6) is None
    assert proteins.residue("uniprot:Q00001", 0) is None
    assert proteins.residue("uniprot:Q00003", 1) is None
    assert proteins.residue("uniprot:Q00001", 4).row.version.startswith("made.fasta ")


def test_a_file_that_is_no_fasta_is_refused(tmp_path):
    (tmp_path / "made.fasta").write_text("MKV")
    with pytest.raises(ValueError, match=r"made\.fasta is no FASTA file"):
        read_proteins(tmp_path / "made.fasta")


def test_the_notice_has_the_licence_of_every_source():
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    licences = {source.licence for entry in manifest().values() for source in entry.sources}
    assert [licence for licence in licences if licence not in notice] == []
