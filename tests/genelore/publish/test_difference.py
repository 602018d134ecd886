from pathlib import Path

import pyoxigraph
import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat

from genelore.audit.consensus import Consensus
from genelore.audit.graphs import quads
from genelore.audit.model import Audit, Conflict, Severity, Side, State
from genelore.audit.policy import Policy
from genelore.generation import open_current
from genelore.publish.difference import Change, Difference, NotAGraphError, differences, open_graph
from genelore.publish.export import ExportFormat, export
from genelore.publish.nodes import Nodes
from ingest.document import Span, decode
from ingest.mapping import to_graph
from ingest.provenance import Reading, to_provenance
from ingest.record import Fact, GeneRecord
from ingest.sources import SourceKind
from ontology.terms import BASE, LABEL, TYPE, gl

KIND = SourceKind("made_up", "Made up", "human-written")


def graph(**facts: str) -> Nodes:
    text = "\n".join(facts.values())
    document = decode("a.md", text.encode())
    found = tuple(Fact("gene", name, value, Span(0, len(value))) for name, value in facts.items())
    made = to_graph(document, GeneRecord(found))
    store = pyoxigraph.Store()
    store.extend([*made.quads, *to_provenance(document, KIND, made, Reading("2026-01-01", "2026-01-01"))])
    return Nodes(store)


def audited(state: State) -> Nodes:
    conflict = Conflict(
        "location", "k", "hgnc:397", (Side("1", ()), Side("2", ())), "Two ends.", "r", Severity.LOW, state
    )
    store = pyoxigraph.Store()
    store.extend(quads(Audit((), (), (), (conflict,), ()), Consensus(Policy.STRICT, (), ()), BASE))
    return Nodes(store)


def gathered(digest: str, sentence: str, name: str = "a.md") -> Nodes:
    """Give a graph with a conflict that is about the record of one version of a document."""
    graph = f"{BASE}document/{digest}"
    sides = (Side("1", ()), Side("2", ()))
    conflict = Conflict(
        "residue", f"{graph}#gene", f"{graph}#gene", sides, sentence, "residue", Severity.LOW, State.OPEN
    )
    store = pyoxigraph.Store()
    store.extend(quads(Audit((), (), (), (conflict,), ()), Consensus(Policy.STRICT, (), ()), BASE))
    document = NamedNode(graph)
    store.extend([Quad(document, TYPE, gl("Document")), Quad(document, LABEL, Literal(name))])
    return Nodes(store)


def named(name: str) -> Nodes:
    document = decode(name, b"ALAS2")
    made = to_graph(document, GeneRecord((Fact("gene", "symbol", "ALAS2", Span(0, 5)),)))
    store = pyoxigraph.Store()
    store.extend([*made.quads, *to_provenance(document, KIND, made, Reading("2026-01-01", "2026-01-01"))])
    return Nodes(store)


def test_the_same_graph_has_no_differences():
    assert [*differences(graph(symbol="ALAS2"), graph(symbol="ALAS2"))] == []


def test_a_new_version_of_a_document_changes_only_what_it_says_otherwise():
    found = [*differences(graph(symbol="ALAS2", chromosome="X"), graph(symbol="ALAS1", chromosome="X"))]

    assert found == [Difference(Change.CHANGED, "claim", "a.md#gene", "symbol", "ALAS2", "ALAS1")]


def test_claims_that_come_and_go_are_added_and_removed():
    found = [*differences(graph(symbol="ALAS2"), graph(symbol="ALAS2", chromosome="X"))]
    back = [*differences(graph(symbol="ALAS2", chromosome="X"), graph(symbol="ALAS2"))]

    assert found == [Difference(Change.ADDED, "claim", "a.md#gene", "chromosome", "", "X")]
    assert back == [Difference(Change.REMOVED, "claim", "a.md#gene", "chromosome", "X", "")]


def test_a_conflict_that_is_explained_now_has_changed():
    (found,) = differences(audited(State.OPEN), audited(State.EXPLAINED))

    assert (found.change, found.kind, found.property) == (Change.CHANGED, "conflict", "location")
    assert found.before == "Two ends. (LowSeverity, Open)"
    assert found.after == "Two ends. (LowSeverity, Explained)"


def test_a_conflict_that_a_new_version_of_a_document_has_too_is_the_same():
    assert [*differences(gathered("1", "Arg at 170."), gathered("2", "Arg at 170."))] == []


def test_a_conflict_of_a_new_version_of_a_document_that_gathers_more_has_changed():
    (found,) = differences(gathered("1", "Arg at 170."), gathered("2", "Arg at 170; Leu at 9."))

    assert (found.change, found.property) == (Change.CHANGED, "residue")
    assert (found.before, found.after) == (
        "Arg at 170. (LowSeverity, Open)",
        "Arg at 170; Leu at 9. (LowSeverity, Open)",
    )


def test_conflicts_of_two_documents_are_two():
    found = [*differences(gathered("1", "Arg at 170."), gathered("2", "Arg at 170.", "b.md"))]

    assert {one.change for one in found} == {Change.REMOVED, Change.ADDED}


def test_a_document_of_another_name_and_the_same_bytes_is_renamed_and_nothing_else():
    found = [*differences(named("a.md"), named("b.md"))]

    assert found == [Difference(Change.RENAMED, "document", "b.md", "name", "a.md", "b.md")]


def test_a_conflict_that_names_a_renamed_document_is_the_same():
    found = [*differences(gathered("1", "a.md has Arg."), gathered("1", "b.md has Arg.", "b.md"))]

    assert [one.change for one in found] == [Change.RENAMED]


@pytest.mark.parametrize("form", [ExportFormat.NQUADS, ExportFormat.TRIG, ExportFormat.TURTLE])
def test_a_store_and_its_export_are_the_same(form: ExportFormat, seed_store: Path, tmp_path: Path):
    suffix = {ExportFormat.NQUADS: ".nq", ExportFormat.TRIG: ".trig", ExportFormat.TURTLE: ".ttl"}[form]
    path = tmp_path / f"graph{suffix}"
    with path.open("wb") as stream:
        export(open_current(seed_store), [], form, stream)

    assert [*differences(open_graph(seed_store), open_graph(path))] == []


def test_an_audit_adds_its_verdicts_and_conflicts(unaudited_store: Path, seed_store: Path):
    found = [*differences(open_graph(unaudited_store), open_graph(seed_store))]

    assert {one.kind for one in found if one.change is Change.ADDED} == {"conflict"}
    assert {one.kind for one in found if one.change is Change.CHANGED} == {"claim"}


def test_what_is_no_graph_is_refused(tmp_path: Path):
    (tmp_path / "page.html").write_text("<p>")
    (tmp_path / "broken.nq").write_text("<a> <b")

    for name in ("page.html", "broken.nq"):
        with pytest.raises(NotAGraphError):
            open_graph(tmp_path / name)


def test_the_exports_that_are_read_are_those_that_are_written():
    assert RdfFormat.N_QUADS.file_extension == "nq"
