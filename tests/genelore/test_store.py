import fcntl

import pyoxigraph
import pytest
from pyoxigraph import Literal, NamedNode, Quad

from genelore import generation
from genelore.document_graphs import stored_graphs
from genelore.generation import NoStoreError, open_current
from genelore.lock import StoreInUseError
from genelore.prepared import nquads
from genelore.recovery import open_store
from ingest.intake import Intake
from ingest.provenance import provenance_graph
from ontology.terms import LABEL
from tests.genelore.storing import opened, put, symbols


def test_what_was_stored_is_there_after_closing(tmp_path):
    with opened(tmp_path) as store:
        put(store, "a.md", "ALAS2")
        put(store, "b.md", "BMX")
    assert symbols(tmp_path) == {"ALAS2", "BMX"}


def test_the_same_bytes_are_held_and_others_are_not(tmp_path):
    with opened(tmp_path) as store:
        put(store, "a.md", "ALAS2")
        assert store.holds(Intake("a.md", b"ALAS2"))
        assert not store.holds(Intake("a.md", b"ALAS1"))
        assert not store.holds(Intake("b.md", b"ALAS2"))


def test_a_changed_document_takes_the_place_of_its_older_version(tmp_path):
    with opened(tmp_path) as store:
        put(store, "a.md", "ALAS2")
    with opened(tmp_path) as store:
        new = put(store, "a.md", "ALAS1")
        store.commit()
        assert stored_graphs(store.quads, store.base) == {new}
    assert symbols(tmp_path) == {"ALAS1"}


def test_a_removed_document_leaves_nothing(tmp_path):
    with opened(tmp_path) as store:
        put(store, "a.md", "ALAS2")
        put(store, "b.md", "BMX")
        store.remove("a.md")
    assert symbols(tmp_path) == {"BMX"}
    with opened(tmp_path) as store:
        text = (pyoxigraph.serialize(store.quads, format=pyoxigraph.RdfFormat.N_QUADS) or b"").decode()
    assert "a.md" not in text
    assert "ALAS2" not in text


def test_the_same_bytes_under_two_names_are_one_graph_until_both_are_gone(tmp_path):
    with opened(tmp_path) as store:
        put(store, "a.md", "ALAS2")
        put(store, "b.md", "ALAS2")
        assert len(stored_graphs(store.quads, store.base)) == 1
        store.remove("a.md")
        assert len(stored_graphs(store.quads, store.base)) == 1
        store.remove("b.md")
        assert stored_graphs(store.quads, store.base) == set()


def test_a_document_that_changes_back_at_once_keeps_its_name(tmp_path):
    with opened(tmp_path) as store:
        put(store, "a.md", "ALAS2")
        put(store, "a.md", "ALAS1")
        graph = put(store, "a.md", "ALAS2")
        store.commit()
        assert Quad(NamedNode(graph), LABEL, Literal("a.md"), provenance_graph()) in store.quads
    assert symbols(tmp_path) == {"ALAS2"}


def test_a_second_writer_is_refused(tmp_path):
    with opened(tmp_path), pytest.raises(StoreInUseError, match="another process is writing"):
        open_store(tmp_path)
    with opened(tmp_path):
        pass


def test_the_lock_is_given_back(tmp_path):
    with opened(tmp_path):
        pass
    with (tmp_path / "lock").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)


def test_readers_of_a_folder_without_a_store_are_told_so(tmp_path):
    with pytest.raises(NoStoreError, match="run 'genelore build' first"):
        open_current(tmp_path)


def test_a_reader_keeps_its_generation_while_a_new_one_is_published(tmp_path):
    with opened(tmp_path) as store:
        put(store, "a.md", "ALAS2")
    old = open_current(tmp_path)
    with opened(tmp_path) as store:
        put(store, "a.md", "ALAS1")
    assert len(old) > 0
    assert symbols(tmp_path) == {"ALAS1"}


def test_a_store_that_did_not_change_publishes_nothing(tmp_path):
    with opened(tmp_path) as store:
        put(store, "a.md", "ALAS2")
    first = generation.current(tmp_path)
    with opened(tmp_path):
        pass
    assert generation.current(tmp_path) == first


def test_the_bytes_of_a_removed_document_are_not_kept(tmp_path):
    with opened(tmp_path) as store:
        put(store, "a.md", "ALAS2")
        store.remove("a.md")
    assert list((tmp_path / "documents").iterdir()) == []
    assert list((tmp_path / "graphs").iterdir()) == []


def test_the_text_of_a_graph_is_what_the_engine_holds(tmp_path):
    with opened(tmp_path) as store:
        graph = put(store, "a.md", "ALAS2")
        quads = [*store.quads.quads_for_pattern(None, None, None, NamedNode(graph))]
        kept = store.text(store.entries["a.md"].digest)
        assert sorted((kept or b"").splitlines()) == sorted(nquads(quads).splitlines())
        assert store.text("0" * 64) is None
        assert store.text("") is None


def test_a_text_that_was_damaged_or_is_of_no_document_is_not_given(tmp_path):
    with opened(tmp_path) as store:
        put(store, "a.md", "ALAS2")
    (path,) = (tmp_path / "graphs").iterdir()
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    path.with_name("0" * 64).write_bytes(b"of no document")
    with opened(tmp_path) as store:
        assert store.text(path.name) is None
    assert [one.name for one in (tmp_path / "graphs").iterdir()] == [path.name]
