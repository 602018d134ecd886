"""The operator's port: who may use it, and what documents do there."""

import io
import json
import os
import shutil
import socket
import stat
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from rdflib import SH, Graph, Literal

from genelore import lock
from tests.genelore.endpoint.operations.serving import Served, ask, served
from tests.seeds import NAMES, ROOT

PAGE = (ROOT / "seeds" / NAMES["gpt3_gene_post"]).read_bytes()
OTHER = PAGE.replace(b"ENSG00000102010", b"ENSG00000158578")


@dataclass(frozen=True, slots=True)
class Operator:
    server: Served
    store: Path
    token: str

    def ask(self, method: str, path: str, body: bytes | None = None, **headers: str) -> tuple[int, Any]:
        headers = {"Authorization": f"Bearer {self.token}"} | headers
        status, told, content = ask(self.server.operator_port, method, path, body, **headers)
        return status, json.loads(content) if "json" in told["Content-Type"] else content

    def count(self, query: str) -> int:
        path = "/sparql?" + urlencode({"query": query})
        return int(self.server.ask("GET", path, Accept="text/csv")[2].split()[-1])


@pytest.fixture(scope="module")
def operator(seed_store, tmp_path_factory) -> Iterator[Operator]:
    store = shutil.copytree(seed_store, tmp_path_factory.mktemp("operator") / "store", symlinks=True)
    flags = ("--operator", "--operator-port", "0", "--operator-size", "2 MiB")
    with served(store, *flags) as server:
        yield Operator(server, store, (store / "operator.token").read_text().strip())


DOCUMENTS = "SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?c a gl:Claim } }"


def wait_for(operator: Operator, number: int) -> None:
    for _ in range(100):
        if operator.count(DOCUMENTS) == number:
            return
        time.sleep(0.1)
    raise AssertionError(f"never {number} documents")


def test_the_token_is_made_for_its_owner_alone(operator):
    mode = stat.S_IMODE((operator.store / "operator.token").stat().st_mode)
    assert (mode, len(operator.token)) == (0o600, 43)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Authorization": ""}, 401),
        ({"Authorization": "Bearer wrong"}, 401),
        ({"Authorization": "Basic {token}"}, 401),
        ({"Authorization": "Bearer b\xe4d"}, 401),
        ({"Host": "rebound.example"}, 421),
        ({"Origin": "http://127.0.0.1:8000"}, 403),
        ({"Sec_Fetch_Site": "same-origin"}, 403),
        ({}, 200),
    ],
)
def test_only_programs_with_the_token_may_pass(operator, headers, status):
    given = {name: value.format(token=operator.token) for name, value in headers.items()}
    assert operator.ask("GET", "/documents", **given)[0] == status


@pytest.mark.parametrize("path", ["/health", "/ready", "/metrics"])
def test_who_watches_the_server_needs_no_token_and_is_no_web_page(operator, path):
    assert operator.ask("GET", path, Authorization="")[0] == 200
    assert operator.ask("GET", path, Authorization="", Host="rebound.example")[0] == 421
    assert operator.ask("GET", path, Authorization="", Origin="http://127.0.0.1:8000")[0] == 403
    assert operator.ask("POST", path, Authorization="")[0] == 405
    assert operator.ask("GET", f"{path}/", Authorization="")[0] == 401


def test_a_document_is_stored_judged_and_served_and_can_be_removed(operator):
    status, answer = operator.ask("POST", "/documents?name=posts/new.md", OTHER)
    assert status == 201
    assert [(one["name"], one["status"]) for one in answer["documents"]] == [("posts/new.md", "stored")]
    assert any("HGNC:398" in finding["sentence"] for finding in answer["findings"])
    wait_for(operator, 6)
    assert "posts/new.md" in [one["name"] for one in operator.ask("GET", "/documents")[1]["documents"]]
    assert (
        operator.ask("POST", "/documents?name=posts/new.md", OTHER)[1]["documents"][0]["status"]
        == "unchanged"
    )

    status, answer = operator.ask("DELETE", "/documents/" + quote("posts/new.md"))
    assert (status, answer["removed"]) == (200, ["posts/new.md"])
    wait_for(operator, 5)
    assert operator.ask("DELETE", "/documents/posts/new.md")[0] == 404


def test_what_was_written_is_served_when_the_answer_comes(operator):
    before = operator.count(DOCUMENTS)
    status, answer = operator.ask("POST", "/documents?name=posts/served.md", OTHER + b" served")
    assert (status, answer["served"]) == (201, True)
    assert operator.count(DOCUMENTS) == before + 1
    status, later = operator.ask("DELETE", "/documents/posts/served.md")
    assert (status, later["served"]) == (200, True)
    assert later["generation"] == answer["generation"] + 1
    assert operator.count(DOCUMENTS) == before


