"""The commands as a user calls them: what goes where, and the exit codes."""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from genelore import __version__
from genelore.cli import COMMANDS
from tests.seeds import ROOT

POST = ROOT / "seeds" / "alas2-gpt3-gene-post.md"


def run(*arguments: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "genelore", *arguments],
        capture_output=True,
        text=True,
        cwd=cwd,
        env=os.environ | {"NO_COLOR": "1", "COLUMNS": "200"} | environment,
        check=False,
    )


def test_the_version_is_printed():
    assert run("--version").stdout == f"genelore {__version__}\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_ends_with_an_example_that_works(command, tmp_path, seed_store):
    text = run(command, "--help").stdout
    example = re.search(r"Example: genelore (.*?)(?:\n\s*\n|\s*│?\s*╭|\Z)", text, re.DOTALL)
    assert example, text
    arguments = shlex.split(" ".join(line.strip(" │") for line in example[1].splitlines()))
    if command == "serve":
        pytest.skip("a server does not end; tests/genelore/endpoint calls it")
    store = tmp_path / "store"
    if "--store" in text:
        run("build", "--store", str(store), "seeds")
        arguments += ["--store", str(store)]
    # What it writes beside where it is called stays there.
    for folder in ("seeds", "tests"):
        (tmp_path / folder).symlink_to(ROOT / folder)
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == 0, done.stderr


def test_facts_are_data_on_standard_output_and_nothing_else():
    done = run("facts", "--format", "tsv", str(POST))
    lines = done.stdout.splitlines()
    assert lines[0].split("\t") == ["document", "subject", "property", "value", "term", "lines", "quote"]
    assert all(line.count("\t") == 6 for line in lines)
    assert done.stderr == ""


def test_facts_as_json_lines_hold_the_same(tmp_path):
    tsv = run("facts", str(POST)).stdout.splitlines()[1:]
    rows = [json.loads(line) for line in run("facts", "--format", "jsonl", str(POST)).stdout.splitlines()]
    assert len(rows) == len(tsv)
    assert {row["document"] for row in rows} == {str(POST)}


def test_a_cell_that_a_spreadsheet_would_run_is_neutralised(tmp_path):
    text = POST.read_text(encoding="utf-8").replace("- ALAS\n", "- =cmd|calc\n")
    (tmp_path / "post.md").write_text(text, encoding="utf-8")
    csv = run("facts", "--format", "csv", str(tmp_path / "post.md")).stdout
    assert "=cmd" in csv
    assert ",=cmd" not in csv


def test_a_document_that_cannot_be_read_is_named_and_the_rest_goes_on(tmp_path):
    (tmp_path / "a.md").write_bytes(b"\xff\xfe")
    (tmp_path / "b.md").write_bytes(POST.read_bytes())
    done = run("facts", str(tmp_path))
    assert done.returncode == 4
    assert "a.md:1: not UTF-8" in done.stderr
    assert "b.md" in done.stdout


def test_a_build_tells_what_became_of_each_document_on_standard_error(tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "good.md").write_bytes(POST.read_bytes())
    (tmp_path / "docs" / "bad.md").write_text("hello\n")
    done = run("build", "--store", str(tmp_path / "store"), str(tmp_path / "docs"))
    assert (done.returncode, done.stdout) == (4, "")
    assert "1 stored, 1 quarantined" in done.stderr
    assert "no source kind recognises it" in done.stderr
    reports = [json.loads(path.read_text()) for path in (tmp_path / "store").glob("quarantine/*/report.json")]
    assert [report["stage"] for report in reports] == ["recognise"]


def test_strict_makes_a_quarantined_document_exit_code_3(tmp_path):
    (tmp_path / "bad.md").write_text("hello\n")
    done = run("build", "--strict", "--store", str(tmp_path / "store"), str(tmp_path / "bad.md"))
    assert done.returncode == 3


def test_building_the_same_bytes_again_changes_nothing_and_a_change_is_told(tmp_path):
    store = str(tmp_path / "store")
    page = tmp_path / "page.md"
    page.write_bytes(POST.read_bytes())
    assert "1 stored" in run("build", "--store", store, str(page)).stderr
    first = (tmp_path / "store" / "current").resolve()
    assert "1 unchanged" in run("build", "--store", store, str(page)).stderr
    assert (tmp_path / "store" / "current").resolve() == first
    page.write_bytes(POST.read_bytes().replace(b"HGNC: 398", b"HGNC: 397"))
    assert "1 replaced" in run("build", "--store", store, str(page)).stderr
    answer = run(
        "query", "--store", store, "--format", "csv", "SELECT ?o { GRAPH ?g { ?s gl:hgnc ?o } }"
    ).stdout
    assert answer.split() == ["o", "http://identifiers.org/hgnc/397"]


def test_usage_errors_are_exit_code_2():
    assert run("export", "--format", "wordperfect").returncode == 2
    assert run("facts", "nowhere.md").returncode == 2


def test_no_store_is_one_line_that_says_what_to_do(tmp_path):
    done = run("query", "--store", str(tmp_path), "ASK {}")
    assert done.returncode == 1
    assert done.stderr == f"genelore: {tmp_path}: no store there; run 'genelore build' first\n"


def test_a_query_that_is_no_sparql_is_told_with_its_place(seed_store):
    done = run("query", "--store", str(seed_store), "SELECT * { ?s ?p")
    assert done.returncode == 1
    assert done.stderr.startswith("genelore: not a SPARQL query\nLine 1, column 17: ")
    assert done.stderr.endswith("SELECT * { ?s ?p\n                ^\n")


