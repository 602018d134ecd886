"""`genelore audit --online` as a process, against stand-ins on a real server."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from genelore.standins.serving import serving
from tests.seeds import ROOT

BGEE, OMA = "https://www.bgee.org/sparql/", "https://sparql.omabrowser.org/sparql/"
UNIPROT = "https://sparql.uniprot.org/sparql"
DEAD = "http://127.0.0.1:9/sparql"
KEGG = "KEGG gga:552895"
ROWS = """SELECT ?row ?time ?question WHERE { GRAPH <https://w3id.org/genelore/reference> {
  ?row a gl:ReferenceRow ; gl:askedEndpoint <ENDPOINT> ; gl:askedQuestion ?question ;
       gl:questionDigest ?digest ; prov:generatedAtTime ?time ; dcterms:isPartOf/rdfs:label "outside" } }"""
CONFIRMED = """SELECT DISTINCT ?place WHERE {
  GRAPH <https://w3id.org/genelore/reference> { ?row gl:askedEndpoint <https://www.bgee.org/sparql/> }
  GRAPH <https://w3id.org/genelore/verdicts> {
    ?verdict prov:wasDerivedFrom ?row ; gl:judgement gl:Confirmed ; gl:judges ?claim }
  GRAPH ?document { ?claim rdf:object ?place ; gl:property "expressed_in" } }"""


def genelore(*arguments: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"NO_COLOR": "1", "COLUMNS": "240"}
    command = [sys.executable, "-m", "genelore", *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=environment, check=False)


def rows(store: Path, query: str) -> list[dict[str, dict[str, str]]]:
    done = genelore("query", query, "--store", str(store), "--format", "json")
    found: list[dict[str, dict[str, str]]] = json.loads(done.stdout)["results"]["bindings"]
    return found


@pytest.fixture(scope="module")
def maps() -> Iterator[list[str]]:
    """The options that lead three endpoints to their stand-ins."""
    with serving(endpoints=(BGEE, OMA, UNIPROT)) as served:
        yield [part for iri, address in served.items() for part in ("--endpoint-map", f"{iri}={address}")]


@pytest.fixture
def store(seed_store: Path, tmp_path: Path) -> Path:
    return shutil.copytree(seed_store, tmp_path / "store", symlinks=True)


def online(store: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    cache = str(store.parent / "cache")
    return genelore("audit", "--online", "--store", str(store), "--cache", cache, *arguments)


def test_answers_become_rows_that_verdicts_and_conflicts_rest_on(store: Path, maps: list[str]):
    done = online(store, "bgee", "oma", "uniprot", *maps)

    assert done.returncode == 0, done.stderr
    assert f"genelore: <{BGEE}> 50 bindings, " in done.stderr
    assert "answers of Bgee, OMA and UniProt count too, the oldest " in done.stderr
    assert len(rows(store, CONFIRMED)) > 9
    assert len(rows(store, ROWS.replace("ENDPOINT", BGEE))) > 9
    conflict = next(
        json.loads(line)["id"]
        for line in genelore("audit", "-q", "--format", "jsonl", "--store", str(store)).stdout.splitlines()
        if KEGG in line
    )
    told = genelore("explain", conflict, "--store", str(store)).stdout
    assert "UniProt says that NCBI Gene 552895 is chicken ALAS2 (UniProt P18080)" in told
    assert f"{UNIPROT} | uniprot-hostdb | " in told
    gene = genelore("query", "--store", str(store), "--format", "csv", _REASON).stdout
    assert "OMA puts ENSGALG00000003948 into one group with human ENSG00000023330 (ALAS1)" in gene


_STOOD_IN = """ASK { GRAPH ?reference { ?row gl:askedStandIn true ; rdfs:label ?said }
  FILTER(CONTAINS(?said, "OMA's stand-in puts")) }"""
_REASON = """SELECT ?reason WHERE { GRAPH ?v { ?verdict gl:judges ?claim ; gl:reason ?reason }
  GRAPH ?document { ?claim rdf:object <http://rdf.ebi.ac.uk/resource/ensembl/ENSGALG00000003948> } }"""


def test_offline_gives_the_same_from_what_is_kept_and_no_more_work(store: Path, maps: list[str]):
    online(store, "bgee", "oma", *maps)
    before = (store / "outside" / "answers.jsonl").read_bytes()
    generation = (store / "current").resolve()
    done = online(store, "bgee", "oma", "--offline", *maps)

    assert done.returncode == 0, done.stderr
    assert f"<{BGEE}> 50 bindings, " in done.stderr and " old" in done.stderr
    assert "nothing changed" in done.stderr
    assert (store / "outside" / "answers.jsonl").read_bytes() == before
    assert (store / "current").resolve() == generation


def test_answers_count_until_they_are_forgotten(store: Path, maps: list[str]):
    online(store, "bgee", *maps)
    later = genelore("audit", "--store", str(store))
    assert " of Bgee count too" in later.stderr
    assert "nothing changed" in later.stderr

    forgotten = genelore("audit", "--forget-online", "--store", str(store))
    assert "count too" not in forgotten.stderr
    assert rows(store, ROWS.replace("ENDPOINT", BGEE)) == []


def test_an_endpoint_that_is_down_is_named_and_the_others_are_asked(store: Path, maps: list[str]):
    down = ["--endpoint-map", f"{OMA}={DEAD}"]
    done = online(store, "bgee", "oma", *maps, *down)

    assert done.returncode == 0, done.stderr
    assert f"genelore: warning: <{OMA}> cannot be asked" in done.stderr
    assert "answers of Bgee count too" in done.stderr


def test_only_if_none_answers_is_it_a_failure_and_the_findings_are_printed_still(store: Path):
    done = online(store, "oma", "--endpoint-map", f"{OMA}={DEAD}")

    assert done.returncode == 5
    assert "ENSG00000102010 is BMX" in done.stdout


def test_options_that_do_not_go_together_are_refused(store: Path):
    assert genelore("audit", "uniprot", "--store", str(store)).returncode == 2
    assert online(store, "--stand-ins").returncode == 2
    done = online(store, "nobody")
    assert (done.returncode, "there is nothing to ask nobody" in done.stderr) == (2, True)


def test_stand_ins_are_told_apart_from_the_endpoints_and_not_kept_among_their_answers(store: Path):
    done = genelore("audit", "--online", "oma", "--stand-ins", "--store", str(store))

    assert done.returncode == 0, done.stderr
    assert "answers of OMA's stand-in count too" in done.stderr
    found = genelore("query", _STOOD_IN, "--store", str(store), "--format", "json")
    assert json.loads(found.stdout)["boolean"] is True
