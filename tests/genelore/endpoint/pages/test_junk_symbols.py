"""One more document calls the gene otherwise: that is told in its place, and not at the top of the page."""

import subprocess
import sys
from collections.abc import Iterator

import pytest

from genelore.build import Options, build
from genelore.recovery import open_store
from ingest.intake import Intake
from tests.genelore.endpoint.pages.visit import page, words
from tests.genelore.endpoint.protocol.server import served
from tests.seeds import NAMES, ROOT

ALAS2 = "/gene/ensembl:ENSG00000158578"


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    made = tmp_path_factory.mktemp("junk") / "store"
    texts = {f"seeds/{name}": (ROOT / "seeds" / name).read_bytes() for name in NAMES.values()}
    post = texts[f"seeds/{NAMES['gpt3_gene_post']}"].decode()
    right = post.replace("HGNC: 398", "HGNC: 397").replace("ENSG00000102010", "ENSG00000158578")
    texts["junk.md"] = right.replace("ALAS2", "ALASX2").encode()
    store, _ = open_store(made)
    with store:
        intakes = [Intake(name, text) for name, text in texts.items()]
        outcomes = list(build(intakes, store, Options(date="2026-01-01T00:00:00Z")))
    assert {outcome.refusal for outcome in outcomes} == {None}
    command = [sys.executable, "-m", "genelore", "audit", "--quiet", "--store", str(made)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    with served(made) as number:
        yield number


def test_a_symbol_that_stands_is_not_called_contested(port: int) -> None:
    told = words(page(port, ALAS2))
    assert "The symbol is contested" not in told
    assert "ALASX2" in told[told.index("Facts") :]
    assert "ALASX2" not in told[: told.index("Agreement")]
