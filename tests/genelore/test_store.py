import fcntl
import shutil
from pathlib import Path

import pyoxigraph
import pytest
from pyoxigraph import Literal, NamedNode, Quad

from genelore import generation
from genelore.build import Options, Status, build
from genelore.generation import DamagedStoreError, NoStoreError, open_current
from genelore.lock import StoreInUseError
from genelore.prepare import Prepared, digest, nquads
from genelore.recovery import open_store
from genelore.repair import repair
from genelore.document_graphs import stored_graphs
from genelore.store import Store
from ingest.document import Span, decode
from ingest.intake import Intake, take_in
from ingest.mapping import to_graph
from ingest.provenance import Reading, to_provenance
from ingest.record import Fact, GeneRecord
from ingest.sources import SourceKind
from tests.seeds import NAMES, ROOT

KIND = SourceKind("made_up", "Made up", "human-written")
DATE = "2026-01-01T00:00:00Z"


def put(store: Store, name: str, text: str) -> str:
    """Store a document that states its own text as the gene's symbol; return its graph's name."""
    document = decode(name, text.encode())
    record = GeneRecord((Fact("gene", "symbol", text, Span(0, len(text))),))
    graph = to_graph(document, record)
    provenance = to_provenance(document, KIND, graph, Reading(DATE, DATE))
    own = nquads(graph.quads)
    store.add(
        Prepared(
            name=name,
            content=text.encode(),
            sha256=document.sha256,
            kind=KIND.name,
            graph=graph.name.value,
            quads=len(graph.quads),
            digest=digest(own),
            claims=graph.claim_count,
            nquads=own + nquads(provenance),
            report=None,
            notes=(),
        )
    )
    return graph.name.value


def opened(folder: Path) -> Store:
    store, damage = open_store(folder)
    assert damage == []
    return store


def symbols(folder: Path) -> set[str]:
    query = "SELECT ?s { GRAPH ?g { ?gene <https://w3id.org/genelore/ontology#symbol> ?s } }"
    return {row[0].value for row in open_current(folder).query(query)}


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


def flip(path: Path, position: int) -> None:
    content = bytearray(path.read_bytes())
    content[position] ^= 0x10
    path.unlink()  # the generations share the file by a hard link
    path.write_bytes(content)


def tables(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.sst"))


def test_a_flipped_bit_in_a_table_is_noticed_and_the_graph_made_anew(tmp_path, monkeypatch):
    with opened(tmp_path) as store:
        put(store, "a.md", "ALAS2")
    for table in tables(tmp_path / "quads"):
        flip(table, table.stat().st_size // 2)
    store, damage = open_store(tmp_path)
    assert [item.entry.name for item in damage] == ["a.md"]
    rebuilt: list[str] = []
    monkeypatch.setattr(
        "genelore.repair.build",
        lambda intakes, *_: [rebuilt.append(put(store, i.name, i.content.decode())) for i in intakes],
    )
    with store:
        repair(store, damage, Options())
    assert len(rebuilt) == 1
    assert symbols(tmp_path) == {"ALAS2"}


def test_readers_refuse_a_damaged_generation(tmp_path):
    with opened(tmp_path) as store:
        put(store, "a.md", "ALAS2")
    table = tables(generation.current(tmp_path))[0]
    flip(table, 100)
    with pytest.raises(DamagedStoreError, match="'genelore build' rebuilds it"):
        open_current(tmp_path)


def test_files_that_are_gone_are_noticed(tmp_path):
    with opened(tmp_path) as store:
        put(store, "a.md", "ALAS2")
        put(store, "b.md", "BMX")
    shutil.rmtree(tmp_path / "quads")
    store, damage = open_store(tmp_path)
    with store:
        assert sorted(item.entry.name for item in damage) == ["a.md", "b.md"]


def test_quads_that_went_missing_without_a_seal_are_noticed(tmp_path):
    with opened(tmp_path) as store:
        put(store, "a.md", "ALAS2")
        graph = put(store, "b.md", "BMX")
    engine = pyoxigraph.Store(str(tmp_path / "quads"))
    engine.remove(next(iter(engine.quads_for_pattern(None, None, Literal("BMX"), NamedNode(graph)))))
    engine.flush()
    del engine
    (tmp_path / "quads.seal").unlink()
    store, damage = open_store(tmp_path)
    with store:
        assert [item.entry.name for item in damage] == ["b.md"]
        assert "quads where" in damage[0].reason


def test_a_graph_that_was_never_acknowledged_is_cleared_away(tmp_path):
    with opened(tmp_path) as store:
        kept = put(store, "a.md", "ALAS2")
    engine = pyoxigraph.Store(str(tmp_path / "quads"))
    stray = NamedNode("https://w3id.org/genelore/document/0123456789abcdef")
    engine.add(Quad(stray, stray, stray, stray))
    engine.flush()
    del engine
    (tmp_path / "quads.seal").unlink()
    with opened(tmp_path) as store:
        assert stored_graphs(store.quads, store.base) == {kept}


def test_a_document_whose_line_in_the_ledger_is_damaged_is_found_by_its_kept_bytes(tmp_path):
    with opened(tmp_path) as store:
        put(store, "a.md", "ALAS2")
        put(store, "b.md", "BMX")
    ledger = tmp_path / "ledger.jsonl"
    content = bytearray(ledger.read_bytes())
    content[30] ^= 1
    ledger.write_bytes(content)
    store, damage = open_store(tmp_path)
    with store:
        assert [(item.entry.name, item.reason) for item in damage] == [
            ("a.md", "its line in the ledger was damaged")
        ]
        store.forget("a.md")
        put(store, "a.md", "ALAS2")
    with opened(tmp_path) as store:
        assert store.entries.keys() == {"a.md", "b.md"}
    assert symbols(tmp_path) == {"ALAS2", "BMX"}


def test_the_bytes_of_a_removed_document_are_not_kept(tmp_path):
    with opened(tmp_path) as store:
        put(store, "a.md", "ALAS2")
        store.remove("a.md")
    assert list((tmp_path / "documents").iterdir()) == []


def test_a_build_makes_a_damaged_store_anew_from_its_documents(tmp_path):
    page = tmp_path / "page.md"
    page.write_bytes((ROOT / "seeds" / NAMES["gpt3_gene_post"]).read_bytes())
    folder = tmp_path / "store"
    store, _ = open_store(folder)
    with store:
        list(build(take_in([page]), store, Options(date=DATE, validate=False)))
    before = {str(quad) for quad in open_current(folder)}
    for table in tables(folder / "quads"):
        flip(table, table.stat().st_size // 2)
    page.unlink()
    store, damage = open_store(folder)
    with store:
        assert [outcome.status for outcome in repair(store, damage, Options(date=DATE))] == [Status.STORED]
    assert {str(quad) for quad in open_current(folder)} == before
