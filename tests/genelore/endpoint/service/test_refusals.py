"""SERVICE on our own endpoint: who is never asked, and what is said of one that failed (ATTACKS.md 7)."""

import pytest

from tests.genelore.endpoint.attacks.site import Answer
from tests.genelore.endpoint.attacks.test_elsewhere import METADATA, SERVICES
from tests.genelore.endpoint.service.conftest import Served


def ask(federating: Served, endpoint: str) -> Answer:
    return federating.client.ask(f"SELECT * {{ SERVICE {endpoint} {{ ?s ?p ?x }} }}")


@pytest.mark.parametrize("query", SERVICES)
def test_who_is_not_listed_is_not_asked_however_it_is_written(federating: Served, query: str) -> None:
    federating.faulty.paths.clear()
    # 400 for what is written as no other query ever is: it is not understood, and not asked either.
    assert federating.client.ask(query.format(f"{federating.faulty.root}/")).status in {400, 403}
    assert federating.faulty.paths == []


@pytest.mark.parametrize("address", METADATA)
def test_addresses_of_the_machine_are_refused_with_their_name(federating: Served, address: str) -> None:
    answer = ask(federating, f"SILENT <{address}>")
    assert answer.status == 403
    assert f"<{address}> is not on the list".encode() in answer.body


def test_nothing_else_is_asked_by_a_query_with_an_endpoint_that_is_not_listed(federating: Served) -> None:
    federating.faulty.paths.clear()
    there = "SERVICE <http://faulty.example/many> { ?s ?p ?x } SERVICE <http://other.example/> { ?s ?q ?y }"
    assert federating.client.ask(f"SELECT * {{ {there} }}").status == 403
    assert federating.faulty.paths == []


@pytest.mark.parametrize("way", ["away", "port", "file"])
def test_an_endpoint_that_leads_elsewhere_is_not_followed(federating: Served, way: str) -> None:
    assert ask(federating, f"<http://faulty.example/{way}>").status in {403, 502}


@pytest.mark.parametrize("way", ["html", "cut"])
def test_an_endpoint_that_fails_is_named(federating: Served, way: str) -> None:
    answer = ask(federating, f"<http://faulty.example/{way}>")
    assert answer.status == 502
    assert f"<http://faulty.example/{way}>".encode() in answer.body


def test_what_is_no_query_is_the_clients_fault(federating: Served) -> None:
    assert federating.client.ask("SELECT * { SERVICE <http://faulty.example/down> { ?s ?p } }").status == 400
