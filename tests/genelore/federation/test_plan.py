from contextlib import nullcontext

import pytest

from genelore.federation import load
from genelore.federation.clauses import clauses
from genelore.federation.context import Surroundings, context
from genelore.federation.correlation import CorrelatedError, check
from genelore.federation.failure import FederationError, RefusedError
from genelore.federation.plan import plan
from genelore.federation.reading import read

BGEE, OMA = "https://www.bgee.org/sparql/", "https://sparql.omabrowser.org/sparql/"
SERVICE = f"SERVICE <{BGEE}> {{ ?x ?y ?z }}"

# A pattern with one clause, and the variables of it that its surroundings restrict.
RESTRICTED = [
    (f"?x a ?t . {SERVICE}", "x"),
    (f"{SERVICE} ?x a ?t", "x"),
    (f"{SERVICE} OPTIONAL {{ ?x a ?t }}", ""),
    (f"OPTIONAL {{ ?x a ?t }} {SERVICE}", "x"),
    (f"?a a ?b OPTIONAL {{ {SERVICE} }} ?x a ?b", ""),
    (f"?x a ?b OPTIONAL {{ ?y a ?c {SERVICE} }} ?z a ?b", "xy"),
    (f"?z a ?b {{ ?x a ?c OPTIONAL {{ {SERVICE} }} }}", "x"),
    (f"?x a ?b MINUS {{ {SERVICE} }} ?y a ?b", "x"),
    (f"FILTER EXISTS {{ {SERVICE} }} ?x a ?y", "xy"),
    (f"?x a ?b {{ SELECT ?x {{ ?y a ?c {SERVICE} }} }} ?z a ?b", "xy"),
    (f"?x a ?b {{ SELECT ?y {{ {SERVICE} }} }}", ""),
    (f"?x a ?b {{ SELECT ?x {{ {SERVICE} }} LIMIT 1 }}", ""),
    (f"?x a ?b {{ SELECT (COUNT(*) AS ?x) {{ {SERVICE} }} }}", ""),
    (f"?x a ?b {{ ?a a ?b }} UNION {{ {SERVICE} }}", "x"),
    (f"GRAPH ?x {{ ?y a ?b {SERVICE} }}", "y"),
    (f"BIND(1 AS ?x) {SERVICE}", "x"),
    (f"VALUES (?x ?y) {{ (1 2) }} {SERVICE}", "xy"),
]


@pytest.mark.parametrize(("pattern", "names"), RESTRICTED)
def test_a_clause_is_restricted_by_what_must_match_it(pattern: str, names: str) -> None:
    query = read(f"SELECT * {{ {pattern} }}")
    [clause] = clauses(query)
    here = context(Surroundings(query, {}), clause)
    assert "".join(sorted(clause.body.certain & here.bound)) == names


# The body of a clause, and the variables that have a value in each of its solutions.
CERTAIN = [
    ("?x a ?y OPTIONAL { ?y a ?z }", "xy"),
    ("{ ?x a ?y } UNION { ?x a ?z }", "x"),
    ("VALUES (?x ?y) { (1 UNDEF) }", "x"),
    ("VALUES ?x { UNDEF }", ""),
    ("BIND(1 AS ?x) FILTER(?y > 1)", ""),
    ("GRAPH ?x { ?y a ?z }", "xyz"),
    ("SELECT ?x { ?x a ?y }", "x"),
    ("SELECT ?x (COUNT(?y) AS ?n) { ?x a ?y } GROUP BY ?x", "x"),
    ("[ a ?x ] <e:p>/<e:q> ?y", "xy"),
    ("MINUS { ?x a ?y } FILTER EXISTS { ?x a ?y }", ""),
    (f"SERVICE <{OMA}> {{ ?x a ?y }} SERVICE SILENT <{OMA}> {{ ?z a ?w }}", "xy"),
]


