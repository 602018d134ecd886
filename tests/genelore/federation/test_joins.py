from collections.abc import Iterator
from math import ceil

import pyoxigraph
import pytest
from pyoxigraph import BlankNode, Literal, NamedNode

from genelore.federation import Answer, Options, run
from genelore.federation.failure import FederationError, ServiceError
from genelore.federation.registry import Registry
from genelore.federation.writing import write
from genelore.results import Dataset, ResultFormat
from ontology.endpoints import Endpoint
from tests.genelore.federation.faults import Faulty
from tests.genelore.federation.servers import Server

FIRST, SECOND = "https://first.example/sparql", "https://second.example/sparql"
PREFIX = "PREFIX e: <http://e/>\n"
GENES = 120


@pytest.fixture
def registry(first_server: Server, second_server: Server) -> Registry:
    """Names of 200 genes on one server, three proteins for each on the other."""
    names = [f'<http://e/g{n}> <http://e/name> "n{n}"@en .' for n in range(200)]
    first_server.put("\n".join([*names, "GRAPH <http://e/old> { <http://e/g1> <http://e/name> 'old' }"]))
    proteins = [f"<http://e/p{n}> <http://e/of> <http://e/g{n % 200}> ." for n in range(600)]
    second_server.put("\n".join([*proteins, "<http://e/p1> <http://e/part> [ <http://e/size> 7 ] ."]))
    return Registry({}, {FIRST: first_server.query, SECOND: second_server.query})


@pytest.fixture(scope="module")
def store() -> Iterator[pyoxigraph.Store]:
    """A store of 120 genes, some of them twice in another graph."""
    lines = [f"<http://e/g{n}> a <http://e/Gene> ." for n in range(GENES)]
    lines.append("GRAPH <http://e/few> { <http://e/g1> a <http://e/Gene> . <http://e/g2> a <http://e/Gene> }")
    lines.append(f"<http://e/here> <http://e/endpoint> <{FIRST}> . _:b a <http://e/Gene> .")
    held = pyoxigraph.Store()
    held.load("\n".join(lines).encode(), format=pyoxigraph.RdfFormat.TRIG)
    yield held


def rows(answer: Answer) -> list[dict[str, str]]:
    return [
        {name: term.value for name, term in zip(answer.names, row, strict=True) if term}  # type: ignore[union-attr]
        for row in answer.rows
    ]


def asked(answer: Answer, iri: str) -> list[int]:
    return [each.bindings for each in answer.requests if each.endpoint == iri]


NAMED = f"SERVICE <{FIRST}> {{ ?g e:name ?name }}"
OWNED = f"SERVICE <{SECOND}> {{ ?p e:of ?g }}"

CASES = [
    (f"?g a e:Gene . {NAMED}", GENES, [50, 50, 20], []),
    (f"{NAMED} ?g a e:Gene .", GENES, [50, 50, 20], []),
    (f"?g a e:Gene . {NAMED} {OWNED}", 3 * GENES, [50, 50, 20], [50, 50, 20]),
    (f"?g a e:Gene . OPTIONAL {{ {NAMED} }} {OWNED}", 3 * GENES, [50, 50, 20], [50, 50, 20]),
    (f"?g a e:Gene . {{ {NAMED} }} UNION {{ {OWNED} }}", 4 * GENES, [50, 50, 20], [50, 50, 20]),
    (f"?g a e:Gene . {{ {{ {NAMED} }} }}", GENES, [50, 50, 20], []),
    (f"?g a e:Gene . {{ SELECT ?g {{ {NAMED} }} }}", GENES, [50, 50, 20], []),
    (f"?g a e:Gene . {{ SELECT ?g (COUNT(*) AS ?n) {{ {OWNED} }} GROUP BY ?g }}", GENES, [], [50, 50, 20]),
    (f"?g a e:Gene . FILTER EXISTS {{ {NAMED} }}", GENES, [50, 50, 20], []),
    (f"?g a e:Gene . FILTER NOT EXISTS {{ {NAMED} }}", 1, [50, 50, 20], []),
    (f"?g a e:Gene . MINUS {{ {NAMED} }}", 1, [50, 50, 20], []),
    (f"GRAPH e:few {{ ?g a e:Gene . {NAMED} }}", 2, [2], []),
    (f"GRAPH ?graph {{ ?g a e:Gene . {NAMED} }}", 2, [2], []),
    (f"?g a e:Gene . FILTER(?g = e:g3) {NAMED}", 1, [1], []),
    (f"?g a e:Gene . VALUES ?g {{ e:g3 e:g4 e:none }} {NAMED}", 2, [2], []),
    (f"?g a e:Gene . BIND(?g AS ?h) SERVICE <{FIRST}> {{ ?h e:name ?name }}", GENES, [50, 50, 20], []),
    ("?x e:endpoint ?e . ?g a e:Gene . SERVICE ?e { ?g e:name ?name }", GENES, [50, 50, 20], []),
    (f"?g a e:None . {NAMED}", 0, [], []),
    (f"SERVICE <{FIRST}> {{ ?g e:name ?name FILTER(?name = 'n3'@en) }} {OWNED}", 3, [0], [1]),
    (f"GRAPH e:few {{ ?g a e:Gene }} SERVICE <{FIRST}> {{ GRAPH ?old {{ ?g e:name ?name }} }}", 1, [2], []),
    (f"GRAPH e:few {{ ?g a e:Gene }} SERVICE <{FIRST}> {{ ?g e:name ?name {OWNED} }}", 6, [2], [2]),
]


