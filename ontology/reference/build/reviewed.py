"""Small vocabularies that this package keeps itself, each line read by a person against its source."""

import csv
from collections.abc import Iterator

from ontology.reference.build.vocabularies import SourceTerm


def terms(content: bytes) -> Iterator[SourceTerm]:
    """Give the terms of a file with the columns code, label, obsolete, names, and perhaps further ones.

    Lists stand between bars; a name begins with the letter of its kind.
    """
    for row in csv.DictReader(content.decode().splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        yield SourceTerm(
            code=row["code"],
            label=row["label"],
            names=tuple((name[0], name[1:]) for name in _list(row, "names")),
            parents=_list(row, "parents"),
            wholes=_list(row, "wholes"),
            obsolete=bool(row["obsolete"]),
            successors=_list(row, "successors"),
            considered=_list(row, "considered"),
        )


def _list(row: dict[str, str], column: str) -> tuple[str, ...]:
    return tuple(item for item in (row.get(column) or "").split("|") if item)
