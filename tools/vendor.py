"""Copies the SPARQL editor out of node_modules into the package, with the licences of all its parts."""

import gzip
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "genelore/endpoint/editor/static/vendor"
BUILD = ROOT / "node_modules/@zazuko/yasgui/build"
FILES = ("yasgui.min.js", "yasgui.min.css")
GRANT = "Permission is hereby granted, free of charge"
# "//# sourceMappingURL=yasgui.min.js.map", the last line of a file; the map is four times the size of what it
# explains, and is not shipped.
_MAP = re.compile(rb"^(//|/\*)# sourceMappingURL=.*$", re.MULTILINE)
# "LICENSE", "licence.md", "COPYING", "NOTICE.txt": files that hold a licence.
_NAMES = re.compile(r"(licen[cs]e|copying|notice)([.-].*)?", re.IGNORECASE)


def main() -> None:
    """Write the editor's files, plain and packed, and last LICENSES.txt, which says that all are there."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for name in FILES:
        content = _MAP.sub(b"", (BUILD / name).read_bytes()).rstrip() + b"\n"
        TARGET.joinpath(name).write_bytes(content)
        TARGET.joinpath(f"{name}.gz").write_bytes(gzip.compress(content, mtime=0))
    folders = tuple(_folders())
    grant = _grant(folders)
    text = "\n".join(_section(folder, grant) for folder in folders)
    TARGET.joinpath("LICENSES.txt").write_text(text, encoding="utf-8")


def _folders() -> Iterator[Path]:
    """Folders of the locked packages that the editor needs when it runs, sorted by name."""
    packages = json.loads((ROOT / "package-lock.json").read_bytes())["packages"]
    for place, package in sorted(packages.items()):
        if place and not package.get("dev") and (ROOT / place).is_dir():
            yield ROOT / place


def _section(folder: Path, grant: str) -> str:
    package = json.loads((folder / "package.json").read_bytes())
    head = f"{package['name']} {package['version']}: {package.get('license', 'see the text')}"
    return f"{head}\n{'=' * len(head)}\n\n{_text(folder) or _stated(package, grant)}\n"


def _text(folder: Path) -> str:
    files = sorted(file for file in folder.iterdir() if _NAMES.fullmatch(file.name))
    return "\n\n".join(file.read_text(encoding="utf-8").strip() for file in files)


def _stated(package: dict[str, object], grant: str) -> str:
    """What a package without a licence file says of its licence; the MIT grant is that of its neighbours."""
    author = package.get("author")
    name = author["name"] if isinstance(author, dict) else author
    if package.get("license") == "MIT":
        return f"Copyright (c) {name}\n\n{grant}"
    if package.get("license") == "CC0-1.0":
        return f"{name} has waived all rights: https://creativecommons.org/publicdomain/zero/1.0/"
    raise SystemExit(f"{package['name']} comes without the text of its licence")


def _grant(folders: tuple[Path, ...]) -> str:
    """Return the permission of the MIT licence; the shortest text that has it has nothing after it."""
    texts = (_text(folder) for folder in folders)
    shortest = min((text for text in texts if GRANT in text), key=len)
    return shortest[shortest.index(GRANT) :]


if __name__ == "__main__":
    sys.exit(main())
