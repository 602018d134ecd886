import pytest

from genelore.guard import asks_elsewhere


@pytest.mark.parametrize(
    "query",
    [
        "ASK { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
        "ASK { service <http://127.0.0.1/> { ?s ?p ?o } }",
        "ASK { SERVICE SILENT <http://127.0.0.1/> { ?s ?p ?o } }",
        "ASK { SERVICE ?where { ?s ?p ?o } }",
        "ASK {SERVICE<http://127.0.0.1/>{}}",
        "ASK { \\u0053ERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
        "ASK { \\U00000053ERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
        "ASK { ?s ?p '#' . SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
        "ASK { ?s ?p <#> . SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
        "ASK { # a comment\n SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
        "ASK { ?s ?p 'it\\'s' . SERVICE <http://127.0.0.1/> {} }",
        'ASK { ?s ?p """a"b""" . SERVICE <http://127.0.0.1/> {} }',
        "ASK { FILTER(?a < 3) SERVICE <http://127.0.0.1/> {} FILTER(?b > 3) }",
        "ASK { ?s ex: ?o SERVICE <http://127.0.0.1/> {} }",
    ],
)
def test_a_service_clause_is_seen_however_it_is_written(query):
    assert asks_elsewhere(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service { ?service ?p 'SERVICE' }",
        "SELECT * { ?s <http://example.org/SERVICE> ?o } # SERVICE",
        "PREFIX ex: <urn:> SELECT * { ?s ex:service ?o ; :service 1 }",
        'SELECT * { ?s ?p """\nSERVICE " SERVICE""" }',
        "SELECT * { ?s ?p ?serviceLevel }",
    ],
)
def test_the_word_elsewhere_is_no_service_clause(query):
    assert not asks_elsewhere(query)
