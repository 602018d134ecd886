"""What each reference table was made of, and whether the tables are still those that were made."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import TypedDict

from ontology.reference.tables import folder, table

FILE = "manifest.json"


@dataclass(frozen=True, slots=True)
class DataSource:
    """A data file that a table's rows come from.

    `artefact` is the package that holds the file, empty for a file of this package or one given by path;
    `sha256` is the package's, else the file's. `date` is the date of the data, empty where the file does
    not state one.
    """

    name: str
    title: str
    version: str
    date: str
    licence: str
    file: str
    sha256: str
    artefact: str = ""


@dataclass(frozen=True, slots=True)
class TableEntry:
    """One table of the reference: `sha256` is that of its rows as text, whatever their compression."""

    name: str
    rows: int
    sha256: str
    sources: tuple[DataSource, ...]

    @property
    def version(self) -> str:
        """What the table's first data file calls itself."""
        return f"{self.sources[0].title}, {self.sources[0].version}"


@dataclass(frozen=True, slots=True)
class Row:
    """Where the reference says something: a row of a table, in the version of the table's data."""

    table: str
    version: str
    key: str


class _Entry(TypedDict):
    name: str
    rows: int
    sha256: str
    sources: list[dict[str, str]]


@cache
def manifest() -> Mapping[str, TableEntry]:
    """Return the entry of every table, by the table's name."""
    content: dict[str, list[_Entry]] = json.loads(folder().joinpath(FILE).read_text("utf-8"))
    return MappingProxyType({entry["name"]: _entry(entry) for entry in content["tables"]})


def _entry(entry: _Entry) -> TableEntry:
    sources = tuple(DataSource(**source) for source in entry["sources"])
    return TableEntry(entry["name"], entry["rows"], entry["sha256"], sources)


@lru_cache(maxsize=1 << 14)
def row_of(name: str, key: str) -> Row:
    """Return what a verdict cites for a row of a table."""
    return Row(name, manifest()[name].version, key)


def check() -> tuple[str, ...]:
    """Read every table and say in which the rows are not those of the manifest; none if all is well."""
    return tuple(problem for entry in manifest().values() if (problem := _problem(entry)))


def _problem(entry: TableEntry) -> str:
    try:
        rows = ["\t".join(row).encode() for row in table(entry.name)]
    except (OSError, ValueError) as error:
        return f"{entry.name}: {error}"
    if len(rows) != entry.rows:
        return f"{entry.name}: {len(rows)} rows, the manifest says {entry.rows}"
    digest = hashlib.sha256(b"".join(b"\n" + row for row in rows)).hexdigest()
    return (
        "" if digest == entry.sha256 else f"{entry.name}: SHA-256 of the rows is {digest}, not {entry.sha256}"
    )
