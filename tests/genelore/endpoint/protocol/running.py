"""A test of the W3C's suite, run against a server."""

import re
from collections.abc import Sequence
from xml.etree.ElementTree import ParseError

from tests.genelore.endpoint.protocol.outcome import read, same
from tests.genelore.endpoint.protocol.server import Answer, get
from tests.genelore.endpoint.protocol.suite import Case

_ACCEPT = {
    ".srx": "application/sparql-results+xml",
    ".srj": "application/sparql-results+json",
    ".csv": "text/csv",
    ".tsv": "text/tab-separated-values",
    ".ttl": "text/turtle, application/sparql-results+json;q=0.5",
}
_SUFFIX = {media: suffix for suffix, media in _ACCEPT.items()} | {
    "text/turtle": ".ttl",
    "application/sparql-results+json": ".srj",
}
# No graph has this name: a query of it alone finds an empty default graph and no named one.
_NOWHERE = "urn:genelore:test:nowhere"


def run(port: int, test: Case) -> str:
    """Run a test; return what is wrong, nothing if it passes."""
    if test.kind.startswith("NegativeSyntax"):
        answer = get(port, test.text(), "*/*", _dataset(test))
        return "" if answer.status == 400 else f"status {answer.status} for a query that is none"
    if test.result is None:
        answer = get(port, test.text(), "*/*", _dataset(test))
        # 422 is for a query that is SPARQL and calls a function that is not defined here.
        return "" if answer.status in {200, 422} else _refused(answer)
    answer = get(port, test.text(), _ACCEPT[test.result.suffix], _dataset(test))
    return _refused(answer) if answer.status != 200 else _compared(test, answer)


def _dataset(test: Case) -> Sequence[tuple[str, str]]:
    if re.search(r"\bFROM\b", test.text()):
        return ()
    named = [("named-graph-uri", address) for address in test.named or (_NOWHERE,)]
    return [*(("default-graph-uri", address) for address in test.default), *named]


def _refused(answer: Answer) -> str:
    return f"status {answer.status}: {' '.join(answer.body.decode('utf-8', 'replace').split())}"


def _compared(test: Case, answer: Answer) -> str:
    assert test.result
    in_order = bool(re.search(r"\bORDER\s+BY\b", test.text(), re.IGNORECASE))
    try:
        got = read(answer.body, _SUFFIX[answer.media])
    except (ValueError, ParseError) as error:
        return f"the answer cannot be read: {error}"
    if same(read(test.result.read_bytes(), test.result.suffix), got, in_order=in_order):
        return ""
    return f"another result: {' '.join(answer.body.decode('utf-8', 'replace').split())}"
