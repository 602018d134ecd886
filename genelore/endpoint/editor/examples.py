"""The example queries of the dataset, as it describes itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

import pyoxigraph

from genelore.endpoint.editor.rows import rows
from genelore.endpoint.site import Site


@dataclass(frozen=True, slots=True)
class Example:
    """A query, the question that it answers, its short name, and the subject that it belongs to."""

    subject: str
    name: str
    question: str
    query: str


def groups(store: pyoxigraph.Store, site: Site) -> Sequence[tuple[str, Sequence[Example]]]:
    """Return the examples by subject, both in alphabetical order."""
    found = [_example(row) for row in rows(store, site, "examples")]
    found.sort(key=lambda example: (example.subject, example.question))
    return [(subject, list(group)) for subject, group in groupby(found, key=lambda example: example.subject)]


def _example(row: Mapping[str, str]) -> Example:
    name = row["example"].rstrip("/").rpartition("/")[2].rpartition("#")[2]
    return Example(row["subject"] or "Other questions", name, row["question"], row["query"])
