"""A dataset that describes itself, asked by the queries that editors send."""

import json
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph
import pytest
from pyoxigraph import RdfFormat

from genelore import generation
from genelore.description import describe
from genelore.generation import open_current
from tests.genelore.endpoint.protocol.server import Request, ask, get, served
from tests.seeds import ROOT

QUERIES = ROOT / "tests" / "genelore" / "description" / "queries"


@pytest.fixture(scope="module")
def port(seed_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    folder = tmp_path_factory.mktemp("described") / "store"
    folder.mkdir()
    quads = pyoxigraph.Store(str(folder / "quads"))
    quads.bulk_extend(open_current(seed_store))
    quads.bulk_extend(describe(quads))
    quads.flush()
    generation.publish(quads, folder)
    with served(folder) as number:
        yield number


@pytest.mark.parametrize(
    ("name", "least"), [("editor-void", 100), ("editor-examples", 10), ("editor-prefixes", 30)]
)
def test_an_editor_gets_what_it_asks_for_through_http(port, name, least):
    answer = get(port, (QUERIES / f"{name}.rq").read_text("utf-8"), "application/sparql-results+json")
    assert len(json.loads(answer.body)["results"]["bindings"]) >= least


def test_the_well_known_description_is_the_graph_of_the_store(port):
    graph = "/graphs?graph=https%3A%2F%2Fw3id.org%2Fgenelore%2Fvoid"
    contents = [
        ask(port, Request(path, headers={"Accept": "application/n-triples"})).body
        for path in ("/.well-known/void", graph)
    ]
    parsed = [{*pyoxigraph.parse(content, format=RdfFormat.N_TRIPLES)} for content in contents]
    assert parsed[0] == parsed[1]
    assert len(parsed[0]) > 1000
