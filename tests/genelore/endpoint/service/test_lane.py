"""Queries that wait for others have processes of their own; nobody else waits with them."""

import threading

from tests.genelore.endpoint.attacks.site import Answer
from tests.genelore.endpoint.service.conftest import Served

HANG = "SELECT * { SERVICE <http://faulty.example/hang> { ?s ?p ?x } }"


def test_an_endpoint_that_hangs_is_named_and_meanwhile_others_are_answered(federating: Served) -> None:
    late: list[Answer] = []
    waiting = [threading.Thread(target=lambda: late.append(federating.client.ask(HANG))) for _ in range(5)]
    for thread in waiting:
        thread.start()
    for number in range(100):
        answer = federating.client.ask(f"SELECT ({number} AS ?n) {{}}", "text/csv")
        assert answer.body.split() == [b"n", b"%d" % number]
    assert late == []
    for thread in waiting:
        thread.join()
    assert {answer.status for answer in late} <= {502, 503, 504}
    assert any(b"<http://faulty.example/hang>" in answer.body for answer in late)
