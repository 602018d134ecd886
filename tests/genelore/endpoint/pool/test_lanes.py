"""Who gets a worker when there are more jobs than workers."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.genelore.endpoint.attacks.site import Answer, Client, Site, running

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
LONG = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f FILTER(SHA512(STR(?f)) != '') }"


@pytest.fixture(scope="module")
def site(seed_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Serve the seeds with two workers for what takes long."""
    with running(
        seed_store, tmp_path_factory.mktemp("lanes") / "log", "--deadline=40", "--workers=2"
    ) as site:
        yield site


def _asking(site: Site, address: str, query: str) -> threading.Thread:
    thread = threading.Thread(target=Client(site.port, address).ask, args=(query,))
    thread.start()
    return thread


def test_a_long_job_gets_its_turn_while_others_would_take_every_place(site: Site) -> None:
    attackers = [_asking(site, f"127.0.0.{30 + n % 2}", f"{ENDLESS} OFFSET {n}") for n in range(6)]
    time.sleep(1)
    answer = Client(site.port, "127.0.0.40").ask(LONG, "text/csv")
    assert answer.status == 200
    assert all(thread.is_alive() for thread in attackers)
    for thread in attackers:
        thread.join()


def test_short_jobs_of_others_are_done_while_long_ones_take_every_place(site: Site) -> None:
    attackers = [_asking(site, f"127.0.0.{30 + n}", f"{ENDLESS} LIMIT {n + 1}") for n in range(8)]
    time.sleep(1)
    client = Client(site.port, "127.0.0.41")
    answers: list[Answer] = [client.ask(f"SELECT ({n} AS ?n) {{}}", "text/csv") for n in range(50)]
    assert [int(answer.body.split()[1]) for answer in answers] == [*range(50)]
    assert all(thread.is_alive() for thread in attackers)
    for thread in attackers:
        thread.join()
