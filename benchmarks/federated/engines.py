"""The engines that are compared: each asks one query in a process of its own, for a limited time."""

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from benchmarks.federated.rows import Rows, rows

_ROOT = Path(__file__).resolve().parent.parent.parent
_COMUNICA = _ROOT / "tests" / "comunica"
NAMES = ("genelore", "rdflib", "pyoxigraph", "comunica")


@dataclass(frozen=True, slots=True)
class Question:
    """A query over a file of N-Triples and services, which `addresses` has by their logical IRIs."""

    text: str
    data: Path
    addresses: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a question: rows, or the word for why there are none."""

    rows: Rows | None
    word: str
    seconds: float


def ask(engine: str, question: Question, seconds: float) -> Outcome:
    """Have an engine answer a question within some seconds."""
    file = question.data.with_suffix(".rq")
    file.write_text(_text(engine, question), encoding="utf-8")
    try:
        done = subprocess.run(
            _command(engine, question, file), cwd=_ROOT, capture_output=True, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired:
        return Outcome(None, "timeout", seconds)
    if done.returncode:
        return Outcome(None, "error", 0.0)
    told = json.loads(done.stdout)
    return Outcome(rows(told["result"]), "", told["seconds"])


def _text(engine: str, question: Question) -> str:
    """Return the query with the addresses that an engine must be told; ours knows them by a map."""
    text = question.text
    if engine == "genelore":
        return text
    for logical, address in question.addresses.items():
        text = text.replace(f"<{logical}>", f"<{address}>")
        text = text.replace(f"<{logical.removesuffix('sparql')}>", f"<{address.removesuffix('sparql')}>")
    return text


def _command(engine: str, question: Question, file: Path) -> list[str]:
    if engine == "comunica":
        return [node(), str(_COMUNICA / "ask.mjs"), str(file), str(question.data)]
    mappings = [f"{logical}={address}" for logical, address in question.addresses.items()]
    own = ["-m", "benchmarks.federated.asking", engine, str(question.data), str(file)]
    return [sys.executable, *own, *mappings]


def node() -> str:
    """Return the program that runs JavaScript: that beside Python, else the one on the path."""
    own = Path(sys.executable).with_name("node")
    return str(own) if own.exists() else shutil.which("node") or "node"


def versions() -> Mapping[str, str]:
    """Return the version of each engine; empty for one that is not installed."""
    package = _COMUNICA / "node_modules" / "@comunica" / "query-sparql" / "package.json"
    comunica = json.loads(package.read_text(encoding="utf-8"))["version"] if package.exists() else ""
    return {name: version(name) for name in NAMES[:-1]} | {"comunica": comunica}
