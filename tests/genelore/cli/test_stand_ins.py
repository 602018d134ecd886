"""Federated queries over the stand-ins, as a user asks them without a network."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

OXIGRAPH = shutil.which("oxigraph") or shutil.which("oxigraph", path=str(Path(sys.executable).parent))
COMMAND = [sys.executable, "-m", "genelore"]
ENVIRONMENT = os.environ | {"NO_COLOR": "1", "COLUMNS": "240"}
pytestmark = pytest.mark.skipif(
    OXIGRAPH is None and os.environ.get("GENELORE_SERVERS") != "required", reason="oxigraph is not installed"
)


def genelore(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *arguments], capture_output=True, text=True, env=ENVIRONMENT | environment, check=False
    )


def test_a_query_over_stand_ins_names_them_and_keeps_nothing(seed_store: Path, tmp_path: Path) -> None:
    done = genelore(
        *("query", "--store", str(seed_store), "--federate", "--stand-ins"),
        *("--example", "uniprot-refuted-ensembl", "--format", "csv"),
        XDG_CACHE_HOME=str(tmp_path),
    )
    assert done.stdout.splitlines()[1].endswith("/P51813,BMX")
    assert "genelore: stand-ins on this machine answer for UniProt\n" in done.stderr
    assert [*tmp_path.rglob("*")] == []


def test_an_endpoint_that_is_mapped_is_asked_there_and_not_at_its_stand_in(seed_store: Path) -> None:
    done = genelore(
        *("query", "--store", str(seed_store), "--federate", "--stand-ins", "--example", "rhea-reactions"),
        *("--endpoint-map", "https://sparql.rhea-db.org/sparql=http://127.0.0.1:1/"),
    )
    assert done.returncode == 5
    assert "stand-ins on this machine answer for UniProt\n" in done.stderr
    assert "<https://sparql.rhea-db.org/sparql> cannot be asked" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("--stand-ins", "ASK {}"),
        ("--federate", "--stand-ins", "--offline", "ASK {}"),
        ("--example", "documents", "ASK {}"),
        ("--example", "nosuch"),
    ],
)
def test_options_that_do_not_go_together_are_refused(arguments: tuple[str, ...], seed_store: Path) -> None:
    assert genelore("query", "--store", str(seed_store), *arguments).returncode == 2


def test_an_example_is_asked_by_its_name(seed_store: Path) -> None:
    done = genelore("query", "--store", str(seed_store), "--example", "documents", "--format", "csv")
    assert "seeds/alas2-chickybase.md" in done.stdout


def test_stand_ins_last_as_long_as_the_command_that_they_are_for() -> None:
    words = [sys.executable, "-c", "import os, sys; print(os.environ['GENELORE_ENDPOINT_MAP']); sys.exit(3)"]
    done = genelore("stand-ins", "--", *words)
    pairs = dict(pair.split("=", 1) for pair in done.stdout.split())
    assert done.returncode == 3
    assert len(pairs) == 7
    assert pairs["https://sparql.uniprot.org/sparql"].startswith("http://127.0.0.1:")
    assert genelore("stand-ins", "--", "/nowhere/program").returncode == 1


DEAF = ["sh", "-c", "trap '' INT; exec \"$@\"", "sh"]


@pytest.mark.parametrize("shell", [[], DEAF], ids=["terminal", "background"])
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_stand_ins_are_printed_as_options_and_end_with_their_servers(number: int, shell: list[str]) -> None:
    words = [*shell, *COMMAND, "stand-ins"]
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT
    ) as process:
        assert process.stdout
        assert process.stderr
        line = process.stdout.readline()
        assert line.startswith("--endpoint-map https://www.bgee.org/sparql/=http://127.0.0.1:")
        assert "until Ctrl-C" in process.stderr.readline()
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        process.send_signal(number)
        _end(process)
    assert len(children) == 7
    assert [child for child in children if Path(f"/proc/{child}").exists()] == []


def _end(process: subprocess.Popen[str]) -> None:
    try:
        process.communicate(timeout=60)
    finally:
        process.kill()
