"""Documents that could not be stored: their bytes and the report of what is wrong with them."""

import json
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a document is not in the store: at which stage, on which line if on one, and the reason.

    `turtle` is the SHACL report of a document that failed its validation, `trace` where in the code a fault
    of ours lies.
    """

    name: str
    stage: str
    line: int | None
    reason: str
    turtle: str = ""
    trace: str = ""

    def __str__(self) -> str:
        """Name the document and line, as compilers do."""
        return f"{self.name}:{self.line}: {self.reason}" if self.line else f"{self.name}: {self.reason}"


def _folder(store: Path, name: str) -> Path:
    return store / "quarantine" / sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:16]


def put(store: Path, content: bytes, refusal: Refusal) -> None:
    """Keep a refused document with its report; a newer refusal of the same name replaces it."""
    folder = _folder(store, refusal.name)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "document").write_bytes(content)
    (folder / "report.ttl").unlink(missing_ok=True)
    if refusal.turtle:
        (folder / "report.ttl").write_text(refusal.turtle, encoding="utf-8")
    report = json.dumps(asdict(refusal) | {"turtle": ""}, indent=1, sort_keys=True)
    (folder / "report.json").write_text(report, encoding="utf-8")


def release(store: Path, name: str) -> bool:
    """Forget the refusal of a document that was stored or is not wanted; say whether there was one."""
    folder = _folder(store, name)
    if not folder.exists():
        return False
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    return True


def refusals(store: Path) -> list[Refusal]:
    """Return what is in quarantine, sorted by name."""
    reports = (store / "quarantine").glob("*/report.json")
    found = [Refusal(**json.loads(path.read_text(encoding="utf-8"))) for path in reports]
    return sorted(found, key=lambda refusal: refusal.name)
