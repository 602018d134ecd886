"""The W3C's SHACL core tests, through pySHACL as the check calls it."""

import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from rdflib import RDF, SH, BNode, Graph, Namespace
from rdflib.term import Node

from shapes.check import validate
from tests.seeds import shared

MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
SHT = Namespace("http://www.w3.org/ns/shacl-test#")
FIELDS = (SH.focusNode, SH.resultSeverity, SH.sourceConstraintComponent, SH.value)


def cases(folder: Path) -> Iterator[tuple[str, Graph, Node]]:
    for file in sorted(folder.rglob("tests/core/**/*.ttl")):
        manifest = Graph().parse(file, publicID=file.as_uri())
        for test in manifest.subjects(RDF.type, SHT.Validate):
            yield f"{file.parent.name}/{file.stem}", manifest, test


def summary(graph: Graph, report: Node | None) -> tuple[str, list[str]]:
    results = [
        [graph.value(result, field) for field in FIELDS] for result in graph.objects(report, SH.result)
    ]
    rows = [["_" if isinstance(value, BNode) else repr(value) for value in result] for result in results]
    return str(graph.value(report, SH.conforms)), sorted(map(str, rows))


def passes(manifest: Graph, test: Node) -> bool:
    action = manifest.value(test, MF.action)
    data, shapes = (
        Graph().parse(str(manifest.value(action, part)), format="turtle")
        for part in (SHT.dataGraph, SHT.shapesGraph)
    )
    report = validate(data, shapes)
    expected = summary(manifest, manifest.value(test, MF.result))
    return summary(report, report.value(None, RDF.type, SH.ValidationReport)) == expected


@pytest.mark.filterwarnings("ignore:Parsing weird boolean")
def test_all_core_tests_but_one_pass(tmp_path: Path) -> None:
    with tarfile.open(shared("suites/w3c-shacl.tar.gz")) as archive:
        archive.extractall(tmp_path, filter="data")

    outcomes = {name: passes(manifest, test) for name, manifest, test in cases(tmp_path)}

    assert len(outcomes) == 98
    assert [name for name, passed in outcomes.items() if not passed] == ["property/uniqueLang-002"]
