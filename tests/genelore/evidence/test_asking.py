"""Asking endpoints: in blocks, with the time of each answer, and with older answers replaced."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from genelore.audit.outside import NOTHING, Answer, Relation, gathered
from genelore.audit.outside_memory import place, remember, remembered
from genelore.evidence.asking import Inquiry, Witness, inquire
from genelore.evidence.matters import Matter
from genelore.evidence.question import chosen
from genelore.federation import load
from genelore.federation.cache import Cache
from tests.genelore.federation.faults import misbehaving
from tests.genelore.federation.servers import Server, serving

OMA, ORTHODB = "https://sparql.omabrowser.org/sparql/", "https://sparql.orthodb.org/sparql"
# OrthoDB writes NCBI Gene with http.
GENES = "\n".join(
    f"""<urn:gene{number}> a <http://purl.orthodb.org/Gene> ;
    <http://purl.orthodb.org/xref> [
        <http://purl.orthodb.org/xrefResource> <http://www.ncbi.nlm.nih.gov/gene/{number}> ] ;
    <http://purl.orthodb.org/name> "GENE{number}" ;
    <http://purl.uniprot.org/core/organism> <urn:human> ."""
    for number in range(1, 121)
)
IN_TAXON = "<http://purl.obolibrary.org/obo/RO_0002162>"
DATA = f"{GENES}\n<urn:human> {IN_TAXON} <http://purl.uniprot.org/taxonomy/9606> ."
MATTERS = [Matter(None, f"ncbigene:{number}") for number in range(1, 131)]
QUESTIONS = chosen(("orthodb",))


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as server:
        server.put(DATA)
        yield server


def inquiry(server: Server, folder: Path, *, offline: bool = False) -> Inquiry:
    registry = load([f"{ORTHODB}={server.query}"])
    quick = {iri: replace(one, pause=0.0) for iri, one in registry.endpoints.items()}
    return Inquiry(replace(registry, endpoints=quick), Witness(Cache(folder), offline))


def test_each_block_of_identifiers_is_one_request(server: Server, tmp_path: Path):
    asked = inquiry(server, tmp_path)
    found = inquire(asked, QUESTIONS, MATTERS, NOTHING)

    assert [request.bindings for request in asked.requests] == [50, 50, 30]
    assert len(found.answers) == 120
    answer = found.of(Relation.GENE, "ncbigene:7")[0]
    assert (answer.value, answer.taxon, answer.question) == ("GENE7", "NCBITaxon:9606", "orthodb-ncbigene")
    assert answer.digest == QUESTIONS[0].digest


def test_kept_answers_are_the_same_with_the_same_time(server: Server, tmp_path: Path):
    first = inquire(inquiry(server, tmp_path), QUESTIONS, MATTERS, NOTHING)
    kept = inquiry(server, tmp_path, offline=True)

    assert inquire(kept, QUESTIONS, MATTERS, NOTHING) == first
    assert all(request.age is not None for request in kept.requests)


def test_a_new_answer_takes_the_place_of_an_older_one_and_others_stay(server: Server, tmp_path: Path):
    old = Answer(
        ORTHODB, "orthodb-ncbigene", "old", "2020-01-01T00:00:00Z", Relation.GENE, "ncbigene:1", "OLD"
    )
    others = replace(old, subject="ncbigene:999"), replace(old, question="another")
    found = inquire(inquiry(server, tmp_path), QUESTIONS, MATTERS[:1], gathered((old, *others)))

    assert old not in found.answers
    assert {*others} < {*found.answers}
    assert [one.value for one in found.of(Relation.GENE, "ncbigene:1")] == ["OLD", "GENE1"]


def test_an_endpoint_that_fails_is_named_and_asked_no_more_and_what_it_said_before_stays(tmp_path: Path):
    old = Answer(
        OMA, "oma-orthologs", "old", "2020-01-01T00:00:00Z", Relation.ORTHOLOG, "ensembl:A", "ensembl:B"
    )
    gene = "ensembl:ENSGALG00000003948"
    matters = [Matter(None, gene), Matter(Relation.ORTHOLOG, gene, "ensembl:ENSG00000023330")]
    with misbehaving() as faulty:
        asked = Inquiry(load([f"{OMA}={faulty.root}/html"]), Witness())
        found = inquire(asked, chosen(("oma",)), matters, gathered([old]))

        assert len(faulty.paths) == 1
    assert found.answers == (old,)
    assert asked.is_vain
    assert "answers with text/html" in "".join(asked.warnings) and OMA in "".join(asked.warnings)


def test_nothing_to_ask_is_no_failure(tmp_path: Path):
    asked = Inquiry(load(), Witness(Cache(tmp_path)))

    assert inquire(asked, chosen(()), [], NOTHING) == NOTHING
    assert not asked.is_vain


def test_what_is_remembered_is_read_again_without_damaged_lines(tmp_path: Path):
    answer = Answer(OMA, "q", "d", "2026-01-01T00:00:00Z", Relation.GENE, "ensembl:A", "ALAS2")
    remember(tmp_path, gathered([answer]))
    with place(tmp_path).open("a") as stream:
        stream.write('{"endpoint": 1}\nnot JSON\n')

    assert remembered(tmp_path).answers == (answer,)
    remember(tmp_path, NOTHING)
    assert not place(tmp_path).exists()
    assert remembered(tmp_path) == NOTHING
