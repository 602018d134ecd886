"""The facts of the seeds against the gold table, scored by the shared tool."""

import subprocess
import sys

import pytest

from ingest.document import read
from tests.seeds import NAMES, ROOT, seed, shared

# Properties whose values are terms of a vocabulary.
GROUNDED = {
    "enables",
    "involved_in",
    "located_in",
    "disease",
    "phenotype",
    "inheritance",
    "subclass_of",
}


def score(minimum: float, tmp_path, *, without: frozenset[str] = frozenset()) -> str:
    """Score the facts of the shared seeds; properties in `without` are left out of the gold."""
    gold = shared("gold/facts.tsv").read_text(encoding="utf-8").splitlines()
    kept = [line for line in gold if line.split("\t")[2] not in without]
    (tmp_path / "gold.tsv").write_text("\n".join(kept) + "\n", encoding="utf-8")
    facts = subprocess.run(
        [sys.executable, "-m", "genelore", "facts", "--format", "tsv", str(shared("seeds"))],
        capture_output=True,
        cwd=ROOT,
        check=True,
    )
    arguments = ["--list", "--min-recall", str(minimum), "--min-precision", str(minimum)]
    done = subprocess.run(
        [sys.executable, str(shared("tools/score_facts.py")), str(tmp_path / "gold.tsv"), *arguments],
        input=facts.stdout,
        capture_output=True,
        check=False,
    )
    text = done.stdout.decode()
    assert done.returncode == 0, text
    return text


def test_the_facts_that_need_no_vocabulary_are_read(tmp_path):
    assert "ALL\tALL" in score(0.90, tmp_path, without=frozenset(GROUNDED))


@pytest.mark.parametrize("kind", NAMES)
def test_our_copy_of_a_seed_is_the_shared_one(kind):
    assert seed(kind).sha256 in {read(path).sha256 for path in shared("seeds").iterdir()}
