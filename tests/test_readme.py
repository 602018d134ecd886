"""Every command that the README and the pages of docs/ show is run, and prints what they say it prints."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.seeds import ROOT

# A fenced block of shell commands with what they print.
CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def examples() -> list[tuple[str, str, str]]:
    """Give page, command and expected output of each `$ genelore ...` line."""
    found = []
    for page in PAGES:
        for block in CONSOLE.findall(page.read_text(encoding="utf-8")):
            for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
                command, _, expected = part.partition("\n")
                if command.startswith("genelore "):
                    found.append((page.name, command, expected))
    return found


def without_blanks(text: str) -> list[str]:
    return [line.rstrip() for line in text.splitlines() if line.strip()]


@pytest.mark.parametrize(("page", "command", "expected"), examples())
def test_a_command_of_the_documentation_prints_what_is_shown(page, command, expected, seed_store: Path):
    arguments = shlex.split(command)[1:]
    if arguments[0] in {"query", "export", "audit", "explain"} and "--store" not in arguments:
        arguments += ["--store", str(seed_store)]
    done = subprocess.run(
        [sys.executable, "-m", "genelore", *arguments],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=os.environ | {"NO_COLOR": "1", "COLUMNS": "240"},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert without_blanks(done.stdout) == without_blanks(expected)


def test_there_are_at_least_five_queries_in_the_readme():
    assert (
        len([command for page, command, _ in examples() if page == "README.md" and " query " in command]) >= 5
    )


@pytest.mark.parametrize("path", sorted((ROOT / "docs" / "queries").glob("*.rq")), ids=lambda path: path.name)
def test_the_first_line_of_a_query_is_its_question(path: Path):
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    assert re.fullmatch(r"# .*\?", first)
