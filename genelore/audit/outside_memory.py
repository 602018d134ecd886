"""The file in a store's folder that keeps what endpoints answered."""

import json
from dataclasses import asdict
from pathlib import Path

from genelore.audit.outside import Answer, Outside, Relation, gathered


def place(store: Path) -> Path:
    """Return the file of a store's folder that keeps the answers, one a line."""
    return store / "outside" / "answers.jsonl"


def remembered(store: Path) -> Outside:
    """Return the answers that a store's folder keeps; a line that is no answer counts as none."""
    path = place(store)
    lines = path.read_bytes().splitlines() if path.is_file() else []
    return gathered(one for line in lines if (one := _answer(line)))


def _answer(line: bytes) -> Answer | None:
    try:
        said = json.loads(line)
        return Answer(**said | {"relation": Relation(said["relation"])})
    except (ValueError, TypeError, KeyError):
        return None


def remember(store: Path, outside: Outside) -> None:
    """Keep these answers and no others; the file appears whole or not at all."""
    path = place(store)
    if not outside.answers:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = (json.dumps(asdict(one), ensure_ascii=False) for one in outside.answers)
    fresh = path.with_name(f".{path.name}.new")
    fresh.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    fresh.replace(path)
