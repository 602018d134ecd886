"""Every export is read again by another parser than the one that wrote it, to the same quads."""

import io
import json
import subprocess
import sys

import pyoxigraph
import pytest
import rdflib
from pyoxigraph import DefaultGraph, Quad, RdfFormat

from genelore.generation import open_current
from genelore.publish.export import (
    DATASET_FORMATS,
    ExportFormat,
    UnknownGraphError,
    export,
    graph_names,
    sorted_prefixes,
)

RDFLIB = {
    ExportFormat.TURTLE: "turtle",
    ExportFormat.TRIG: "trig",
    ExportFormat.NQUADS: "nquads",
    ExportFormat.NTRIPLES: "nt11",
    ExportFormat.RDFXML: "xml",
}


@pytest.fixture(scope="module")
def store(seed_store):
    return open_current(seed_store)


def exported(store, form: ExportFormat, graphs: tuple[str, ...] = ()) -> bytes:
    stream = io.BytesIO()
    export(store, graphs, form, stream)
    return stream.getvalue()


def as_lines(quads) -> list[str]:
    return sorted((pyoxigraph.serialize(quads, format=RdfFormat.N_QUADS) or b"").decode().splitlines())


def read_by_rdflib(content: bytes, form: ExportFormat) -> list[str]:
    """Parse with rdflib and write as sorted N-Quads, in pyoxigraph's spelling of them."""
    dataset = rdflib.Dataset()
    with pytest.MonkeyPatch.context() as patch:
        # Else rdflib writes "...Z" as "...+00:00": the same instant, but another literal.
        patch.setattr(rdflib, "NORMALIZE_LITERALS", False)
        dataset.parse(data=content.decode(), format=RDFLIB[form])
    text = dataset.serialize(format="nquads").replace("<urn:x-rdflib:default> .", ".")
    return as_lines(pyoxigraph.parse(text, format=RdfFormat.N_QUADS))


def test_the_named_graphs_of_the_seeds_are_there(store):
    names = graph_names(store)
    assert len([name for name in names if "/document/" in name]) == 5
    assert "https://w3id.org/genelore/provenance" in names


@pytest.mark.parametrize("form", RDFLIB)
def test_an_export_is_read_again_by_rdflib_to_the_same_quads(store, form):
    quads = {
        q
        for name in graph_names(store)
        for q in store.quads_for_pattern(None, None, None, pyoxigraph.NamedNode(name))
    }
    if form not in DATASET_FORMATS:
        quads = {Quad(q.subject, q.predicate, q.object, DefaultGraph()) for q in quads}
    assert read_by_rdflib(exported(store, form), form) == as_lines(quads)


def test_json_ld_is_read_again_by_the_engine_to_the_same_quads(store):
    graphs = [name for name in graph_names(store) if "/document/" in name or name.endswith("/provenance")]
    content = exported(store, ExportFormat.JSONLD, tuple(graphs))
    again = as_lines(pyoxigraph.parse(content, format=RdfFormat.JSON_LD))
    assert again == as_lines(
        q for name in graphs for q in store.quads_for_pattern(None, None, None, pyoxigraph.NamedNode(name))
    )


def test_json_ld_is_readable(store):
    graph = next(name for name in graph_names(store) if "/document/" in name)
    text = exported(store, ExportFormat.JSONLD, (graph,)).decode()
    assert "https://w3id.org/genelore/ontology#quote" not in text.partition('"@graph"')[2]
    assert json.loads(text)["@context"]


def test_one_graph_is_exported_alone_and_an_unknown_one_is_an_error(store):
    graph = next(name for name in graph_names(store) if "/document/" in name)
    lines = exported(store, ExportFormat.NQUADS, (graph,)).decode().splitlines()
    assert all(line.endswith(f"<{graph}> .") for line in lines)
    with pytest.raises(UnknownGraphError, match="no graph urn:nothing; there are "):
        exported(store, ExportFormat.TRIG, ("urn:nothing",))


@pytest.mark.parametrize("form", list(ExportFormat))
def test_another_process_writes_the_same_bytes(seed_store, store, form):
    command = [sys.executable, "-m", "genelore", "export", "--store", str(seed_store), "--format", form.value]
    done = subprocess.run(command, capture_output=True, check=True, env={"PYTHONHASHSEED": "5"})
    assert done.stdout == exported(store, form)


def test_prefixes_are_sorted_and_the_rest_is_left_alone():
    assert sorted_prefixes(b"@prefix b: <b> .\n@prefix a: <a> .\nx\n@prefix") == (
        b"@prefix a: <a> .\n@prefix b: <b> .\nx\n@prefix"
    )
    assert (
        sorted_prefixes(b'<rdf:RDF xmlns:b="b" xmlns:a="a"><x/>') == b'<rdf:RDF xmlns:a="a" xmlns:b="b"><x/>'
    )
    assert sorted_prefixes(b"") == b""
