from ontology.prefixes import declared

RDFS = "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n"


def test_a_prefix_that_is_used_gets_its_declaration() -> None:
    assert declared("SELECT * { ?gene rdfs:label ?label }") == f"{RDFS}SELECT * {{ ?gene rdfs:label ?label }}"


def test_a_declared_prefix_stays_as_it_is() -> None:
    query = "prefix rdfs: <http://example.org/>\nSELECT * { ?gene rdfs:label ?label }"
    assert declared(query) == query


def test_a_prefix_is_found_after_a_path_a_datatype_and_a_full_stop() -> None:
    names = {"faldo", "xsd", "rdfs"}
    text = declared('ASK { ?a ^faldo:begin "1"^^xsd:integer.?b ?c "d".rdfs:label ?e ?f }')
    assert {line.split()[1].rstrip(":") for line in text.splitlines()[:-1]} == names


def test_what_looks_like_a_prefix_in_other_places_is_none() -> None:
    query = "# rdfs:label\nSELECT * { ?gene <http://example.org/rdfs:label> 'rdfs:label', \"gl:x\" }"
    assert declared(query) == query
    assert declared("ASK { ?a ?b '''it's\nrdfs:label''' }").startswith("ASK")


def test_an_unknown_prefix_is_left_to_the_server() -> None:
    assert declared("ASK { ?a nosuch:thing ?b }") == "ASK { ?a nosuch:thing ?b }"
