"""Every command that the README and the pages of docs/ show prints what they say it prints."""

import re
from pathlib import Path

import pytest

from tests.console import Example, begun, examples, run, tidy
from tests.seeds import ROOT

QUERIES = sorted((ROOT / "genelore" / "queries").glob("*.rq"))


@pytest.mark.parametrize("example", examples(), ids=lambda example: f"{example.page.name}: {example.command}")
def test_a_command_of_the_documentation_prints_what_is_shown(example: Example, seed_store: Path):
    assert begun(run(example.command, seed_store), example.printed) == tidy(example.printed)


def test_there_are_at_least_five_queries_in_the_readme():
    shown = [example for example in examples() if example.page.name == "README.md"]
    assert len([example for example in shown if " query " in example.command]) >= 5


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.name)
def test_the_first_line_of_a_query_is_its_question(path: Path):
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    assert re.fullmatch(r"# .*\?", first)
