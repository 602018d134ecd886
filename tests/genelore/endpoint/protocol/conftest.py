from collections.abc import Iterator
from pathlib import Path

import pyoxigraph
import pytest
from pyoxigraph import NamedNode, RdfFormat

from genelore import generation
from ontology.terms import BASE
from tests.genelore.endpoint.protocol.server import served

# Two graphs that share a triple, and a default graph with a markup-like and a formula-like literal.
DATA = b"""
@prefix : <http://example.org/> .
:s :p "<script>alert(1)</script>" .
:s :p "=1+1" .
:a { :x :p 1 . :x :p 2 }
:b { :x :p 2 . :x :p 3 . :x :q :y }
"""


@pytest.fixture(scope="session")
def small_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Publish a store of two small graphs and a default graph."""
    folder = tmp_path_factory.mktemp("small") / "store"
    folder.mkdir()
    quads = pyoxigraph.Store(str(folder / "quads"))
    quads.load(DATA, format=RdfFormat.TRIG)
    quads.add_graph(NamedNode(f"{BASE}provenance"))
    quads.flush()
    generation.publish(quads, folder)
    return folder


@pytest.fixture(scope="session")
def small(small_store: Path) -> Iterator[int]:
    """Serve the small store and give the port."""
    with served(small_store) as port:
        yield port
