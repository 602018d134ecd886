"""Killing the audit at any moment loses nothing, and the next run gives what a rebuild from nothing does."""

import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

from genelore.build import build
from genelore.generation import open_current
from genelore.ledger import load
from genelore.recovery import open_store
from ingest.intake import Intake
from tests.genelore.audit.kept_up import OPTIONS, brought, post

KILLS = 6
DOCUMENTS = 24
BUILD = ["build", "--no-validate", "--jobs", "1", "posts"]


def documents(turn: int) -> dict[str, bytes]:
    """Return posts by name, a few of which are others in every turn."""
    posts = {}
    for number in range(DOCUMENTS):
        other = turn if number % 7 == turn % 7 else 0
        lines = f"- HGNC: {390 + number % 9}", f"- OMIM: {301300 + other}"
        posts[f"posts/{number:02}.md"] = post("ALAS2", *lines)
    return posts


def begun(folder: Path, command: list[str]) -> subprocess.Popen[bytes]:
    """Start a command, and return it when it has opened the store for writing."""
    arguments = [sys.executable, "-m", "genelore", command[0], "--store", "store", *command[1:]]
    run = subprocess.Popen(arguments, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while run.poll() is None and (folder / "store" / "quads.seal").exists():
        time.sleep(0.002)
    return run


def finished(folder: Path, command: list[str]) -> float:
    """Run a command to its end, and return for how many seconds it had the store open."""
    run, start = begun(folder, command), time.perf_counter()
    assert run.wait() == 0
    return time.perf_counter() - start


def killed(folder: Path, command: list[str], delay: float) -> bool:
    """Kill a command so many seconds after it opened the store; say whether it was still running."""
    run = begun(folder, command)
    time.sleep(delay)
    run.send_signal(signal.SIGKILL)
    return run.wait() == -signal.SIGKILL


def held(folder: Path) -> dict[str, bytes]:
    """Return the documents that the store acknowledged, as it keeps them, and check that it has them all."""
    promised = load(folder / "ledger.jsonl")
    open_current(folder)
    store, damage = open_store(folder)
    with store:
        assert damage == []
        assert store.entries == promised
    return {entry.name: (folder / "documents" / entry.sha256).read_bytes() for entry in promised.values()}


def test_a_build_that_is_killed_while_it_keeps_the_audit_leaves_nothing_wrong(tmp_path: Path) -> None:
    chance, folder = random.Random(20261121), tmp_path / "store"
    brought(folder, documents(0))
    kills, seconds = 0, 0.0
    for turn in range(4 * KILLS):
        (tmp_path / "posts").mkdir(exist_ok=True)
        for name, content in documents(turn + 1).items():
            (tmp_path / name).write_bytes(content)
        if not seconds:
            seconds = finished(tmp_path, BUILD)
            continue
        kills += killed(tmp_path, BUILD, chance.uniform(0.0, seconds))
        acknowledged = held(folder)
        assert acknowledged.keys() == documents(0).keys()
        assert brought(folder, acknowledged)[1] == brought(tmp_path / f"anew-{turn}", acknowledged)[1]
        if kills == KILLS:
            break
    assert kills == KILLS


def test_an_audit_that_is_killed_is_made_whole_by_the_next(tmp_path: Path) -> None:
    chance, folder, built = random.Random(20261122), tmp_path / "store", tmp_path / "built"
    store, _ = open_store(built)
    with store:
        list(build([Intake(name, content) for name, content in documents(0).items()], store, OPTIONS))
    expected = brought(tmp_path / "anew", documents(0))[1]
    shutil.copytree(built, folder, symlinks=True)
    seconds, kills = finished(tmp_path, ["audit"]), 0
    for _ in range(4 * KILLS):
        shutil.rmtree(folder)
        shutil.copytree(built, folder, symlinks=True)
        kills += killed(tmp_path, ["audit"], chance.uniform(0.0, seconds))
        assert held(folder) == documents(0)
        assert brought(folder, documents(0))[1] == expected
        if kills == KILLS:
            break
    assert kills == KILLS
