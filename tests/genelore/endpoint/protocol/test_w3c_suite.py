"""The W3C's SPARQL 1.1 query and result-format tests, through HTTP."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.genelore.endpoint.protocol.known_failures import KNOWN
from tests.genelore.endpoint.protocol.running import run
from tests.genelore.endpoint.protocol.server import served
from tests.genelore.endpoint.protocol.suite import FORMATS, QUERY, cases_of, publish, unpacked
from tests.seeds import shared


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return unpacked(shared("suites/w3c-sparql11.tar.gz"), tmp_path_factory.mktemp("suite"))


@pytest.fixture(scope="module")
def port(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    store = tmp_path_factory.mktemp("served") / "store"
    publish(root, (*QUERY, *FORMATS), store)
    with served(store) as number:
        yield number


def test_exactly_the_query_tests_that_the_engine_fails_fail(root: Path, port: int):
    cases = cases_of(root, QUERY)
    failed = {case.key: wrong for case in cases if (wrong := run(port, case))}

    assert len(cases) == 328
    assert failed.keys() == KNOWN.keys(), failed


def test_the_result_formats_are_those_of_the_recommendations(root: Path, port: int):
    cases = cases_of(root, FORMATS)

    assert len(cases) == 10
    assert {case.key: wrong for case in cases if (wrong := run(port, case))} == {}
