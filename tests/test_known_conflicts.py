import csv
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.seeds import ROOT

SHARED = os.environ.get("GENELORE_SHARED", "")


def run(shared: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "GENELORE_SHARED"}
    if shared:
        environment["GENELORE_SHARED"] = shared
    command = [sys.executable, "-m", "benchmarks.conflicts"]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=environment, check=False)


@pytest.mark.parametrize("shared", ["", "/nowhere"])
def test_without_the_list_of_known_conflicts_their_table_is_refused_in_words(shared: str):
    done = run(shared)

    assert (done.returncode, done.stdout) == (2, "")
    assert "GENELORE_SHARED must name the folder that has gold/conflicts.tsv" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not Path(SHARED, "gold/conflicts.tsv").is_file(), reason="the list is not here")
def test_the_table_of_known_conflicts_tells_how_much_of_each_is_found():
    rows = {row["id"]: row for row in csv.DictReader(run(SHARED).stdout.splitlines(), delimiter="\t")}

    assert {row["found"] for row in rows.values()} == {"yes"}
    assert rows["C01"]["codes named"] == "2 of 2"
    assert rows["C12"]["codes named"] == "1 of 4"