def test_the_validation_report_can_be_had_as_turtle(operator):
    status, content = operator.ask("POST", "/documents?name=seeds/turtle.md", OTHER, Accept="text/turtle")
    report = Graph().parse(data=content, format="turtle")
    assert status == 201
    assert report.value(predicate=SH.conforms, object=Literal(True)) is not None
    assert operator.ask("DELETE", "/documents/seeds/turtle.md")[0] == 200


def test_a_document_of_no_kind_is_quarantined_with_the_reason(operator):
    status, answer = operator.ask("POST", "/documents?name=letter.md", b"Dear editor")
    assert status == 422
    assert answer["documents"][0]["refusal"]["stage"] == "recognise"
    kept = operator.ask("GET", "/quarantine")[1]["quarantine"]
    assert [(one["name"], one["stage"]) for one in kept] == [("letter.md", "recognise")]
    assert operator.ask("DELETE", "/documents/letter.md") == (200, {"removed": ["letter.md"]})
    assert operator.ask("GET", "/quarantine")[1]["quarantine"] == []
    assert operator.ask("DELETE", "/documents/letter.md")[0] == 404


def test_what_the_audit_remembers_holds_for_an_upload_too(operator):
    sequence = f">sp|P22557|HEM0_HUMAN ALAS2\n{'M' * 587}\n"
    fasta = operator.store.parent / "proteins.fasta"
    fasta.write_text(sequence)
    audit = [sys.executable, "-m", "genelore", "audit", "--store", str(operator.store)]
    subprocess.run([*audit, "--policy", "strict", "--proteins", str(fasta)], check=True, capture_output=True)
    assert operator.ask("POST", "/documents?name=seeds/strict.md", OTHER)[0] == 201
    done = subprocess.run(audit, check=True, capture_output=True, text=True)
    assert "by strict; nothing changed" in done.stderr
    assert operator.ask("DELETE", "/documents/seeds/strict.md")[0] == 200


def test_an_archive_and_a_form_bring_several_documents(operator):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("one.md", OTHER)
        archive.writestr("../two.md", OTHER)
    status, answer = operator.ask("POST", "/documents?name=posts.zip", packed.getvalue())
    told = {one["name"]: one["status"] for one in answer["documents"]}
    assert (status, told) == (422, {"posts.zip/one.md": "stored", "posts.zip/../two.md": "quarantined"})

    form = b"".join(
        b'--cut\r\nContent-Disposition: form-data; name="file"; filename="form/%s"\r\n\r\n%s\r\n'
        % (name, content)
        for name, content in ((b"a.md", OTHER + b" "), (b"b.md", OTHER + b"  "))
    )
    media = "multipart/form-data; boundary=cut"
    status, answer = operator.ask("POST", "/documents", form + b"--cut--\r\n", Content_Type=media)
    assert (status, [one["name"] for one in answer["documents"]]) == (201, ["form/a.md", "form/b.md"])
    for name in ("posts.zip/one.md", "form/a.md", "form/b.md"):
        assert operator.ask("DELETE", f"/documents/{name}")[0] == 200


@pytest.mark.parametrize(
    "name", ["", "/etc/passwd", "../up.md", "a/../../up.md", "a\nb", "a\\b", "x" * 300, "."]
)
def test_a_name_that_leaves_its_folder_is_refused(operator, name):
    assert operator.ask("POST", "/documents?" + urlencode({"name": name}), OTHER)[0] == 400


def test_an_upload_has_a_size(operator):
    assert operator.ask("POST", "/documents?name=large.md", b"x" * (3 << 20))[0] == 413


def test_while_somebody_writes_nobody_else_does(operator):
    descriptor = lock.take(operator.store / "lock")
    try:
        status, answer = operator.ask("POST", "/documents?name=late.md", OTHER)
    finally:
        os.close(descriptor)
    assert (status, answer["detail"]) == (503, "Another process is writing to the store.")


def test_of_two_uploads_at_once_none_is_lost_or_half_done(operator):
    found = []
    bodies = [(f"both/{number}.md", OTHER + b" " * number) for number in range(2)]
    threads = [
        threading.Thread(
            target=lambda n=name, b=body: found.append(operator.ask("POST", f"/documents?name={n}", b))
        )
        for name, body in bodies
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(status for status, _ in found) in ([201, 201], [201, 503])
    for one in operator.ask("GET", "/documents")[1]["documents"]:
        if one["name"].startswith("both/"):
            assert operator.ask("DELETE", f"/documents/{one['name']}")[0] == 200


def test_the_public_port_has_no_way_to_write(operator):
    for method, path in (
        ("POST", "/documents?name=a.md"),
        ("DELETE", "/documents/seeds/x"),
        ("GET", "/quarantine"),
    ):
        status, _, _ = operator.server.ask(method, path, OTHER, Authorization=f"Bearer {operator.token}")
        assert status in {404, 405}


def test_the_port_is_on_loopback_alone(operator):
    with socket.socket() as other, pytest.raises(OSError, match="refused"):
        other.connect(("127.0.0.2", operator.server.operator_port))
