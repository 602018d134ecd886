"""The entity layer after any sequence of changes is that of a rebuild from nothing."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from genelore import mark
from genelore.audit.graphs import generated
from genelore.audit.memory import FILE
from genelore.audit.policy import Policy
from genelore.audit.upkeep import Wish
from genelore.recovery import open_store
from tests.genelore.audit.kept_up import SEEDS, brought, post

PROSE = " ".join(f"word{number}" for number in range(60))
# Documents that agree, that disagree under one key, that are copies, that share rows of the reference.
TEXTS = (
    *SEEDS.values(),
    post("ALAS2", "- HGNC: 397", "- NCBI Entrez: 212", "- Ensembl: ENSG00000158578"),
    post("ALAS2", "- HGNC: 99991", "- OMIM: 301300"),
    post("ALAS2", "- HGNC: 99992", "- OMIM: 301300", "- Ensembl: ENSG00000102010"),
    post("ALAS1", "- HGNC: 396", "- NCBI Entrez: 211", "- OMIM: 125290", "", PROSE),
    post("ALAS1", "- HGNC: 396", "- NCBI Entrez: 212", "", f"And so {PROSE}"),
    post("BMX", "- HGNC: 1079", "- Ensembl: ENSG00000102010", "- OMIM: 301300"),
    post("B2M", "- HGNC: 914", "- NCBI Entrez: 567"),
)
NAMES = ("a.md", "b.md", "c.md", "d.md", "e.md", "f.md", "g.md", "h.md")
SLOW = [HealthCheck.too_slow]
STEPS = st.lists(
    st.tuples(st.sampled_from(NAMES), st.one_of(st.none(), st.integers(0, len(TEXTS) - 1))), max_size=4
)
FIRST = {name: TEXTS[place] for place, name in enumerate((*NAMES, "i.md", "j.md", "k.md", "l.md"))}


@settings(max_examples=6, deadline=None, phases=[Phase.explicit, Phase.generate], suppress_health_check=SLOW)
@example(steps=[("d.md", 5), ("g.md", 8), ("b.md", 5), ("f.md", None)])
@given(steps=STEPS)
def test_the_layer_after_any_changes_is_that_of_a_rebuild(steps):
    with tempfile.TemporaryDirectory() as name:
        folder, documents = Path(name) / "kept", dict(FIRST)
        brought(folder, documents)
        for turn, (document, text) in enumerate(steps):
            if text is None:
                documents.pop(document, None)
            else:
                documents[document] = TEXTS[text]
            done, kept = brought(folder, documents)
            assert done.removed is not None
            assert kept == brought(Path(name) / f"anew-{turn}", documents)[1]


def test_only_what_depends_on_a_changed_document_is_touched(tmp_path):
    brought(tmp_path / "store", FIRST)
    changed = FIRST | {"l.md": post("B2M", "- HGNC: 914", "- NCBI Entrez: 568")}
    done, kept = brought(tmp_path / "store", changed)

    assert done.examined == 1
    assert 0 < done.removed + done.added < len(kept) / 20


def test_without_a_change_nothing_is_examined_or_written(tmp_path):
    brought(tmp_path / "store", FIRST)
    done, _ = brought(tmp_path / "store", FIRST)

    assert (done.examined, done.changed, done.removed, done.added) == (0, False, 0, 0)


def test_the_last_document_takes_its_layer_with_it(tmp_path):
    brought(tmp_path / "store", {"a.md": TEXTS[5]})

    assert brought(tmp_path / "store", {})[1] == brought(tmp_path / "empty", {})[1]


def test_the_same_text_under_another_name_is_told_by_that_name(tmp_path):
    brought(tmp_path / "store", FIRST)
    documents = {("0.md" if name == "g.md" else name): text for name, text in FIRST.items()}

    assert brought(tmp_path / "store", documents)[1] == brought(tmp_path / "anew", documents)[1]


def test_bytes_of_which_one_name_changes_are_told_by_another(tmp_path):
    documents = FIRST | {"0.md": FIRST["g.md"]}
    brought(tmp_path / "store", documents)
    documents = FIRST | {"0.md": post("B2M", "- HGNC: 914")}

    assert brought(tmp_path / "store", documents)[1] == brought(tmp_path / "anew", documents)[1]


def test_the_policy_is_remembered_and_another_one_writes_another_consensus(tmp_path):
    plain = brought(tmp_path / "store", FIRST)[1]
    strict = brought(tmp_path / "store", FIRST, Wish(Policy.STRICT))[1]
    done, again = brought(tmp_path / "store", FIRST)

    assert plain != strict == again
    assert done.terms.policy is Policy.STRICT
    assert strict == brought(tmp_path / "anew", FIRST, Wish(Policy.STRICT))[1]


def test_a_layer_that_was_dropped_is_written_again_without_examining(tmp_path):
    kept = brought(tmp_path / "store", FIRST)[1]
    store, _ = open_store(tmp_path / "store")
    with store:
        store.replace(generated(store.base), [])
    done, again = brought(tmp_path / "store", FIRST)

    assert again == kept
    assert done.examined == 0


def test_a_layer_that_a_crash_left_half_written_is_made_whole(tmp_path):
    kept = brought(tmp_path / "store", FIRST)[1]
    store, _ = open_store(tmp_path / "store")
    mark.take_away(tmp_path / "store")
    for graph in generated(store.base)[:3]:
        store.amend([*store.quads.quads_for_pattern(None, None, None, graph)][::2], [])
    store.close()

    assert brought(tmp_path / "store", FIRST)[1] == kept


def test_what_is_remembered_does_not_count_in_a_store_that_was_not_closed(tmp_path):
    kept = brought(tmp_path / "store", FIRST)[1]
    (tmp_path / "store" / "quads.seal").unlink()
    store, _ = open_store(tmp_path / "store")
    assert not mark.stands(tmp_path / "store")
    store.close()

    assert brought(tmp_path / "store", FIRST)[1] == kept


def test_a_damaged_memory_is_made_anew(tmp_path):
    kept = brought(tmp_path / "store", FIRST)[1]
    path = mark.audit_folder(tmp_path / "store") / FILE
    content = bytearray(path.read_bytes())
    content[len(content) // 3 : 2 * len(content) // 3] = bytes(len(content) // 3)
    for damaged in (b"no database", bytes(content), b""):
        path.write_bytes(damaged)
        documents = FIRST | {"l.md": post("B2M", "- HGNC: 914", f"- Round: {len(damaged)}")}
        anew = tmp_path / f"anew-{len(damaged)}"
        assert brought(tmp_path / "store", documents)[1] == brought(anew, documents)[1]
        shutil.rmtree(anew)
    assert brought(tmp_path / "store", FIRST)[1] == kept
