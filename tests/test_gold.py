"""The facts of the seeds against the gold table, scored by the shared tool."""

import subprocess
import sys

import pytest

from ingest.document import read
from tests.seeds import NAMES, ROOT, seed, shared


def scored(*arguments: str) -> subprocess.CompletedProcess[str]:
    facts = subprocess.run(
        [sys.executable, "-m", "genelore", "facts", "--format", "tsv", str(shared("seeds"))],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    tool, gold = shared("tools/score_facts.py"), shared("gold/facts.tsv")
    return subprocess.run(
        [sys.executable, str(tool), str(gold), *arguments],
        input=facts.stdout,
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_fact_of_the_gold_table_is_read_and_hardly_another():
    done = scored("--list", "--min-recall", "1", "--min-precision", "0.997")
    assert done.returncode == 0, done.stdout
    assert "ALL\tALL" in done.stdout


@pytest.mark.parametrize("kind", NAMES)
def test_our_copy_of_a_seed_is_the_shared_one(kind):
    assert seed(kind).sha256 in {read(path).sha256 for path in shared("seeds").iterdir()}
