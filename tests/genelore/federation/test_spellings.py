from collections.abc import Iterator

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

from genelore.federation import Options, load, run
from genelore.federation.registry import Registry
from genelore.federation.rewriting import incoming, outgoing
from ontology.endpoints import endpoints
from tests.genelore.federation.servers import Server

ENSEMBL = "http://rdf.ebi.ac.uk/resource/ensembl/"
UNIPROT, ORTHODB = "https://sparql.uniprot.org/sparql", "https://sparql.orthodb.org/sparql"
WIKIDATA, ENSEMBL_RDF = "https://qlever.dev/api/wikidata", "https://rdfportal.org/ebi/sparql"
PREFIXES = """PREFIX up: <http://purl.uniprot.org/core/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX wdt: <http://www.wikidata.org/prop/direct/>
PREFIX ensembl: <http://rdf.ebi.ac.uk/resource/ensembl/>
PREFIX x: <http://x/>
"""
REMOTE = """@prefix up: <http://purl.uniprot.org/core/> .
@prefix wdt: <http://www.wikidata.org/prop/direct/> .
@prefix ensembl: <http://rdf.ebi.ac.uk/resource/ensembl/> . @prefix wd: <http://www.wikidata.org/entity/> .
@prefix ut: <http://purl.uniprot.org/uniprot/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
ut:P22557 up:of ensembl:ENSG00000158578.22 ; rdfs:seeAlso <http://purl.uniprot.org/mim/301300> .
ut:P13196 up:of ensembl:ENSG00000023330 .
wd:Q1 wdt:P594 "ENSG00000158578" ; wdt:P351 "212" . wd:Q2 wdt:P351 "ENSG00000158578" .
<http://www.ncbi.nlm.nih.gov/gene/212> up:group "group" .
"""


@pytest.fixture
def registry(first_server: Server) -> Registry:
    first_server.put(REMOTE)
    return load([f"{iri}={first_server.query}" for iri in endpoints()])


@pytest.fixture(scope="module")
def store() -> Iterator[pyoxigraph.Store]:
    held = pyoxigraph.Store()
    lines = [f"<{ENSEMBL}ENSG00000158578> <http://x/is> <https://www.ncbi.nlm.nih.gov/gene/212> ."]
    lines.append(f"<{ENSEMBL}ENSG00000023330> <http://x/is> <https://www.ncbi.nlm.nih.gov/gene/211> .")
    held.load("\n".join(lines).encode(), format=pyoxigraph.RdfFormat.N_TRIPLES)
    yield held


def values(query: str, store: pyoxigraph.Store, registry: Registry, *, rewritten: bool = True) -> list[str]:
    answer = run(PREFIXES + query, store, registry, Options(is_rewritten=rewritten))
    return sorted(" ".join(term.value for term in row if term) for row in answer.rows)  # type: ignore[union-attr]


OF = f"SELECT ?gene ?protein {{ ?gene x:is ?n SERVICE <{UNIPROT}> {{ ?protein up:of ?gene }} }}"
PROTEINS = [f"{ENSEMBL}ENSG00000023330 http://purl.uniprot.org/uniprot/P13196"]
PROTEINS += [f"{ENSEMBL}ENSG00000158578 http://purl.uniprot.org/uniprot/P22557"]


def test_our_unversioned_gene_matches_one_with_a_version(store: pyoxigraph.Store, registry: Registry) -> None:
    assert values(OF, store, registry) == PROTEINS


def test_without_rewriting_only_equal_spellings_match(store: pyoxigraph.Store, registry: Registry) -> None:
    assert values(OF, store, registry, rewritten=False) == PROTEINS[:1]


@pytest.mark.parametrize(
    "pattern",
    [
        "?protein up:of ensembl:ENSG00000158578",
        "?protein up:of ?g VALUES ?g { ensembl:ENSG00000158578 }",
        "OPTIONAL { ?protein up:of ensembl:ENSG00000158578 }",
        "{ SELECT * { ?protein up:of <http://identifiers.org/ensembl/ENSG00000158578> } }",
    ],
)
def test_an_identifier_in_the_clause_matches_every_version(
    pattern: str, store: pyoxigraph.Store, registry: Registry
) -> None:
    query = f"SELECT ?protein {{ SERVICE <{UNIPROT}> {{ {pattern} }} }}"
    assert values(query, store, registry) == ["http://purl.uniprot.org/uniprot/P22557"]


