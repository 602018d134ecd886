from pathlib import Path
from urllib.parse import urlsplit

from genelore.ledger import Entry
from genelore.tombstones import Tombstone, append, bury, load
from tests.genelore.endpoint.protocol.server import Request, ask, served
from tests.genelore.storing import opened, put

OLD = Entry("a.md", "f" * 64, "https://example.org/document/ffff", 1, "")
NEW = Entry("a.md", "e" * 64, "https://example.org/document/eeee", 1, "")


def test_a_removed_document_has_a_tombstone(tmp_path: Path) -> None:
    bury(tmp_path, [OLD], {})
    assert load(tmp_path) == {OLD.graph: Tombstone(OLD.graph, "a.md", OLD.sha256)}


def test_a_replaced_document_names_its_successor(tmp_path: Path) -> None:
    bury(tmp_path, [OLD], {"a.md": NEW})
    assert load(tmp_path)[OLD.graph].successor == NEW.graph


def test_bytes_that_are_kept_under_another_name_are_not_buried(tmp_path: Path) -> None:
    bury(tmp_path, [OLD], {"b.md": Entry("b.md", OLD.sha256, OLD.graph, 1, "")})
    assert not load(tmp_path)


def test_the_last_of_several_tombstones_counts(tmp_path: Path) -> None:
    append(tmp_path, [Tombstone("g", "a.md", "0", "h")])
    append(tmp_path, [Tombstone("g", "a.md", "0")])
    assert load(tmp_path) == {"g": Tombstone("g", "a.md", "0")}


def test_a_line_that_was_cut_short_loses_nothing_else(tmp_path: Path) -> None:
    append(tmp_path, [Tombstone("g", "a.md", "0")])
    path = tmp_path / "tombstones.jsonl"
    path.write_bytes(path.read_bytes() + b'{"graph": "h", "na')
    append(tmp_path, [Tombstone("i", "b.md", "1")])
    assert set(load(tmp_path)) == {"g", "i"}


def test_a_store_without_tombstones_has_none(tmp_path: Path) -> None:
    assert not load(tmp_path)
    bury(tmp_path, [], {})
    assert not (tmp_path / "tombstones.jsonl").exists()


def test_the_pages_of_a_removed_and_of_a_replaced_document_say_that_they_are_gone(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        removed, replaced = put(store, "a.md", "ALAS2"), put(store, "b.md", "BMX")
    with opened(tmp_path) as store:
        store.remove("a.md")
        now = put(store, "b.md", "ALAS1")
    assert load(tmp_path)[replaced].successor == now
    with served(tmp_path) as port:
        statuses = [
            ask(port, Request(urlsplit(graph).path.removeprefix("/genelore"))).status
            for graph in (removed, replaced, now)
        ]
    assert statuses == [410, 410, 303]


def test_a_document_that_is_still_there_under_another_name_has_no_tombstone(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        put(store, "a.md", "ALAS2")
        put(store, "b.md", "ALAS2")
        store.remove("a.md")
    assert not load(tmp_path)
