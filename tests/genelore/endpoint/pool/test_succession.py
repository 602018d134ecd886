"""What clients see while new generations are published."""

import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph
import pytest
from pyoxigraph import NamedNode, Quad

from genelore.generation import publish
from tests.genelore.endpoint.attacks.site import Answer, Client, Site, running
from tests.seeds import NAMES, ROOT

DOCUMENTS = (
    "SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?s a <https://w3id.org/genelore/ontology#GeneRecord> } }"
)
RDF_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
GENE_RECORD = NamedNode("https://w3id.org/genelore/ontology#GeneRecord")
SEED = ROOT / "seeds" / NAMES["medlineplus"]


@pytest.fixture
def folder(seed_store: Path, tmp_path: Path) -> Path:
    """Copy the seeds' store, so that it can be built on."""
    return Path(shutil.copytree(seed_store, tmp_path / "store", symlinks=True))


@pytest.fixture
def site(folder: Path, tmp_path: Path) -> Iterator[Site]:
    """Serve the copy."""
    with running(folder, tmp_path / "log", "--deadline=50") as site:
        yield site


def _build(folder: Path, document: Path) -> None:
    command = [sys.executable, "-m", "genelore", "build", "--store", str(folder), str(document)]
    subprocess.run(command, check=True, capture_output=True)


def _another(tmp_path: Path) -> Path:
    path = tmp_path / "another.txt"
    path.write_text(SEED.read_text(encoding="utf-8").replace("July 2009", "July 2010"), encoding="utf-8")
    return path


def _publish(folder: Path) -> None:
    """Publish what is there and one gene record more."""
    quads = pyoxigraph.Store(str(folder / "quads"))
    record = NamedNode("https://w3id.org/genelore/document/0000000000000000#gene")
    quads.add(Quad(record, RDF_TYPE, GENE_RECORD, NamedNode(record.value.removesuffix("#gene"))))
    quads.flush()
    publish(quads, folder)


def _documents(client: Client) -> int:
    answer = client.ask(f"{DOCUMENTS} # {time.monotonic()}", "text/csv")
    assert answer.status == 200
    return int(answer.body.split()[1])


def _wait_for(client: Client, documents: int) -> None:
    for _ in range(200):
        if _documents(client) == documents:
            return
        time.sleep(0.1)
    raise AssertionError(f"{_documents(client)} documents are served, not {documents}")


def test_builds_are_served_without_a_dropped_request(site: Site, folder: Path, tmp_path: Path) -> None:
    answers: list[Answer] = []
    is_over = threading.Event()

    def ask_on(address: str) -> None:
        client = Client(site.port, address)
        while not is_over.is_set():
            answers.append(client.ask(DOCUMENTS, "text/csv"))
            time.sleep(0.005)

    threads = [threading.Thread(target=ask_on, args=(f"127.0.0.{20 + n}",)) for n in range(4)]
    for thread in threads:
        thread.start()
    _build(folder, _another(tmp_path))
    _wait_for(Client(site.port), 6)
    _publish(folder)
    _wait_for(Client(site.port), 7)
    is_over.set()
    for thread in threads:
        thread.join()
    assert {answer.status for answer in answers} == {200}
    counts = [int(answer.body.split()[1]) for answer in answers]
    assert set(counts) >= {5, 7}
    assert set(counts) <= {5, 6, 7}


def test_a_long_answer_of_the_old_generation_is_finished(site: Site, folder: Path) -> None:
    slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f FILTER(SHA512(SHA512(STR(?f))) != '') }"
    answers: list[Answer] = []
    client = Client(site.port)
    asking = threading.Thread(target=lambda: answers.append(client.ask(slow, "text/csv")))
    asking.start()
    time.sleep(0.3)
    _publish(folder)
    _wait_for(Client(site.port, "127.0.0.67"), 6)
    asking.join()
    assert answers[0].status == 200


def test_a_tag_holds_as_long_as_its_generation(site: Site, folder: Path) -> None:
    client = Client(site.port)
    path = "/sparql?query=SELECT%20*%20%7B%3Fs%20%3Fp%20%3Fo%7D%20LIMIT%201"
    first = client.get(path, "text/csv")
    tag = {"Accept": "text/csv", "If-None-Match": first.headers["etag"]}
    assert client.send("GET", path, tag).status == 304
    assert client.get(path, "text/csv").body == first.body
    assert client.get(path, "application/sparql-results+json").headers["etag"] != first.headers["etag"]
    _publish(folder)
    _wait_for(client, 6)
    assert client.send("GET", path, tag).status == 200


def test_a_damaged_generation_is_not_served_and_the_old_one_goes_on(site: Site, folder: Path) -> None:
    old = (folder / "current").resolve()
    damaged = folder / "generations" / "99"
    shutil.copytree(old, damaged)
    shutil.copy(old.with_name(f"{old.name}.seal"), damaged.with_name("99.seal"))
    table = max(damaged.glob("*.sst"), key=lambda path: path.stat().st_size)
    table.write_bytes(table.read_bytes()[:-100])
    seal = damaged.with_name("99.seal")
    seal.write_text(seal.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    link = folder / "current.new"
    link.symlink_to("generations/99")
    link.replace(folder / "current")
    for _ in range(100):
        if "damaged" in site.log.read_text(encoding="utf-8"):
            break
        time.sleep(0.1)
    assert "damaged" in site.log.read_text(encoding="utf-8")
    assert _documents(Client(site.port)) == 5
