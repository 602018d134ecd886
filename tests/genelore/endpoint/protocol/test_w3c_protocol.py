"""The W3C's tests of the protocol that need no writing."""

from pathlib import Path

from tests.genelore.endpoint.protocol.protocol_suite import protocol_cases, publish_protocol, wrong_with
from tests.genelore.endpoint.protocol.server import served
from tests.genelore.endpoint.protocol.suite import unpacked
from tests.seeds import shared


def test_every_request_is_answered_as_the_protocol_says(tmp_path: Path):
    root = unpacked(shared("suites/w3c-sparql11.tar.gz"), tmp_path)
    publish_protocol(root, tmp_path / "store")
    cases = protocol_cases(root)

    with served(tmp_path / "store") as port:
        wrong = {case.name: why for case in cases if (why := wrong_with(port, case))}

    assert len(cases) == 27
    assert wrong == {}
