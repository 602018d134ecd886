from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from genelore.generation import current, open_current
from genelore.recovery import open_store

GRAPH = NamedNode("urn:generated")
OTHER = NamedNode("urn:other")


def quad(text: str, graph: NamedNode | DefaultGraph = GRAPH) -> Quad:
    return Quad(NamedNode("urn:s"), NamedNode("urn:p"), Literal(text), graph)


def test_generated_graphs_are_replaced_whole_and_readers_see_them_when_the_store_is_closed(tmp_path):
    for texts in (("one", "two"), ("two", "three")):
        store, _ = open_store(tmp_path)
        with store:
            assert store.replace([GRAPH], [quad(text) for text in texts])

    found = {q.object.value for q in open_current(tmp_path).quads_for_pattern(None, None, None, GRAPH)}
    assert found == {"two", "three"}


def test_the_default_graph_is_replaced_with_them(tmp_path):
    store, _ = open_store(tmp_path)
    with store:
        store.replace([GRAPH], [quad("old", DefaultGraph())])
        store.replace([GRAPH], [quad("new", DefaultGraph())])

    found = [
        q.object.value for q in open_current(tmp_path).quads_for_pattern(None, None, None, DefaultGraph())
    ]
    assert found == ["new"]


def test_graphs_that_are_not_named_stay(tmp_path):
    store, _ = open_store(tmp_path)
    with store:
        store.replace([OTHER], [quad("kept", OTHER)])
        store.replace([GRAPH], [quad("new")])

    assert len([*open_current(tmp_path).quads_for_pattern(None, None, None, OTHER)]) == 1


def test_the_same_quads_again_make_no_new_generation(tmp_path):
    store, _ = open_store(tmp_path)
    with store:
        store.replace([GRAPH], [quad("one")])
    before = current(tmp_path)
    store, _ = open_store(tmp_path)
    with store:
        assert not store.replace([GRAPH], [quad("one")])

    assert current(tmp_path) == before
