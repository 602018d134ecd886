import random
from collections.abc import Iterator

import pytest

from ingest.document import Span, decode
from ingest.grounding import ground
from ingest.grounding.runs import pieces
from ingest.record import Fact, GeneRecord
from ontology.reference import term
from ontology.reference.tables import table

ASPECTS = {
    "biological_process": "involved_in",
    "cellular_component": "located_in",
    "molecular_function": "enables",
}
LISTS = 200


def cut(text: str, name: str) -> list[tuple[str, str]]:
    document = decode("a.txt", text.encode())
    run = Fact("gene", name, " ".join(text.split()), Span(0, len(text)), part="run")
    facts = ground(document, GeneRecord((run,))).facts
    assert all(
        fact.part == "" and " ".join(document.quote(fact.span).split()) == fact.value for fact in facts
    )
    return [(fact.value, fact.term) for fact in facts]


def values(text: str, name: str) -> list[str]:
    return [value for value, _ in cut(text, name)]


def test_a_run_is_cut_into_terms_of_its_vocabulary() -> None:
    assert cut("blood mononuclear cell monocyte testicle spleen", "expressed_in") == [
        ("blood", "UBERON:0000178"),
        ("mononuclear cell", "CL:0000842"),
        ("monocyte", "CL:0000576"),
        ("testicle", "UBERON:0000473"),
        ("spleen", "UBERON:0002106"),
    ]


def test_fewer_and_longer_terms_are_preferred() -> None:
    assert values(
        "trabecular bone bone marrow bone marrow cell right lung right lung lobe", "expressed_in"
    ) == [
        "trabecular bone",
        "bone marrow",
        "bone marrow cell",
        "right lung",
        "right lung lobe",
    ]


def test_synonyms_and_former_labels_are_terms_too() -> None:
    assert cut("metabolism oxygen homeostasis cellular iron ion homeostasis", "involved_in") == [
        ("metabolism", "GO:0008152"),
        ("oxygen homeostasis", "GO:0032364"),
        ("cellular iron ion homeostasis", "GO:0006879"),
    ]


def test_the_aspect_decides_what_is_a_term() -> None:
    assert cut("mitochondrion", "located_in") == [("mitochondrion", "GO:0005739")]
    assert cut("mitochondrion", "involved_in") == [("mitochondrion", "")]


def test_words_that_no_term_explains_stay_together_as_text() -> None:
    assert cut("spleen human fetus internal carotid artery", "expressed_in") == [
        ("spleen", "UBERON:0002106"),
        ("human fetus", ""),
        ("internal carotid artery", "UBERON:0001532"),
    ]


def test_spans_are_exact_where_white_space_is_wide() -> None:
    assert values("bone  marrow\n spleen", "expressed_in") == ["bone marrow", "spleen"]


def test_an_empty_run_gives_nothing() -> None:
    assert pieces((), "expressed_in") == []


def labels() -> Iterator[tuple[str, str]]:
    """Give each current label of GO, UBERON and CL with the property whose values it may be."""
    for vocabulary in ("GO", "UBERON", "CL"):
        for row in table(vocabulary):
            found = term(f"{vocabulary}:{row[0]}")
            if found and found.label and not found.obsolete:
                yield ASPECTS.get(found.aspect, "expressed_in"), " ".join(found.label.split())


@pytest.fixture(scope="module")
def vocabulary() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, label in labels():
        found.setdefault(name, []).append(label)
    return found


def test_lists_made_of_real_terms_are_cut_as_they_were_made(vocabulary: dict[str, list[str]]) -> None:
    chance = random.Random(0)
    failed = []
    for number in range(LISTS):
        name = sorted(vocabulary)[number % len(vocabulary)]
        made = chance.sample(vocabulary[name], chance.randint(3, 25))
        words = tuple(" ".join(made).split())
        if [" ".join(words[piece.begin : piece.end]) for piece in pieces(words, name)] != made:
            failed.append(made)

    assert len(failed) <= LISTS // 100