@pytest.mark.parametrize(("pattern", "count", "first", "second"), CASES)
def test_each_shape_has_its_rows_and_no_more_requests_than_blocks_of_bindings(
    pattern: str, count: int, first: list[int], second: list[int], store: pyoxigraph.Store, registry: Registry
) -> None:
    answer = run(f"{PREFIX} SELECT * {{ {pattern} }}", store, registry)
    assert len(rows(answer)) == count
    assert (asked(answer, FIRST), asked(answer, SECOND)) == (first, second)


def test_rows_come_before_the_last_request_is_made(store: pyoxigraph.Store, registry: Registry) -> None:
    answer = run(f"{PREFIX} SELECT * {{ ?g a e:Gene . {NAMED} }}", store, registry)
    assert len(answer.requests) == 1
    next(answer.rows)
    assert len(answer.requests) == 1
    assert len(list(answer.rows)) == GENES - 1
    assert len(answer.requests) == 3


def test_no_more_is_asked_once_a_limit_is_reached(store: pyoxigraph.Store, registry: Registry) -> None:
    answer = run(f"{PREFIX} SELECT * {{ ?g a e:Gene . {NAMED} }} LIMIT 20", store, registry)
    assert len(rows(answer)) == 20
    assert len(answer.requests) == 1


def test_the_block_is_the_endpoints_own_and_too_many_are_an_error(
    store: pyoxigraph.Store, registry: Registry
) -> None:
    own = Registry({FIRST: Endpoint(FIRST, "First", block=7)}, registry.addresses)
    answer = run(f"{PREFIX} SELECT * {{ ?g a e:Gene . {NAMED} }}", store, own)
    assert (len(rows(answer)), len(answer.requests)) == (GENES, ceil(GENES / 7))
    own = Registry({FIRST: Endpoint(FIRST, "First", block=1, requests=100)}, registry.addresses)
    with pytest.raises(FederationError, match=f"<{FIRST}> would be asked 120 times"):
        run(f"{PREFIX} SELECT * {{ ?g a e:Gene . {NAMED} }}", store, own)


def test_blank_nodes_of_another_server_stay_blank_and_apart(
    store: pyoxigraph.Store, registry: Registry
) -> None:
    query = (
        f"SELECT ?b {{ VALUES ?p {{ e:p1 e:p2 }} SERVICE <{SECOND}> {{ ?p e:part ?b . ?b e:size ?size }} }}"
    )
    [(found,)] = run(PREFIX + query, store, registry).rows
    assert isinstance(found, BlankNode)


def test_literals_come_back_with_datatype_and_language(store: pyoxigraph.Store, registry: Registry) -> None:
    query = f"SELECT ?name {{ VALUES ?g {{ e:g1 }} SERVICE <{FIRST}> {{ ?g e:name ?name }} }}"
    assert list(run(PREFIX + query, store, registry).rows) == [(Literal("n1", language="en"),)]


