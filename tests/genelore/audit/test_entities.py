from dataclasses import replace

import pytest
from pyoxigraph import Literal, NamedNode

from genelore.audit.entities import object_of
from genelore.audit.reading import Claim
from tests.genelore.audit.hand_made import reading


def claimed(value: str) -> Claim:
    return replace(reading("a.md", "gene caption A picture").claims[0], value=value)


@pytest.mark.parametrize(
    "text",
    [
        "http://example.org/a b.jpg",
        "https://example.org/<x>",
        "http://example.org/{id}",
        "http://example.org/%zz",
        "http://[x",
        "https:",
    ],
)
def test_an_address_that_is_no_iri_is_text(text: str) -> None:
    assert object_of(claimed(text), {}) == Literal(text)


def test_an_address_that_is_an_iri_is_one() -> None:
    assert object_of(claimed("http://example.org/a%20b.jpg"), {}) == NamedNode("http://example.org/a%20b.jpg")
