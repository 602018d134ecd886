"""Plants one violation of each layer contract in a copy of the packages; lint-imports must refuse each."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# Contract: the file that gets a forbidden import, and the import.
PLANTED = {
    "top": ("ontology/terms.py", "import ingest.document"),
    "ingest": ("ingest/record.py", "import ingest.mapping"),
    "sources": ("ingest/sources/wikimd.py", "import ingest.sources.wikipedia"),
    "no-rdf": ("ingest/record.py", "import rdflib"),
    "genelore": ("genelore/store.py", "import genelore.build"),
}


def contract_fails(name: str, file: str, line: str) -> bool:
    """Say whether the contract is broken, and it alone named so, once the line is in the file."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for package in ("ontology", "ingest", "shapes", "genelore"):
            shutil.copytree(ROOT / package, copy / package, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(ROOT / "pyproject.toml", copy)
        target = copy / file
        target.write_text(f"{target.read_text(encoding='utf-8')}\n{line}\n", encoding="utf-8")
        command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache", "--contract", name]
        done = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False)
        return done.returncode == 1 and "BROKEN" in done.stdout


def main() -> int:
    """Try every contract; the exit status is the number of those that did not fail."""
    silent = [name for name, (file, line) in PLANTED.items() if not contract_fails(name, file, line)]
    print(f"{len(PLANTED) - len(silent)} of {len(PLANTED)} contracts fail on a planted violation", *silent)
    return len(silent)


if __name__ == "__main__":
    sys.exit(main())
