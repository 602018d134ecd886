import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph
import pytest

from genelore.federation import load, run
from genelore.federation.address import checked, connection
from genelore.federation.failure import FederationError, RefusedError, ServiceError
from genelore.federation.registry import Registry
from ontology.endpoints import Endpoint
from tests.genelore.federation.faults import Faulty

LISTED = "https://listed.example/sparql"


@contextmanager
def listening() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        yield server


def saw_nothing(server: socket.socket) -> bool:
    try:
        server.accept()
    except TimeoutError:
        return True
    return False


def address(server: socket.socket) -> str:
    return f"http://127.0.0.1:{server.getsockname()[1]}/sparql"


def store() -> pyoxigraph.Store:
    return pyoxigraph.Store()


CLAUSES = [
    "SERVICE <{0}> {{ ?s ?p ?o }}",
    "SERVICE SILENT <{0}> {{ ?s ?p ?o }}",
    "VALUES ?e {{ <{0}> }} SERVICE ?e {{ ?s ?p ?o }}",
    "VALUES ?e {{ <{0}> }} SERVICE SILENT ?e {{ ?s ?p ?o }}",
    'BIND(IRI("{0}") AS ?e) SERVICE SILENT ?e {{ ?s ?p ?o }}',
    "OPTIONAL {{ SERVICE <{0}> {{ ?s ?p ?o }} }}",
    "FILTER NOT EXISTS {{ SERVICE <{0}> {{ ?s ?p ?o }} }}",
    "{{ SELECT * {{ SERVICE SILENT <{0}> {{ ?s ?p ?o }} }} }}",
    "SERVICE <https://listed.example/sparql> {{ SERVICE <{0}> {{ ?s ?p ?o }} }}",
    "\\u0053ERVICE <{0}> {{ ?s ?p ?o }}",
    "\\U00000053ERVICE SILENT <{0}> {{ ?s ?p ?o }}",
    "SERV\\u0049CE <{0}> {{ ?s ?p ?o }}",
    "SERVICE # comment\n <{0}> {{ ?s ?p ?o }}",
]


@pytest.mark.parametrize("clause", CLAUSES)
@pytest.mark.parametrize(
    "form", ["SELECT * {{ {} }}", "ASK {{ {} }}", "CONSTRUCT {{ <x:s> <x:p> ?o }} {{ {} }}"]
)
def test_an_endpoint_that_is_not_listed_is_refused_and_no_packet_leaves(form: str, clause: str) -> None:
    registry = Registry({LISTED: Endpoint(LISTED, "Listed")}, {LISTED: "http://127.0.0.1:9/"})
    with listening() as server:
        with pytest.raises(FederationError) as caught:
            list(run(form.format(clause.format(address(server))), store(), registry).rows)
        assert not isinstance(caught.value, ServiceError)
        assert saw_nothing(server)


@pytest.mark.parametrize("silent", ["", "SILENT "])
def test_a_listed_endpoint_whose_name_leads_to_this_machine_is_refused(silent: str) -> None:
    with listening() as server:
        iri = address(server).replace("127.0.0.1", "localhost")
        registry = Registry({iri: Endpoint(iri, "Rebound")})
        with pytest.raises(RefusedError, match="private address"):
            run(f"SELECT * {{ SERVICE {silent}<{iri}> {{ ?s ?p ?o }} }}", store(), registry)
        assert saw_nothing(server)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://0.0.0.0/",
        "http://169.254.169.254/latest/meta-data",
        "http://[::ffff:169.254.169.254]/",
        "http://[fd00:ec2::254]/",
        "http://[2002:7f00:1::]/",
        "http://[64:ff9b::7f00:1]/",
        "http://10.1.2.3/",
        "http://192.168.1.1/",
        "http://100.64.0.1/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://224.0.0.1/",
        "ftp://example.org/",
        "file:///etc/passwd",
        "http://user@127.0.0.1/",
        "http:///sparql",
        "http://example.org:99999/",
    ],
)
def test_private_and_odd_addresses_are_refused(url: str) -> None:
    with pytest.raises(RefusedError):
        checked(url, is_mapped=False)


def test_a_public_address_passes() -> None:
    target = checked("https://1.1.1.1/sparql?x=1", is_mapped=False)
    assert (target.host, target.port, target.ip, target.path) == ("1.1.1.1", 443, "1.1.1.1", "/sparql?x=1")


def test_the_address_that_was_checked_is_the_one_connected_to() -> None:
    with listening() as server:
        port = server.getsockname()[1]
        target = checked(f"http://localhost:{port}/", is_mapped=True)
        link = connection(target, 1.0)
        assert link.sock.getpeername()[0] in {"127.0.0.1", "::1"}
        assert link.host == "localhost"
        link.close()


def test_a_redirect_to_a_metadata_address_is_refused_under_silent_too(faulty: Faulty) -> None:
    registry = Registry({}, {LISTED: f"{faulty.root}/away"})
    with pytest.raises(RefusedError, match="another host"):
        run(f"SELECT * {{ SERVICE SILENT <{LISTED}> {{ ?s ?p ?o }} }}", store(), registry)


def test_no_endpoint_is_asked_if_one_of_those_bound_to_a_variable_is_not_listed(faulty: Faulty) -> None:
    registry = Registry({}, {LISTED: f"{faulty.root}/good"})
    query = f"SELECT * {{ VALUES ?e {{ <{LISTED}> <http://other.example/> }} SERVICE ?e {{ ?s ?p ?o }} }}"
    with pytest.raises(RefusedError, match="<http://other.example/> is not on the list"):
        run(query, store(), registry)
    assert faulty.paths == []


def test_a_mapping_comes_from_file_environment_and_argument(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "federation.toml").write_text('[addresses]\n"http://a.example/" = "http://127.0.0.1:1/"\n')
    monkeypatch.setenv("GENELORE_FEDERATION", str(tmp_path / "federation.toml"))
    monkeypatch.setenv("GENELORE_ENDPOINT_MAP", "http://b.example/?x=1=http://127.0.0.1:2/")
    registry = load(["http://a.example=http://127.0.0.1:3/"])
    assert registry.find("http://b.example/?x=1").address == "http://127.0.0.1:2/"
    assert registry.find("http://a.example/").address == "http://127.0.0.1:3/"


def test_a_mapping_that_is_none_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(FederationError, match="nonsense is not LOGICAL=ADDRESS"):
        load(["nonsense"])
    monkeypatch.setenv("GENELORE_FEDERATION", str(tmp_path / "missing.toml"))
    with pytest.raises(FederationError, match=r"missing\.toml"):
        load()


@pytest.mark.parametrize("iri", ["https://www.bgee.org/sparql", "https://www.bgee.org/sparql/"])
def test_an_endpoint_is_found_with_and_without_a_slash(iri: str) -> None:
    assert load().find(iri).endpoint.title == "Bgee"
