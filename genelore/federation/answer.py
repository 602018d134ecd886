"""The answer to a federated query, as it comes."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    Triple,
    parse_query_results,
)

from genelore.federation.network import Request
from genelore.federation.tables import Row, Term
from genelore.pieces import stream


@dataclass(slots=True)
class Answer:
    """Rows, triples or a truth value, with the requests made and the warnings given so far.

    `names` are the variables of the rows; `boolean` is None unless the query is ASK. Rows come as they are
    known: `requests` and `warnings` are complete only after the last one.
    """

    names: tuple[str, ...] = ()
    rows: Iterator[Row] = field(default_factory=lambda: iter(()))
    triples: Iterator[Triple] | None = None
    boolean: bool | None = None
    requests: list[Request] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def result(self) -> QuerySolutions | QueryBoolean:
        """Return rows or a truth value as the library's own result, which knows how to be written."""
        return parse_query_results(stream(self._json()), QueryResultsFormat.JSON)

    def _json(self) -> Iterator[bytes]:
        if self.boolean is not None:
            yield json.dumps({"head": {}, "boolean": self.boolean}).encode()
            return
        yield json.dumps({"vars": self.names}).join(('{"head":', ',"results":{"bindings":[')).encode()
        for number, row in enumerate(self.rows):
            cells = {name: _cell(term) for name, term in zip(self.names, row, strict=True) if term}
            yield (b"," if number else b"") + json.dumps(cells).encode()
        yield b"]}}"


def _cell(term: Term) -> dict[str, str]:
    if isinstance(term, Literal):
        if term.language:
            return {"type": "literal", "value": term.value, "xml:lang": term.language}
        return {"type": "literal", "value": term.value, "datatype": term.datatype.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    assert isinstance(term, NamedNode)
    return {"type": "uri", "value": term.value}
