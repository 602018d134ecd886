"""Every federated example over the seeds and the stand-ins, which two real servers hold."""

from collections import Counter
from math import ceil
from pathlib import Path

import pytest

from genelore.description.examples import Example, examples
from genelore.federation import Registry, run
from genelore.federation.answer import Answer
from genelore.generation import open_current
from genelore.results import shortened
from ontology.endpoints import endpoints
from tests.genelore.federation.examples.expected import ROWS

FEDERATED = [example for example in examples() if example.services]


def answer(store: Path, registry: Registry, example: Example) -> tuple[list[tuple[str, ...]], Answer]:
    found = run(example.text, open_current(store), registry)
    rows = [tuple(shortened(term) if term else "" for term in row) for row in found.rows]
    return rows, found


def test_every_federated_example_has_its_rows_written_down() -> None:
    assert [example.name for example in FEDERATED] == sorted(ROWS)
    assert len(ROWS) >= 12


@pytest.mark.parametrize("example", FEDERATED, ids=lambda example: example.name)
def test_an_example_has_its_rows_on_both_servers(
    example: Example, seed_store: Path, registry: Registry
) -> None:
    rows, found = answer(seed_store, registry, example)

    assert rows == ROWS[example.name]
    assert found.warnings == []


@pytest.mark.parametrize("example", FEDERATED, ids=lambda example: example.name)
def test_an_example_makes_no_more_requests_than_its_bindings_have_blocks(
    example: Example, seed_store: Path, registry: Registry
) -> None:
    _, found = answer(seed_store, registry, example)
    bindings: Counter[str] = Counter()
    for request in found.requests:
        bindings[request.endpoint] += request.bindings
    requests = Counter(request.endpoint for request in found.requests)
    blocks = {iri: registry.find(iri).endpoint.block for iri in requests}

    assert {*requests} == {*example.services}
    assert {iri: count for iri, count in requests.items() if count > ceil(bindings[iri] / blocks[iri])} == {}


@pytest.mark.parametrize("example", FEDERATED, ids=lambda example: example.name)
def test_an_example_names_the_endpoints_that_it_asks_as_the_profiles_do(example: Example) -> None:
    assert "federated" in example.keywords
    assert {*example.services} <= {*endpoints()}
