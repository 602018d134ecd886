import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from genelore.audit.graphs import generated
from genelore.build import Options, build
from genelore.recovery import open_store
from ingest.intake import Intake
from tests.seeds import NAMES, ROOT


@pytest.fixture(scope="session")
def seed_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the five seeds into a store and audit it, once for all tests that only read it."""
    folder = tmp_path_factory.mktemp("seeds") / "store"
    store, _ = open_store(folder)
    intakes = [Intake(f"seeds/{name}", (ROOT / "seeds" / name).read_bytes()) for name in NAMES.values()]
    with store:
        outcomes = list(build(intakes, store, Options(date="2026-01-01T00:00:00Z")))
    assert [outcome.refusal for outcome in outcomes] == [None] * 5
    command = [sys.executable, "-m", "genelore", "audit", "--quiet", "--store", str(folder)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return folder


@pytest.fixture(scope="session")
def unaudited_store(seed_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Take everything that the audit made out of a copy of the seeds' store."""
    folder = tmp_path_factory.mktemp("unaudited") / "store"
    shutil.copytree(seed_store, folder, symlinks=True)
    store, _ = open_store(folder)
    with store:
        assert store.replace(generated(store.base), [])
    return folder
