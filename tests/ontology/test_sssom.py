from importlib.resources import files

import pytest

from ontology import sssom
from ontology.reference import term

PREDICATES = {"skos:exactMatch", "skos:closeMatch", "skos:broadMatch"}
TABLES = ("anatomy", "everyday")


@pytest.mark.parametrize("name", TABLES)
def test_every_reviewed_term_is_current_and_has_the_label_of_the_reference(name: str) -> None:
    rows = [row for found in sssom.table(name).values() for row in found if row.curie]
    assert rows

    for row in rows:
        found = term(row.curie)
        assert found and not found.obsolete, row
        assert (row.term_label, row.predicate in PREDICATES) == (found.label, True)
        assert row.justification == "semapv:ManualMappingCuration"
        assert 0 < row.confidence <= 1


@pytest.mark.parametrize("name", TABLES)
def test_a_table_declares_the_prefixes_that_it_uses_and_is_sorted(name: str) -> None:
    lines = files("ontology").joinpath(f"{name}.sssom.tsv").read_text("utf-8").splitlines()
    declared = {line.split(":")[0].strip("# ") for line in lines if line.startswith("#  ")}
    rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]

    assert {cell.partition(":")[0] for row in rows for cell in (row[1], row[2], row[4])} <= declared
    assert rows == sorted(rows, key=lambda row: (row[0].casefold(), row[2]))


def test_a_word_that_names_two_structures_may_have_two_rows() -> None:
    assert [row.curie for row in sssom.table("anatomy")["feathers/scutae"]] == [
        "UBERON:0000022",
        "UBERON:0008201",
    ]


def test_a_word_that_names_no_structure_has_a_row_without_a_term() -> None:
    assert [row.curie for row in sssom.table("anatomy")["unlabeled"]] == [""]
