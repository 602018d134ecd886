import os
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from genelore.federation import Registry, load
from genelore.standins.servers import NoServerError
from genelore.standins.serving import Engine, serving


@pytest.fixture(scope="session", params=list(Engine), ids=str)
def registry(request: pytest.FixtureRequest) -> Iterator[Registry]:
    """The endpoints of all examples, each led to its stand-in on one of two servers."""
    with ExitStack() as stack:
        try:
            served = stack.enter_context(serving(request.param))
        except NoServerError as error:
            if os.environ.get("GENELORE_SERVERS") == "required":
                raise
            pytest.skip(str(error))
        yield load(f"{iri}={address}" for iri, address in served.items())