def test_a_literal_in_another_language_or_datatype_does_not_join(
    store: pyoxigraph.Store, registry: Registry
) -> None:
    query = "SELECT * {{ VALUES ?name {{ 'n1' 'n2'@de 'n3'@en 4 }} {} }}"
    assert [row["name"] for row in rows(run(PREFIX + query.format(NAMED), store, registry))] == ["n3"]


def test_the_dataset_of_the_query_and_of_the_protocol_is_kept(
    store: pyoxigraph.Store, registry: Registry
) -> None:
    answer = run(f"{PREFIX} SELECT * FROM e:few {{ ?g a e:Gene . {NAMED} }}", store, registry)
    assert len(rows(answer)) == 2
    few = Options(dataset=Dataset(default=("http://e/few",)))
    answer = run(f"{PREFIX} SELECT * {{ ?g a e:Gene . {NAMED} }}", store, registry, few)
    assert len(rows(answer)) == 2


def test_the_other_forms_are_answered(store: pyoxigraph.Store, registry: Registry) -> None:
    assert run(f"{PREFIX} ASK {{ ?g a e:Gene . {NAMED} }}", store, registry).boolean is True
    made = run(f"{PREFIX} CONSTRUCT {{ ?g e:called ?name }} {{ ?g a e:Gene . {NAMED} }}", store, registry)
    assert made.triples is not None
    assert len(list(made.triples)) == GENES
    told = run(f"{PREFIX} DESCRIBE ?g {{ ?g a e:Gene . {NAMED} FILTER(?name = 'n1'@en) }}", store, registry)
    assert told.triples is not None
    assert [triple.subject for triple in told.triples] == [NamedNode("http://e/g1")]


def test_a_silent_failure_is_a_warning_and_one_empty_solution(
    store: pyoxigraph.Store, faulty: Faulty
) -> None:
    registry = Registry({}, {FIRST: f"{faulty.root}/down"})
    answer = run(
        f"{PREFIX} SELECT * {{ ?g a e:Gene . {NAMED.replace('E <', 'E SILENT <')} }}", store, registry
    )
    assert len(rows(answer)) == GENES + 1
    assert answer.warnings == [f"<{FIRST}> answers 500"]


def test_a_failure_that_is_not_silent_names_the_service(store: pyoxigraph.Store, faulty: Faulty) -> None:
    registry = Registry({}, {FIRST: f"{faulty.root}/down"})
    with pytest.raises(ServiceError, match=f"<{FIRST}> answers 500"):
        run(f"{PREFIX} SELECT * {{ ?g a e:Gene . {NAMED} }}", store, registry)


def test_a_failure_after_the_first_rows_is_no_short_answer(store: pyoxigraph.Store, faulty: Faulty) -> None:
    registry = Registry({}, {FIRST: f"{faulty.root}/good-once"})
    query = f"{PREFIX} SELECT * {{ ?g a e:Gene . SERVICE <{FIRST}> {{ ?g e:name ?x }} }}"
    with pytest.raises(ServiceError, match=f"<{FIRST}> answers 500"):
        list(run(query, store, registry).rows)
    with pytest.raises(ServiceError, match=f"<{FIRST}> answers 500"):
        write(run(query, store, registry), ResultFormat.CSV)


@pytest.mark.parametrize("endpoint", ["", "BIND(1 AS ?e)", "VALUES ?e { UNDEF }"])
def test_a_variable_endpoint_without_an_iri_is_an_error(
    endpoint: str, store: pyoxigraph.Store, registry: Registry
) -> None:
    with pytest.raises(FederationError, match=r"SERVICE \?e"):
        run(f"{PREFIX} SELECT * {{ {endpoint} SERVICE ?e {{ ?g e:name ?name }} }}", store, registry)


@pytest.mark.parametrize(
    "query", ["SELECT", "SELECT * { SERVICE <http://e/> { ?s ?p } }", "SELECT * { x:y ?p ?o }"]
)
def test_what_is_not_sparql_is_an_error(query: str, store: pyoxigraph.Store, registry: Registry) -> None:
    with pytest.raises(FederationError, match="not SPARQL"):
        run(query, store, registry)
