"""The data files that the tables are made of: which they are, where they come from, and what they hold."""

import hashlib
import sqlite3
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from ontology.reference.build.archives import inflated, member


class UnknownSourceError(ValueError):
    """A file is given for a source that there is none of; the message names those that there are."""


class ArtefactError(ValueError):
    """An artefact could not be had, or is not the one that is pinned."""


@dataclass(frozen=True, slots=True)
class Artefact:
    """A package of a registry: `client` is what fetches it, pip or apt."""

    name: str
    client: str
    version: str
    file: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Source:
    """One data file: the member of an artefact, or, without one, a reviewed file of this package."""

    name: str
    member: str
    title: str
    version: str
    date: str
    licence: str
    artefact: str = ""


@dataclass(frozen=True, slots=True)
class Sources:
    """All data files; `overrides` names files that take the place of some, such as newer releases."""

    folder: Path
    artefacts: Mapping[str, Artefact]
    sources: Mapping[str, Source]
    overrides: Mapping[str, Path]

    def content(self, name: str) -> bytes:
        """Return what a data file holds, inflated."""
        if name in self.overrides:
            path = self.overrides[name]
            return inflated(path.name, path.read_bytes())
        source = self.sources[name]
        if not source.artefact:
            return files("ontology.reference").joinpath("reviewed", source.member).read_bytes()
        return member(self.folder / self.artefacts[source.artefact].file, source.member)

    def kind(self, name: str) -> str:
        """Return the ending of the file's name, without that of its compression: ".json", ".obo", ".gtf"."""
        path = Path(self.overrides.get(name, self.sources[name].member))
        return Path(path.stem).suffix if path.suffix in {".gz", ".xz", ".zst"} else path.suffix

    def database(self, name: str) -> sqlite3.Connection:
        """Return an SQLite file as a database in memory."""
        connection = sqlite3.connect(":memory:")
        connection.deserialize(self.content(name))
        return connection


def pinned(folder: Path, overrides: Mapping[str, Path]) -> Sources:
    """Return the data files of `artefacts.toml`, whose artefacts are, or will be, in the folder.

    Raises:
        UnknownSourceError: an override names no source.
    """
    data = tomllib.loads(files("ontology.reference").joinpath("artefacts.toml").read_text("utf-8"))
    artefacts = {name: Artefact(name=name, **fields) for name, fields in data["artefact"].items()}
    sources = {name: Source(name=name, **fields) for name, fields in data["source"].items()}
    unknown = sorted(set(overrides) - set(sources))
    if unknown:
        raise UnknownSourceError(f"no source is called {', '.join(unknown)}; there are {', '.join(sources)}")
    return Sources(folder, artefacts, sources, overrides)


def fetch(sources: Sources) -> None:
    """Download the artefacts that the folder does not hold yet, and check that each is the pinned one.

    Raises:
        ArtefactError: a client failed, or a file has another SHA-256.
    """
    for artefact in sources.artefacts.values():
        path = sources.folder / artefact.file
        if not path.exists():
            _download(artefact, sources.folder)
        found = hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else "nothing"
        if found != artefact.sha256:
            raise ArtefactError(f"{artefact.file} has SHA-256 {found}, pinned is {artefact.sha256}")


def _download(artefact: Artefact, folder: Path) -> None:
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:", "--dest=."]
    command = {
        "pip": [*pip, f"{artefact.name}=={artefact.version}"],
        "apt": ["apt-get", "download", "--quiet", f"{artefact.name}={artefact.version}"],
    }[artefact.client]
    try:
        subprocess.run(command, cwd=folder, check=True)  # noqa: S603  pinned data of ours
    except (OSError, subprocess.CalledProcessError) as error:
        where = f"put {artefact.file} into {folder} by hand"
        raise ArtefactError(
            f"{artefact.client} could not download {artefact.name}; {where}: {error}"
        ) from error