def test_an_identifier_that_was_not_asked_with_comes_back_in_our_spelling(
    store: pyoxigraph.Store, registry: Registry
) -> None:
    query = f"SELECT ?x ?g {{ SERVICE <{UNIPROT}> {{ ?p rdfs:seeAlso ?x ; up:of ?g }} }}"
    assert values(query, store, registry) == [f"https://omim.org/entry/301300 {ENSEMBL}ENSG00000158578"]


def test_http_and_https_of_ncbi_gene_are_one(store: pyoxigraph.Store, registry: Registry) -> None:
    query = f"SELECT ?n {{ ?gene x:is ?n SERVICE <{ORTHODB}> {{ ?n up:group ?g }} }}"
    assert values(query, store, registry) == ["https://www.ncbi.nlm.nih.gov/gene/212"]


def test_an_identifier_is_the_literal_of_wikidatas_property(
    store: pyoxigraph.Store, registry: Registry
) -> None:
    query = f"SELECT ?gene ?item {{ ?gene x:is ?n SERVICE <{WIKIDATA}> {{ ?item wdt:P594 ?gene }} }}"
    assert values(query, store, registry) == [f"{ENSEMBL}ENSG00000158578 http://www.wikidata.org/entity/Q1"]
    query = f"SELECT ?n ?item {{ ?gene x:is ?n SERVICE <{WIKIDATA}> {{ ?item wdt:P351 ?n }} }}"
    assert values(query, store, registry) == [
        "https://www.ncbi.nlm.nih.gov/gene/212 http://www.wikidata.org/entity/Q1"
    ]


def test_a_literal_asked_with_stays_a_literal(store: pyoxigraph.Store, registry: Registry) -> None:
    query = f"SELECT ?c {{ VALUES ?c {{ 'ENSG00000158578' }} SERVICE <{WIKIDATA}> {{ ?item wdt:P594 ?c }} }}"
    assert values(query, store, registry) == ["ENSG00000158578"]


@pytest.mark.parametrize(
    ("iri", "ours", "theirs"),
    [
        (UNIPROT, "http://identifiers.org/hgnc/397", "http://purl.uniprot.org/hgnc/397"),
        (UNIPROT, "https://omim.org/entry/301300", "http://purl.uniprot.org/mim/301300"),
        (UNIPROT, "http://purl.uniprot.org/taxonomy/9606", "http://purl.uniprot.org/taxonomy/9606"),
        (ENSEMBL_RDF, "http://identifiers.org/hgnc/397", "http://identifiers.org/hgnc/HGNC:397"),
        (ENSEMBL_RDF, "http://purl.uniprot.org/taxonomy/9606", "http://identifiers.org/taxonomy/9606"),
        (ORTHODB, "https://www.ncbi.nlm.nih.gov/gene/212", "http://www.ncbi.nlm.nih.gov/gene/212"),
    ],
)
def test_a_spelling_goes_out_and_comes_back(iri: str, ours: str, theirs: str) -> None:
    endpoint = endpoints()[iri]
    assert outgoing(endpoint, NamedNode(ours)) == (NamedNode(theirs),)
    assert incoming(endpoint, NamedNode(theirs)) == NamedNode(ours)


def test_a_version_that_we_have_is_asked_for_alone() -> None:
    gene = NamedNode(f"{ENSEMBL}ENSG00000158578.21")
    assert outgoing(endpoints()[UNIPROT], gene) == (gene,)


@given(st.integers(1, 40), st.integers(0, 99_999_999_999))
def test_every_version_that_is_asked_for_comes_back_as_the_gene(version: int, number: int) -> None:
    gene = NamedNode(f"{ENSEMBL}ENSG{number:011}")
    theirs = NamedNode(f"{gene.value}.{version}")
    assert theirs in outgoing(endpoints()[UNIPROT], gene)
    assert incoming(endpoints()[UNIPROT], theirs) == gene


@pytest.mark.parametrize("term", [Literal("ENSG00000158578"), NamedNode("http://example.org/1")])
def test_what_is_no_identifier_is_left_alone(term: Literal | NamedNode) -> None:
    for endpoint in endpoints().values():
        assert outgoing(endpoint, term) == (term,)
        assert incoming(endpoint, term) == term
