import shutil
from pathlib import Path

import pyoxigraph
import pytest
from pyoxigraph import Literal, NamedNode, Quad

from genelore import generation
from genelore.build import Options, Status, build
from genelore.document_graphs import stored_graphs
from genelore.generation import DamagedStoreError, open_current
from genelore.recovery import open_store
from genelore.repair import repair
from ingest.intake import take_in
from ingest.provenance import name_triples, provenance_graph
from ontology.terms import LABEL
from tests.genelore.storing import DATE, opened, put, symbols
from tests.seeds import NAMES, ROOT


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


def test_a_name_that_was_never_acknowledged_is_cleared_away(tmp_path):
    with opened(tmp_path) as store:
        graph = NamedNode(put(store, "a.md", "ALAS2"))
    engine = pyoxigraph.Store(str(tmp_path / "quads"))
    for triple in name_triples(graph, "b.md"):
        engine.add(Quad(*triple, provenance_graph()))
    engine.flush()
    del engine
    (tmp_path / "quads.seal").unlink()
    with opened(tmp_path) as store:
        names = [q.object for q in store.quads.quads_for_pattern(graph, LABEL, None, provenance_graph())]
        assert names == [Literal("a.md")]
        assert all("b.md" not in str(quad) for quad in store.quads)


def test_a_name_that_went_missing_is_noticed(tmp_path):
    with opened(tmp_path) as store:
        graph = NamedNode(put(store, "a.md", "ALAS2"))
    engine = pyoxigraph.Store(str(tmp_path / "quads"))
    engine.remove(Quad(graph, LABEL, Literal("a.md"), provenance_graph()))
    engine.flush()
    del engine
    (tmp_path / "quads.seal").unlink()
    store, damage = open_store(tmp_path)
    with store:
        assert [(item.entry.name, item.reason) for item in damage] == [("a.md", "its provenance is gone")]
