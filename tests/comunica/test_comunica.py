"""Another federating engine, Comunica, joins our endpoint with a stand-in of a public one."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from genelore.standins import servers
from genelore.standins.graphs import nquads
from tests.genelore.endpoint.protocol.server import served

HERE = Path(__file__).parent
# Continuous integration sets it, so that nothing there is skipped without a word.
REQUIRED = os.environ.get("GENELORE_COMUNICA") == "required"
UNIPROT, OURS = "https://sparql.uniprot.org/sparql", "https://w3id.org/genelore/sparql"
ENSEMBL = "http://rdf.ebi.ac.uk/resource/ensembl/"
PROTEIN = "http://purl.uniprot.org/uniprot/"


@pytest.fixture(scope="module")
def node() -> str:
    """The program that runs Comunica, which is installed."""
    own = Path(sys.executable).with_name("node")
    found = str(own) if own.exists() else shutil.which("node")
    if not found or not (HERE / "node_modules/@comunica/query-sparql").is_dir():
        (pytest.fail if REQUIRED else pytest.skip)("Comunica is not installed: npm ci in tests/comunica")
    return found


@pytest.fixture(scope="module")
def ours(node: str, seed_store: Path) -> Iterator[str]:
    """Our endpoint, with the seeds."""
    with served(seed_store) as port:
        yield f"http://127.0.0.1:{port}/sparql"


@pytest.fixture(scope="module")
def uniprot(node: str) -> Iterator[str]:
    """A stand-in of UniProt's endpoint."""
    try:
        with servers.oxigraph(nquads("uniprot")) as address:
            yield address
    except servers.NoServerError as error:
        (pytest.fail if REQUIRED else pytest.skip)(str(error))


def ask(node: str, query: str, services: dict[str, str], *sources: str) -> set[tuple[str, ...]]:
    """Have Comunica answer a query from sources; return the rows, values in the order of the SELECT."""
    for logical, address in services.items():
        query = query.replace(f"<{logical}>", f"<{address}>")
    command = [node, str(HERE / "ask.mjs"), "-", *sources]
    done = subprocess.run(command, input=query.encode(), capture_output=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr.decode()
    result = json.loads(json.loads(done.stdout)["result"])
    names = [word[1:] for word in query.partition("SELECT ")[2].partition("\n")[0].split()]
    return {tuple(row[name]["value"] for name in names) for row in result["results"]["bindings"]}


def text(name: str) -> str:
    return (HERE / "queries" / f"{name}.rq").read_text(encoding="utf-8")


@pytest.fixture
def nothing(tmp_path: Path) -> str:
    """A source of Comunica's own, so that it does not leave the whole query to an endpoint."""
    (tmp_path / "nothing.nt").touch()
    return str(tmp_path / "nothing.nt")


def test_comunica_joins_our_endpoint_with_another_service(
    node: str, ours: str, uniprot: str, nothing: str
) -> None:
    rows = ask(node, text("joined"), {UNIPROT: uniprot, OURS: ours}, nothing)
    assert (f"{ENSEMBL}ENSG00000158578", "ALAS2", f"{PROTEIN}P22557", "ALAS2") in rows


def test_comunica_asks_our_endpoint_as_one_of_two_sources(node: str, ours: str, uniprot: str) -> None:
    rows = ask(node, text("mixed"), {}, ours, uniprot)
    assert (f"{ENSEMBL}ENSG00000158578", f"{PROTEIN}P22557") in rows


def test_comunica_joins_another_spelling_by_our_bridge_graph(
    node: str, ours: str, uniprot: str, nothing: str
) -> None:
    rows = ask(node, text("bridged"), {UNIPROT: uniprot, OURS: ours}, nothing)
    geneid = "http://purl.uniprot.org/geneid/212"
    assert (f"{PROTEIN}P22557", geneid, f"{ENSEMBL}ENSG00000158578") in rows
