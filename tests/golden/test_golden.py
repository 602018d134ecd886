import hashlib
import os
import subprocess
import sys

import pytest

from tests.golden.remake import lines, path
from tests.seeds import NAMES, ROOT


@pytest.mark.parametrize("kind", NAMES)
def test_the_graph_of_a_seed_is_its_golden_file(kind):
    assert lines(kind) == path(kind).read_text(encoding="utf-8").rstrip("\n").split("\n")


@pytest.mark.parametrize("hash_seed", ["0", "1", "77"])
def test_another_process_with_another_hash_seed_makes_the_same_quads(hash_seed):
    program = (
        "from tests.golden.remake import lines; import hashlib;"
        "print(hashlib.sha256('\\n'.join(lines('chickybase')).encode()).hexdigest())"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env=os.environ | {"PYTHONHASHSEED": hash_seed},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == hashlib.sha256("\n".join(lines("chickybase")).encode()).hexdigest()
