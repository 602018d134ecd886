from collections.abc import Iterator

import pytest

from tests.genelore.federation.faults import Faulty, misbehaving
from tests.genelore.federation.servers import Server, serving


@pytest.fixture(scope="session")
def first_server() -> Iterator[Server]:
    """An Oxigraph server in a process of its own."""
    with serving() as server:
        yield server


@pytest.fixture(scope="session")
def second_server() -> Iterator[Server]:
    """Another one."""
    with serving() as server:
        yield server


@pytest.fixture
def faulty() -> Iterator[Faulty]:
    """A server that misbehaves."""
    with misbehaving() as server:
        yield server
