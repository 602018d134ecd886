"""What holds of the seed of every source kind."""

import pytest

from ingest.sources import modules
from tests.seeds import NAMES, is_well_placed, seed

MODULES = {module.KIND.name: module for module in modules()}


@pytest.mark.parametrize(
    ("kind", "other"), [(kind, other) for kind in NAMES for other in NAMES if kind != other]
)
def test_the_other_seeds_are_refused_with_a_reason(kind: str, other: str):
    answer = MODULES[kind].recognises(seed(other))
    assert answer.evidence is None
    assert answer.reason


@pytest.mark.parametrize("kind", NAMES)
def test_every_fact_of_a_seed_has_a_quote(kind: str):
    document = seed(kind)
    assert all(is_well_placed(document, fact) for fact in MODULES[kind].parse(document).facts)