def test_a_query_is_read_from_standard_input(seed_store):
    done = subprocess.run(
        [sys.executable, "-m", "genelore", "query", "--store", str(seed_store), "--format", "csv"],
        input="SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?r a gl:GeneRecord } }",
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["n", "5"]


def test_an_export_appears_whole_or_not_at_all(seed_store, tmp_path):
    target = tmp_path / "graph.trig"
    target.write_text("old")
    done = run("export", "--store", str(seed_store), "--graph", "urn:nothing", "-o", str(target))
    assert done.returncode == 1
    assert target.read_text() == "old"


def test_a_pipe_is_written_to_and_not_replaced(seed_store, tmp_path):
    pipe, copy = tmp_path / "pipe", tmp_path / "copy"
    os.mkfifo(pipe)
    with copy.open("wb") as stream:
        reader = subprocess.Popen(["cat", str(pipe)], stdout=stream)
    done = run("export", "--store", str(seed_store), "--format", "nquads", "-o", str(pipe))
    assert done.returncode == 0
    assert reader.wait(20) == 0
    assert copy.stat().st_size > 1000
    assert pipe.is_fifo()


@pytest.mark.parametrize("name", ["query.rq", "query.sparql", "query"])
def test_a_query_is_read_from_a_file_of_any_name(name, seed_store, tmp_path):
    (tmp_path / name).write_text("ASK { GRAPH ?g { ?record a gl:GeneRecord } }")
    assert run("query", "--store", str(seed_store), name, cwd=tmp_path).stdout.split() == ["answer", "true"]


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("query", "nosuch.rq"), 4, "nosuch.rq: no such file"),
        (("query", "latin.rq"), 4, "latin.rq:2: not UTF-8"),
        (("query", "ASK {}", "-o", "."), 1, ". cannot be written: Is a directory"),
        (("query", "ASK {}", "-o", "latin.rq/x"), 1, "latin.rq/x cannot be written: "),
        (("export", "-o", "latin.rq/x"), 1, "latin.rq/x cannot be written: "),
        (("build", "--date", "yesterday", "latin.rq"), 2, "yesterday is no instant"),
        (("build", "--date", "2026-13-45T99:00:00Z", "latin.rq"), 2, "is no instant"),
        (("build", "--date", "2026-01-01", "latin.rq"), 2, "has no time with its zone"),
        (("query", "--federate", "--endpoint-map", "bad", "ASK {}"), 2, "bad is not LOGICAL=ADDRESS"),
    ],
)
def test_an_error_that_a_user_can_mend_is_one_line_with_its_place(
    arguments, code, told, seed_store, tmp_path
):
    (tmp_path / "latin.rq").write_bytes(b"ASK {}\n# \xe9")
    done = run(arguments[0], "--store", str(seed_store), *arguments[1:], cwd=tmp_path)
    assert done.returncode == code, done.stderr
    assert told in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", [("reference", "check"), ("facts", str(POST))])
def test_a_folder_without_reference_tables_is_named(arguments, tmp_path):
    done = run(*arguments, GENELORE_REFERENCE=str(tmp_path))
    assert done.returncode == 1
    assert (
        done.stderr == f"genelore: GENELORE_REFERENCE: no reference tables (no manifest.json) in {tmp_path}\n"
    )


def test_a_file_for_a_source_that_does_not_exist_is_a_usage_error(tmp_path):
    done = run("reference", "build", "--file", f"foo={POST}", "--target", str(tmp_path / "tables"))
    assert done.returncode == 2
    assert "no source is called foo" in done.stderr


def test_the_licence_of_every_source_of_a_table_is_shown():
    lines = [line.split("\t") for line in run("reference", "show").stdout.splitlines()]
    licences = {cells[0]: cells[4] for cells in lines}
    assert len(licences["gene_names"].split("; ")) >= 3


def test_an_instant_is_recorded_in_utc(tmp_path):
    store = ("--store", str(tmp_path / "store"))
    assert run("build", *store, "--date", "2026-01-01T01:00:00+01:00", str(POST)).returncode == 0
    query = "SELECT DISTINCT ?at { GRAPH ?g { ?activity prov:startedAtTime ?at } }"
    assert run("query", *store, "--format", "csv", query).stdout.split() == ["at", "2026-01-01T00:00:00Z"]


def test_a_quiet_build_still_tells_what_it_refused(tmp_path):
    (tmp_path / "bad.md").write_text("hello\n")
    done = run("build", "--quiet", "--store", str(tmp_path / "store"), str(tmp_path / "bad.md"))
    assert done.returncode == 4
    assert "no source kind recognises it" in done.stderr
    assert "quarantined" not in done.stderr


def test_a_document_leaves_quarantine_when_it_is_removed(tmp_path):
    (tmp_path / "bad.md").write_text("hello\n")
    store = ("--store", str(tmp_path / "store"))
    run("build", *store, "bad.md", cwd=tmp_path)
    (kept,) = (tmp_path / "store" / "quarantine").glob("*")
    assert sorted(path.name for path in kept.iterdir()) == ["document", "report.json"]
    assert run("remove", *store, "bad.md").returncode == 0
    assert not kept.exists()
    again = run("remove", *store, "bad.md")
    assert (again.returncode, again.stderr) == (1, "genelore: not in the store: bad.md\n")


def test_a_folder_without_documents_is_told(tmp_path):
    (tmp_path / "empty").mkdir()
    done = run("build", "--store", str(tmp_path / "store"), str(tmp_path / "empty"))
    assert done.stderr == "no documents there\n"
