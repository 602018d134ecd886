import json

import pytest

from genelore.audit.findings import Finding, Place
from genelore.audit.model import Audit, Judgement, Severity, Verdict
from genelore.publish.finding_table import COLUMNS, jsonl, screen, tsv, where, written

FINDING = Finding(
    "0123456789",
    "https://w3id.org/genelore/conflict/0123456789abcdef0123",
    "location",
    "contested",
    Severity.HIGH,
    (Place("a.md", ("3-3", "5-7")), Place("b.txt", ("1-1",))),
    "ensembl:ENSG00000158578",
    ("55030977", "55031064"),
    "a.md says one\tend, b.txt another.",
)
EXPLAINED = Finding(
    "9876543210", "urn:x", "alias", "explained", Severity.LOW, (), "hgnc:397", ("A",), "It is nothing."
)
AUDIT = Audit((), (), (Verdict("urn:c", Judgement.CONFIRMED, "", ""),), (), ())


def test_tsv_has_one_finding_a_row_whatever_is_in_its_cells():
    header, row, end = tsv([FINDING]).split("\n")

    assert header.split("\t") == [*COLUMNS]
    assert row.split("\t") == [
        "0123456789",
        "location",
        "contested",
        "high",
        "a.md, b.txt",
        "3-3,5-7; 1-1",
        "ensembl:ENSG00000158578",
        "55030977 | 55031064",
        r"a.md says one\tend, b.txt another.",
    ]
    assert end == ""


def test_jsonl_keeps_values_and_places_apart():
    said = json.loads(jsonl([FINDING]))

    assert said["values"] == ["55030977", "55031064"]
    assert said["places"][0] == {"document": "a.md", "lines": ["3-3", "5-7"]}
    assert said["iri"] == FINDING.iri


def test_the_screen_shows_each_finding_with_its_place_and_counts_the_verdicts():
    lines = screen([FINDING, EXPLAINED], AUDIT, 100).splitlines()

    assert lines[1].split() == ["high", "contested", "location", "0123456789", "a.md:3,", "5-7;", "b.txt:1"]
    assert lines[2].startswith("    a.md says one")
    assert "2 findings, 1 open, 1 explained" in lines
    assert lines[-1].startswith("claims: 0 refuted, 0 outdated, 0 contested, 1 confirmed")


def test_the_screen_tells_how_many_findings_it_leaves_out():
    assert "... and 5 more findings; --format tsv shows them all" in screen([FINDING] * 45, AUDIT)


def test_no_findings_are_said_to_be_none():
    assert screen([], AUDIT).startswith("No findings.\n")


def test_the_screen_is_no_wider_than_it_should_be():
    long = screen([FINDING] * 3, AUDIT, 60).splitlines()

    assert max(len(line) for line in long if line.startswith("    ")) <= 60


@pytest.mark.parametrize(("lines", "short"), [("17-17", "17"), ("17-19", "17-19")])
def test_lines_are_written_as_short_as_can_be(lines, short):
    assert written(lines) == short


def test_many_places_of_one_document_are_counted():
    assert where(Place("a.md", ("1-1", "2-2", "3-3", "4-4"))) == "a.md:1, 2, 3 and 1 more"