@pytest.mark.parametrize(("body", "names"), CERTAIN)
def test_the_variables_that_always_have_a_value_are_known(body: str, names: str) -> None:
    query = read(f"SELECT * {{ SERVICE <{BGEE}> {{ {body} }} }}")
    assert "".join(sorted(clauses(query)[-1].body.certain)) == names


def test_the_clause_that_is_restricted_comes_first() -> None:
    query = f"SELECT * {{ SERVICE <{BGEE}> {{ ?a ?b ?c }} SERVICE <{OMA}> {{ ?x ?y ?a }} ?x a ?t }}"
    stages = plan(query, load()).stages
    assert [(stage.endpoint, stage.names) for stage in stages] == [(OMA, ("x",)), (BGEE, ("a",))]


def test_a_plan_tells_request_bindings_and_spellings() -> None:
    query = "SELECT * { ?g a ?t SERVICE <https://sparql.orthodb.org/sparql/> { ?g <e:p> ?o } }"
    text = "\n".join(plan(query, load()).lines())
    assert "SELECT DISTINCT ?g WHERE { { ?g a ?t . } }" in text
    assert "SELECT ?g ?o WHERE { VALUES (?g) { ... }" in text
    assert "ncbigene: <http://www.ncbi.nlm.nih.gov/gene/CODE>" in text
    assert "spelled there" not in "\n".join(plan(query, load(), is_rewritten=False).lines())


def test_a_plan_refuses_what_a_run_would() -> None:
    with pytest.raises(RefusedError):
        plan("SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", load())
    with pytest.raises(FederationError, match="nothing binds the endpoint"):
        plan("SELECT * { SERVICE ?e { ?s ?p ?o } }", load())


@pytest.mark.parametrize(
    ("test", "is_refused"),
    [("?y > ?z", False), ("?y > ?a", True), ("!bound(?a)", True), ("?y > ?free", False)],
)
def test_a_clause_in_exists_that_tests_what_only_the_outside_binds_is_refused(
    test: str, is_refused: bool
) -> None:
    body = f"SERVICE <{BGEE}> {{ ?x ?y ?z FILTER({test}) }}"
    query = read(f"SELECT * {{ ?x a ?a FILTER EXISTS {{ {body} }} }}")
    [clause] = clauses(query)
    with pytest.raises(CorrelatedError) if is_refused else nullcontext():
        check(query, clause)


HARD = [
    "SELECT * { ?s ?p '}SERVICE <x:>{' # SERVICE { \n SERVICE <%s> { ?s ?p '''a}\n{' ''' } }",
    "select*{service silent<%s>{?s ?p ?o.filter(?o<3&&?o>1)}}",
    "PREFIX SERVICE: <e:> SELECT * { ?s SERVICE:SERVICE ?SERVICE service <%s> { ?s SERVICE:a\\-b ?o } }",
    'BASE <http://b/> SELECT * { SERVICE <%s> { <rel> ?p "\\"}" } }',
    "SELECT * {\r\n SERVICE <%s> {\r\n ?s ?p ?o } }",
    "DESCRIBE ?s { SERVICE <%s> { ?s (<e:a>|^<e:b>)*/!(<e:c>|^<e:d>) [ <e:p> (1 2.0 3e1) ] } }",
]


@pytest.mark.parametrize("query", HARD)
def test_a_clause_is_found_whatever_stands_around_and_in_it(query: str) -> None:
    [stage] = plan(query % BGEE, load()).stages
    assert stage.endpoint == BGEE


def test_prefixes_base_and_escapes_are_written_out_for_the_endpoint() -> None:
    query = (
        f"BASE <http://b/> PREFIX e: <rel#> SELECT * {{ SERVICE <{BGEE}> {{ <s> e:a\\-b 1 ; rdf:type ?o }} }}"
    )
    [stage] = plan(query, load()).stages
    assert "<http://b/s> <http://b/rel#a-b> 1" in stage.asked
    assert "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> ?o" in stage.asked
