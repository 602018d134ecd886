"""By which rules and data an audit is done, as one digest: with another, nothing remembered counts."""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable

from ontology.reference.manifest import FILE
from ontology.reference.tables import folder

_PACKAGES = ("genelore.audit", "ontology")
_SUFFIXES = (".py", ".ttl", ".tsv")


@cache
def edition() -> str:
    """Return the SHA-256 of the audit's source, of its vocabularies and of the reference's manifest."""
    found = sha256(version("pyoxigraph").encode())
    for name in _PACKAGES:
        for path in _sources(files(name)):
            found.update(path.read_bytes())
    found.update(folder().joinpath(FILE).read_bytes())
    return found.hexdigest()


def _sources(place: Traversable) -> Iterator[Traversable]:
    for path in sorted(place.iterdir(), key=lambda path: path.name):
        if path.is_file() and path.name.endswith(_SUFFIXES):
            yield path
        elif path.is_dir() and not path.name.startswith((".", "__")):
            yield from _sources(path)
