"""Which terms of the vocabulary the project uses, found in its code, its Turtle and its queries."""

import re
from collections.abc import Iterator
from pathlib import Path

from rdflib import Graph, URIRef

from ingest.parts import _KINDS
from ingest.properties import PROPERTIES
from ontology.terms import GL
from tests.seeds import ROOT

PACKAGES = tuple(ROOT / name for name in ("ontology", "ingest", "shapes", "genelore"))
VOCABULARY = ROOT / "ontology" / "genelore.ttl"

_CALL = re.compile(r"\bgl\(\s*[\"'](\w+)[\"']\s*\)")  # gl("Claim")
_NAME = re.compile(rf"(?:\bgl:|{re.escape(GL)})([A-Za-z]\w*)")  # gl:Claim, <https://...ontology#Claim>


def in_code(text: str) -> set[str]:
    return set(_CALL.findall(text))


def in_query(text: str) -> set[str]:
    return set(_NAME.findall(text))


def in_turtle(text: str) -> set[str]:
    nodes = {node for triple in Graph().parse(data=text, format="turtle") for node in triple}
    return {str(node).removeprefix(GL) for node in nodes if isinstance(node, URIRef) and node.startswith(GL)}


_READERS = {".py": in_code, ".rq": in_query, ".ru": in_query, ".ttl": in_turtle}


def in_folder(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*")):
        if path.suffix in _READERS and path != VOCABULARY:
            yield from _READERS[path.suffix](path.read_text(encoding="utf-8"))


def in_tables() -> set[str]:
    """Return the terms that reach `gl` by way of a table."""
    properties = {predicate.value.removeprefix(GL) for predicate, _ in PROPERTIES.values()}
    return properties | {name for names in _KINDS.values() for name in names if name}


def in_project() -> set[str]:
    return in_tables().union(*(in_folder(folder) for folder in PACKAGES))
