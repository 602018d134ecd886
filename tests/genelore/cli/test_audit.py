import csv
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from rdflib import Graph

from tests.seeds import ROOT


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "genelore", *arguments],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=os.environ | {"NO_COLOR": "1", "COLUMNS": "200"},
        check=False,
    )


@pytest.fixture
def store(unaudited_store: Path, tmp_path: Path) -> str:
    return str(shutil.copytree(unaudited_store, tmp_path / "store", symlinks=True))


def test_an_audit_prints_findings_and_publishes_the_consensus_as_default_graph(store):
    done = run("audit", "--store", store)

    assert done.returncode == 0, done.stderr
    assert "ENSG00000102010 is BMX" in done.stdout
    assert done.stdout.splitlines()[-1].startswith("claims: ")
    assert "5 documents" in done.stderr
    asked = run("query", 'ASK { ?gene rdfs:label "ALAS2" }', "--store", store, "--format", "json")
    assert json.loads(asked.stdout)["boolean"] is True


def test_a_second_audit_changes_nothing(store):
    run("audit", "--store", store)
    generation = (Path(store) / "current").resolve()
    done = run("audit", "--store", store)

    assert "nothing changed" in done.stderr
    assert (Path(store) / "current").resolve() == generation


def test_strict_ends_with_3_if_a_finding_is_open(store):
    assert run("audit", "--store", store, "--strict").returncode == 3


def test_tsv_has_a_header_and_one_finding_a_row(store):
    done = run("audit", "--store", store, "--format", "tsv", "-q")
    rows = list(csv.reader(done.stdout.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))

    assert rows[0] == [
        "id",
        "kind",
        "verdict",
        "severity",
        "documents",
        "lines",
        "subject",
        "values",
        "sentence",
    ]
    assert {len(row) for row in rows} == {9}
    assert {row[3] for row in rows[1:]} == {"high", "medium", "low"}
    assert done.stderr == ""


def test_turtle_and_html_are_written_to_a_file(store, tmp_path):
    turtle, page = tmp_path / "audit.ttl", tmp_path / "audit.html"
    run("audit", "--store", store, "--format", "turtle", "-o", str(turtle))
    run("audit", "--store", store, "--format", "html", "-o", str(page), "--date", "2026-01-01")

    assert len(Graph().parse(turtle)) > 1000
    assert page.read_text("utf-8").startswith("<!doctype html>")
    assert "2026-01-01" in page.read_text("utf-8")


def test_a_finding_is_explained_by_the_id_that_the_audit_printed(store):
    rows = run("audit", "--store", store, "--format", "jsonl", "-q").stdout.splitlines()
    for row in rows:
        done = run("explain", json.loads(row)["id"], "--store", store)
        assert done.returncode == 0, done.stderr
        assert done.stdout.startswith(("conflict ", "claim "))
    assert rows


def test_what_is_unknown_is_not_explained(store):
    done = run("explain", "ensembl:ENSG00000000003", "--store", store)

    assert (done.returncode, done.stdout) == (1, "")
    assert "is not in the store" in done.stderr


def test_what_is_no_iri_is_a_wrong_use_of_explain(store):
    done = run("explain", "http://a b", "--store", store)

    assert (done.returncode, done.stdout) == (2, "")
    assert "http://a b is not an IRI" in done.stderr


def test_an_audit_without_a_store_makes_none(tmp_path):
    done = run("audit", "--store", str(tmp_path / "nothing"))

    assert done.returncode == 1
    assert "run 'genelore build' first" in done.stderr
    assert not (tmp_path / "nothing").exists()


def test_a_file_that_is_no_fasta_is_refused(store, tmp_path):
    (tmp_path / "proteins.fasta").write_text("ALAS2")

    done = run("audit", "--store", store, "--proteins", str(tmp_path / "proteins.fasta"))

    assert done.returncode == 4


def test_a_difference_is_data_and_its_count_narration(store, unaudited_store):
    run("audit", "--store", store)
    done = run("diff", str(unaudited_store), store, "--format", "tsv", "--strict")

    assert done.returncode == 3
    assert done.stdout.splitlines()[0].split("\t") == [
        "change",
        "kind",
        "subject",
        "property",
        "before",
        "after",
    ]
    assert "added" in done.stderr
    assert run("diff", store, store).stdout == ""


def test_what_cannot_be_compared_is_named(tmp_path):
    (tmp_path / "page.html").write_text("<p>")

    assert run("diff", str(tmp_path / "page.html"), str(tmp_path / "page.html")).returncode == 4
