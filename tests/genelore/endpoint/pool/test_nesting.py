from contextlib import suppress

import pytest

from genelore.endpoint.job import ProblemError
from genelore.endpoint.pool import nesting

DEEP = nesting.DEEPEST + 1
REFUSED = {
    "groups": "ASK " + "{" * DEEP,
    "parentheses": "ASK { FILTER" + "( " * DEEP,
    "spread out": "SELECT * { " + "{ ?s ?p ?o OPTIONAL " * DEEP,
    "operators": "ASK { FILTER(" + "! " * DEEP + "true) }",
    "path": "ASK { ?a " + "/".join(["ex:p"] * (DEEP + 1)) + " ?b }",
    "behind a string": "ASK { ?a ?b '''a'b''', \"\\\"\" " + "(" * DEEP,
    "sum": "ASK { FILTER(" + "+".join(["1"] * (DEEP + 1)) + " > 1) }",
}
PASSED = {
    "siblings": "ASK { " + "{} " * 5000 + "}",
    "string": "ASK { ?a ?b '" + "(" * 5000 + "' }",
    "long string": 'ASK { ?a ?b """' + '("' * 5000 + ' """ }',
    "comment": "ASK {} #" + "{" * 5000,
    "address": "ASK { ?a ?b <http://example.org/" + "(" * 5000 + "> }",
    "just so deep": "ASK " + "{" * nesting.DEEPEST + "}" * nesting.DEEPEST,
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_is_too_deep_is_refused(kind: str) -> None:
    with pytest.raises(ProblemError, match="deep"):
        nesting.check(REFUSED[kind])


@pytest.mark.parametrize("kind", PASSED)
def test_what_only_looks_deep_passes(kind: str) -> None:
    nesting.check(PASSED[kind])


@pytest.mark.parametrize("piece", ["'\\", '"', '"""\\', "<a", "/ ", "'''", "#\n", "\\", "! ( "])
def test_a_text_that_is_read_from_each_of_its_pieces_would_never_end(piece: str) -> None:
    with suppress(ProblemError):
        nesting.check(piece * (1_000_000 // len(piece)))
    assert nesting.is_deep("(" * DEEP)
