"""Every term in the graph is one that the reference has, or is marked as unknown."""

import pytest

from genelore.prepare import Clock, map_document
from ingest.document import read
from ingest.sources import UnknownSourceError
from ontology import bridge, reference
from ontology.terms import RDF, gl, term
from tests.seeds import NAMES, seed, shared

OBJECT = term(RDF, "object")
# Posts of the corpora that are of no gene.
OTHER_POSTS = {"2022-05-21-BICase1.md", "2023-03-17-BIsample.md", "2023-03-24-BItest.md"}


def unmarked(document) -> list[str]:
    """Return the terms of a document's claims whose status is missing or not what the reference says."""
    graph = map_document(document, Clock("2026-01-01T00:00:00Z")).graph
    statuses = {quad.subject: quad.object.value for quad in graph.quads if quad.predicate == gl("termStatus")}
    wrong = []
    for quad in graph.quads:
        curie = (bridge.curie(quad.object.value) or "") if quad.predicate == OBJECT else ""
        if curie.partition(":")[0] in reference.VOCABULARIES:
            known = reference.term(curie) is not None
            if statuses.get(quad.subject, "") not in (
                {"current", "obsolete", "merged"} if known else {"unknown"}
            ):
                wrong.append(curie)
    return wrong


@pytest.mark.parametrize("kind", NAMES)
def test_the_terms_of_a_seed_are_known_or_marked(kind):
    assert unmarked(seed(kind)) == []


def test_the_terms_of_the_corpora_are_known_or_marked():
    for path in sorted(shared("corpora").glob("*/*.md"))[::10]:
        if path.name in OTHER_POSTS:
            with pytest.raises(UnknownSourceError):
                unmarked(read(path))
        else:
            assert unmarked(read(path)) == [], path
