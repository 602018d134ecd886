"""Documents full of markup, on the pages of genes, of the front, of searches and of source kinds."""

import subprocess
import sys
from collections.abc import Iterator

import pytest

from genelore.build import Options, build
from genelore.recovery import open_store
from ingest.intake import Intake
from tests.genelore.endpoint.pages.markup import read
from tests.genelore.endpoint.pages.test_hostile_documents import (
    IMAGE,
    SCRIPT,
    TEMPLATE,
    encyclopedia,
    is_ours,
    post,
)
from tests.genelore.endpoint.protocol.server import Request, ask, served
from tests.seeds import NAMES, ROOT

GENE = "/gene/ensembl:ENSG00000158578"
CHICKEN = "/gene/ensembl:ENSGALG00000003948"
PATHS = (GENE, CHICKEN, "/", "/genes", "/search?q=alert&all=1", "/source-kind/gpt3_gene_post", "/about")


def pictures() -> bytes:
    """Return the page of a chicken gene whose pictures are elsewhere than on the web."""
    text = (ROOT / "seeds" / NAMES["chickybase"]).read_text(encoding="utf-8")
    return text.replace("ALAS2 expression", SCRIPT).encode()


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    made = tmp_path_factory.mktemp("hostile") / "store"
    store, _ = open_store(made)
    contents = {f"seeds/{SCRIPT}.md": post(), "seeds/wikimd.txt": encyclopedia(), "pictures.md": pictures()}
    intakes = [Intake(name, content) for name, content in contents.items()]
    with store:
        outcomes = list(build(intakes, store, Options(date="2026-01-01T00:00:00Z")))
    assert [outcome.refusal for outcome in outcomes] == [None] * 3
    command = [sys.executable, "-m", "genelore", "audit", "--quiet", "--store", str(made)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    with served(made) as number:
        yield number


@pytest.mark.parametrize("path", PATHS)
def test_no_page_has_an_element_that_a_document_wrote(port: int, path: str) -> None:
    answer = ask(port, Request(path, headers={"Accept": "text/html"}))
    assert answer.status == 200
    found = read(answer.body)
    for one in found.elements:
        assert one.name not in {"img", "iframe", "object", "embed", "style", "base"}
        assert not any(name.startswith("on") or name == "style" for name in one.attributes)
        assert one.name != "script" or is_ours(one)
    for target in found.targets():
        assert target.startswith(("/", "#", "http://", "https://")) and not target.startswith("//")


def test_markup_is_shown_as_it_was_written(port: int) -> None:
    told = read(ask(port, Request(GENE, headers={"Accept": "text/html"})).body).text
    assert SCRIPT in told and IMAGE in told and TEMPLATE in told
    assert SCRIPT in read(ask(port, Request(CHICKEN, headers={"Accept": "text/html"})).body).text


def test_the_data_in_the_head_ends_where_we_end_it(port: int) -> None:
    content = ask(port, Request(GENE, headers={"Accept": "text/html"})).body.decode()
    block = content.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    assert "<" not in block and "\\u003cscript\\u003ealert(1)" in block
