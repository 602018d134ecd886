import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.genelore.federation.faults import Faulty
from tests.genelore.federation.servers import Server

UNIPROT = "https://sparql.uniprot.org/sparql"
QUERY = f"""PREFIX up: <http://purl.uniprot.org/core/>
SELECT ?gene ?protein {{ VALUES ?gene {{ <http://rdf.ebi.ac.uk/resource/ensembl/ENSG00000158578> }}
  SERVICE <{UNIPROT}/> {{ ?protein up:of ?gene }} }}"""
DATA = "<http://purl.uniprot.org/uniprot/P22557> <http://purl.uniprot.org/core/of> " + (
    "<http://rdf.ebi.ac.uk/resource/ensembl/ENSG00000158578.22> ."
)


def genelore(store: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "genelore", "query", "--store", str(store), *arguments]
    environment = os.environ | {"NO_COLOR": "1", "COLUMNS": "240"}
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


@pytest.fixture
def asked(seed_store: Path, first_server: Server, tmp_path: Path) -> tuple[Path, list[str]]:
    """The store, and the options that lead to a server with one protein."""
    first_server.put(DATA)
    address = f"{UNIPROT}={first_server.query}"
    return seed_store, ["--federate", "--endpoint-map", address, "--cache", str(tmp_path)]


def test_a_federated_query_prints_its_rows_and_tells_its_requests(asked: tuple[Path, list[str]]) -> None:
    store, options = asked
    done = genelore(store, QUERY, *options)
    assert done.returncode == 0
    assert done.stdout.split() == ["gene", "protein", "ensembl:ENSG00000158578", "uniprot:P22557"]
    assert f"<{UNIPROT}> 1 bindings, 1 rows" in done.stderr


def test_a_kept_answer_serves_offline_with_its_age(asked: tuple[Path, list[str]]) -> None:
    store, options = asked
    assert genelore(store, QUERY, *options, "--offline").returncode == 5
    genelore(store, QUERY, *options)
    done = genelore(store, QUERY, *options, "--offline", "--format", "csv")
    assert done.returncode == 0
    assert done.stdout.splitlines()[1].endswith("/uniprot/P22557")
    assert done.stderr.strip().endswith("s old")


def test_no_rewrite_sends_identifiers_as_they_are(asked: tuple[Path, list[str]]) -> None:
    store, options = asked
    done = genelore(store, QUERY, *options, "--no-rewrite", "--format", "csv")
    assert (done.returncode, done.stdout.split()) == (0, ["gene,protein"])


def test_explain_prints_the_plan_and_asks_no_one(asked: tuple[Path, list[str]], tmp_path: Path) -> None:
    done = genelore(asked[0], QUERY, *asked[1], "--explain")
    assert done.stdout.startswith(f"1. SERVICE <{UNIPROT}>\n   UniProt, mapped to http://127.0.0.1:")
    assert "with versions .1 to .40" in done.stdout
    assert (done.stderr, list(tmp_path.iterdir())) == ("", [])


def test_service_is_refused_without_the_option(seed_store: Path) -> None:
    done = genelore(seed_store, QUERY)
    assert done.returncode == 1
    assert "SERVICE is not allowed here" in done.stderr
    assert genelore(seed_store, QUERY, "--offline").returncode == 2


def test_an_endpoint_that_is_not_listed_is_refused(seed_store: Path) -> None:
    done = genelore(seed_store, QUERY.replace(UNIPROT, "http://127.0.0.1:1"), "--federate")
    assert done.returncode == 1
    assert "<http://127.0.0.1:1/> is not on the list" in done.stderr


def test_a_failed_service_ends_with_the_exit_code_of_the_network(
    seed_store: Path, faulty: Faulty, tmp_path: Path
) -> None:
    options = ["--federate", "--cache", str(tmp_path), "--endpoint-map", f"{UNIPROT}={faulty.root}/html"]
    done = genelore(seed_store, QUERY, *options, "-o", str(tmp_path / "out"))
    assert done.returncode == 5
    assert f"<{UNIPROT}> answers with text/html" in done.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("form", ["json", "xml", "csv"])
def test_a_silent_failure_is_a_warning_in_the_head_and_on_standard_error(
    form: str, seed_store: Path, faulty: Faulty, tmp_path: Path
) -> None:
    options = ["--federate", "--cache", str(tmp_path), "--endpoint-map", f"{UNIPROT}={faulty.root}/down"]
    silent = QUERY.replace("SERVICE", "SERVICE SILENT")
    done = genelore(seed_store, silent, *options, "--format", form)
    warning = f"<{UNIPROT}> answers 500"
    assert done.returncode == 0
    assert f"warning: {warning}" in done.stderr
    if form == "json":
        document = json.loads(done.stdout)
        assert document["head"] == {"vars": ["gene", "protein"], "warnings": [warning]}
        assert len(document["results"]["bindings"]) == 1
    if form == "xml":
        assert '<link href="data:text/plain,%3Chttps%3A' in done.stdout


def test_triples_and_truth_values_are_written(asked: tuple[Path, list[str]]) -> None:
    store, options = asked
    made = QUERY.replace("SELECT ?gene ?protein", "CONSTRUCT { ?gene up:encodes ?protein }")
    assert "up:encodes" in genelore(store, made, *options).stdout
    assert genelore(store, made, *options, "--format", "csv").returncode == 1
    truth = QUERY.replace("SELECT ?gene ?protein", "ASK")
    assert genelore(store, truth, *options, "--format", "csv").stdout.strip() == "true"
