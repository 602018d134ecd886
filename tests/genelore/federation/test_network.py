import threading
from pathlib import Path

import pytest

from genelore.federation.cache import Cache
from genelore.federation.failure import RefusedError, RejectedError, ServiceError
from genelore.federation.network import Network
from genelore.federation.registry import Place
from ontology.endpoints import Endpoint
from tests.genelore.federation.faults import Faulty

IRI = "https://public.example/sparql"


def place(faulty: Faulty, path: str, *, timeout: float = 5.0, size: int = 100_000, rows: int = 50) -> Place:
    endpoint = Endpoint(IRI, "Public", timeout=timeout, size=size, rows=rows)
    return Place(endpoint, IRI, faulty.root + path, is_mapped=True)


def ask(faulty: Faulty, path: str, **limits: float) -> int:
    table, _ = Network().ask(place(faulty, path, **limits), "SELECT * {}")  # type: ignore[arg-type]
    return len(table.rows)


def test_an_answer_is_read(faulty: Faulty) -> None:
    assert ask(faulty, "/good") == 1


def test_the_client_says_who_it_is(faulty: Faulty) -> None:
    ask(faulty, "/good")
    assert faulty.headers["User-Agent"].startswith("genelore/")
    assert "https://w3id.org/genelore/" in faulty.headers["User-Agent"]


def test_a_busy_server_is_asked_again_after_the_wait_that_it_names(faulty: Faulty) -> None:
    assert ask(faulty, "/busy-once") == 1
    assert faulty.paths == ["/busy-once", "/busy-once"]


def test_a_wait_longer_than_patience_is_an_error_at_once(faulty: Faulty) -> None:
    with pytest.raises(ServiceError, match=f"<{IRI}> answers 429 and wants 3600 s to pass"):
        ask(faulty, "/too-many")
    assert faulty.paths == ["/too-many"]


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/down", "answers 500"),
        ("/cut", "broke off its answer"),
        ("/cut-without-length", "broken result"),
        ("/html", "answers with text/html, which is no SPARQL result"),
        ("/html-as-json", "broken result"),
        ("/truth", "a truth value where rows were asked for"),
        ("/many", "answers with 50 rows or more"),
        ("/endless", "answers with more than 100000 bytes"),
        ("/zipped", "compressed its answer"),
        ("/round", "redirects without end"),
        ("/partial", "answers in part only"),
    ],
)
def test_what_is_no_whole_answer_is_an_error_that_names_the_service(
    path: str, message: str, faulty: Faulty
) -> None:
    with pytest.raises(ServiceError, match=f"<{IRI}> .*{message}"):
        ask(faulty, path)


@pytest.mark.parametrize("path", ["/hang", "/drip"])
def test_a_slow_answer_ends_when_its_time_is_over(path: str, faulty: Faulty) -> None:
    with pytest.raises(ServiceError, match=f"<{IRI}> did not answer within 0.3 s"):
        ask(faulty, path, timeout=0.3)


def test_a_refused_query_tells_the_first_line_of_the_reason(faulty: Faulty) -> None:
    with pytest.raises(RejectedError, match=r"answers 400: no such function$"):
        ask(faulty, "/refuses")


def test_a_redirect_on_the_same_host_is_followed(faulty: Faulty) -> None:
    assert ask(faulty, "/moved") == 1
    assert faulty.paths == ["/moved", "/good"]


@pytest.mark.parametrize("path", ["/away", "/port", "/odd", "/file"])
def test_a_redirect_to_another_host_is_refused(path: str, faulty: Faulty) -> None:
    with pytest.raises(RefusedError, match="leads to another host"):
        ask(faulty, path)


def test_a_host_that_failed_three_times_is_left_alone(faulty: Faulty) -> None:
    network = Network()
    for _ in range(4):
        with pytest.raises(ServiceError) as caught:
            network.ask(place(faulty, "/html"), "SELECT * {}")
    assert "left alone" not in str(caught.value)
    for _ in range(4):
        with pytest.raises(ServiceError) as caught:
            network.ask(place(faulty, "/cut"), "SELECT * {}")
    assert "left alone" in str(caught.value)
    assert faulty.paths.count("/cut") == 3


def test_a_host_is_asked_one_thing_at_a_time(faulty: Faulty) -> None:
    network = Network()
    arguments = (place(faulty, "/slow"), "SELECT * {}")
    threads = [threading.Thread(target=network.ask, args=arguments) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(faulty.paths), faulty.most_at_once) == (3, 1)


def test_processes_that_share_a_folder_ask_a_host_one_after_the_other(faulty: Faulty, tmp_path: Path) -> None:
    networks = [Network(Cache(tmp_path)) for _ in range(3)]
    asked = [(place(faulty, "/slow"), f"SELECT ?v{number} {{}}") for number in range(3)]
    pairs = zip(networks, asked, strict=True)
    threads = [threading.Thread(target=network.ask, args=arguments) for network, arguments in pairs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(faulty.paths), faulty.most_at_once) == (3, 1)


def test_a_kept_answer_is_given_with_its_age_and_without_a_request(faulty: Faulty, tmp_path: Path) -> None:
    network = Network(Cache(tmp_path))
    first, fresh = network.ask(place(faulty, "/good"), "SELECT * {}")
    second, age = network.ask(place(faulty, "/good"), "SELECT * {}")
    assert fresh is None
    assert age is not None
    assert first == second
    assert faulty.paths == ["/good"]


def test_what_a_mapped_address_answered_is_not_given_for_another(faulty: Faulty, tmp_path: Path) -> None:
    network = Network(Cache(tmp_path))
    network.ask(place(faulty, "/good"), "SELECT * {}")
    network.ask(place(faulty, "/busy-once"), "SELECT * {}")
    assert faulty.paths == ["/good", "/busy-once", "/busy-once"]


def test_offline_only_kept_answers_are_given(faulty: Faulty, tmp_path: Path) -> None:
    Network(Cache(tmp_path)).ask(place(faulty, "/good"), "SELECT * {}")
    offline = Network(Cache(tmp_path, longest=-1.0), is_offline=True)
    assert len(offline.ask(place(faulty, "/good"), "SELECT * {}")[0].rows) == 1
    with pytest.raises(ServiceError, match="no kept answer"):
        offline.ask(place(faulty, "/good"), "SELECT ?x {}")
    assert faulty.paths == ["/good"]


def test_a_damaged_or_old_kept_answer_is_asked_for_anew(faulty: Faulty, tmp_path: Path) -> None:
    Network(Cache(tmp_path)).ask(place(faulty, "/good"), "SELECT * {}")
    [kept] = [path for path in tmp_path.iterdir() if path.is_file()]
    kept.write_bytes(kept.read_bytes().replace(b'"1"', b'"2"'))
    assert Network(Cache(tmp_path)).ask(place(faulty, "/good"), "SELECT * {}")[1] is None
    assert Network(Cache(tmp_path, longest=-1.0)).ask(place(faulty, "/good"), "SELECT * {}")[1] is None


def test_an_answer_that_is_none_is_not_kept(faulty: Faulty, tmp_path: Path) -> None:
    with pytest.raises(ServiceError):
        Network(Cache(tmp_path)).ask(place(faulty, "/html"), "SELECT * {}")
    assert not [path for path in tmp_path.iterdir() if path.is_file()]
