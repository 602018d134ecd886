"""Killing a build at any moment loses nothing that was acknowledged and leaves no partial graph."""

import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

from pyoxigraph import NamedNode

from genelore.document_graphs import stored_graphs
from genelore.ledger import load
from genelore.prepared import digest, nquads
from genelore.recovery import open_store

KILLS = 10
DOCUMENTS = 200
POST = """---
title: "GENE{number}"
date: 2023-05-10 00:00:00
layout: post
categories: Gene
---

# Gene Information for GENE{number}

## External IDs and Aliases

- HGNC: {number}
- NCBI Entrez: {number}
- Round: {round}

**_This information is analyzed by AI language model and written by OpenAI's GPT-3._**
"""


def write_posts(folder: Path, turn: int) -> None:
    folder.mkdir(exist_ok=True)
    for number in range(1, DOCUMENTS + 1):
        text = POST.format(number=number, round=turn)
        (folder / f"gene-{number}.md").write_text(text, encoding="utf-8")


def begun_build(posts: Path, store: Path) -> subprocess.Popen[bytes]:
    """Start a build, and return it when it has begun to write."""
    options = ["--store", str(store), "--no-validate", "--jobs", "1"]
    command = [sys.executable, "-m", "genelore", "build", *options, str(posts)]
    build = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    while build.poll() is None and not writing(store):
        time.sleep(0.005)
    return build


def duration(posts: Path, store: Path) -> float:
    """Return for how many seconds a build writes that nobody kills."""
    build, start = begun_build(posts, store), time.perf_counter()
    assert build.wait() == 0
    return time.perf_counter() - start


def killed_build(posts: Path, store: Path, delay: float) -> bool:
    """Start a build and kill it `delay` seconds after it began to write; say whether it was still running."""
    build = begun_build(posts, store)
    time.sleep(delay)
    build.send_signal(signal.SIGKILL)
    return build.wait() == -signal.SIGKILL


def writing(store: Path) -> bool:
    """Say whether a writer has broken the seal of the quads, which it does just before it begins."""
    return (store / "quads").exists() and not (store / "quads.seal").exists()


def test_a_build_that_is_killed_keeps_what_it_acknowledged_and_no_more(tmp_path):
    chance = random.Random(20261121)
    posts, folder = tmp_path / "posts", tmp_path / "store"
    write_posts(posts, 0)
    seconds = duration(posts, tmp_path / "whole")
    kills = partial = 0
    for turn in range(4 * KILLS):
        write_posts(posts, turn)
        if turn % 4:
            shutil.rmtree(folder, ignore_errors=True)
        kills += killed_build(posts, folder, chance.uniform(0.0, seconds))
        partial += 0 < check_what_was_promised(folder) < DOCUMENTS
        if kills == KILLS:
            break
    assert kills == KILLS
    assert partial > 0


def check_what_was_promised(folder: Path) -> int:
    """Open the store after a kill and hold every graph against the ledger; return how many there are."""
    promised = load(folder / "ledger.jsonl")
    store, damage = open_store(folder)
    with store:
        assert damage == []
        assert store.entries == promised
        assert stored_graphs(store.quads, store.base) == {entry.graph for entry in promised.values()}
        for entry in promised.values():
            quads = [*store.quads.quads_for_pattern(None, None, None, NamedNode(entry.graph))]
            assert (len(quads), digest(nquads(quads))) == (entry.quads, entry.digest)
    return len(promised)


def test_the_processes_of_a_killed_build_end_with_it(tmp_path):
    write_posts(tmp_path / "posts", 0)
    command = [sys.executable, "-m", "genelore", "build", "--store", str(tmp_path / "store"), "--jobs", "2"]
    build = subprocess.Popen([*command, str(tmp_path / "posts")], stderr=subprocess.DEVNULL)
    workers = wait_until(lambda: children(build.pid))
    build.send_signal(signal.SIGKILL)
    build.wait()
    assert wait_until(lambda: not any(Path(f"/proc/{worker}").exists() for worker in workers))


def children(pid: int) -> list[int]:
    """Return the worker processes of a process, once both have started to work."""
    listed = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    workers = [int(child) for child in listed if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()]
    return workers if len(workers) == 2 else []


def wait_until(condition):
    for _ in range(300):
        found = condition()
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError("it did not come about")
