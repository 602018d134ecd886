from collections import Counter

import pyoxigraph
from hypothesis import HealthCheck, Phase, assume, given, settings
from pyoxigraph import QueryBoolean, QueryTriples

from genelore.federation import Options, run
from genelore.federation.correlation import CorrelatedError
from genelore.federation.registry import Registry
from tests.genelore.federation.random_queries import FIRST, SECOND, Split, merged, queries, splits
from tests.genelore.federation.servers import Server

_SETTINGS = settings(
    max_examples=150,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    report_multiple_bugs=False,
    suppress_health_check=list(HealthCheck),
)


def trig(graph: str, lines: tuple[str, ...]) -> str:
    return f"GRAPH <{graph}> {{ {' '.join(lines)} }}\n" if graph else "\n".join(lines)


def store_of(text: str) -> pyoxigraph.Store:
    store = pyoxigraph.Store()
    store.load(text.encode(), format=pyoxigraph.RdfFormat.TRIG)
    return store


def expected(query: str, data: Split) -> object:
    whole = store_of(trig("", data.local) + trig(FIRST, data.first) + trig(SECOND, data.second))
    result = whole.query(merged(query))
    if isinstance(result, QueryBoolean):
        return bool(result)
    if isinstance(result, QueryTriples):
        return {str(each) for each in result}
    names = [each.value for each in result.variables]
    return Counter(frozenset((n, str(v)) for n, v in zip(names, row, strict=True) if v) for row in result)


def answered(query: str, data: Split, registry: Registry) -> object:
    answer = run(query, store_of(trig("", data.local)), registry, Options())
    if answer.boolean is not None:
        return answer.boolean
    if answer.triples is not None:
        return {str(each) for each in answer.triples}
    rows = (zip(answer.names, row, strict=True) for row in answer.rows)
    return Counter(frozenset((name, str(value)) for name, value in row if value) for row in rows)


@_SETTINGS
@given(query=queries(), data=splits())
def test_a_federated_query_answers_what_it_would_over_one_store(
    query: str, data: Split, first_server: Server, second_server: Server
) -> None:
    try:
        right = expected(query, data)
    except SyntaxError:
        assume(False)
    first_server.put("\n".join(data.first))
    second_server.put("\n".join(data.second))
    registry = Registry({}, {FIRST: first_server.query, SECOND: second_server.query})
    try:
        assert answered(query, data, registry) == right
    except CorrelatedError:
        assume(False)
