"""JSON-LD that reads well: one object for each node, terms of our context, graph by graph."""

import json
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

import rdflib
from pyoxigraph import Quad

from ontology.rdflib_terms import add


@cache
def context() -> dict[str, object]:
    """Return the context of `ontology/context.jsonld`."""
    content = json.loads(files("ontology").joinpath("context.jsonld").read_bytes())
    return dict(content["@context"])


def compacted(quads: Iterable[Quad]) -> bytes:
    """Write quads as JSON-LD compacted with our context, with sorted keys and nodes."""
    dataset = rdflib.Dataset()
    for quad in quads:
        add(dataset, quad)
    text = dataset.serialize(format="json-ld", context=context(), auto_compact=True, sort_keys=True)
    return json.dumps(_sorted(json.loads(text)), indent=1, ensure_ascii=False).encode() + b"\n"


def _sorted(value: object) -> object:
    """Sort what has no order, so that the same graph gives the same bytes."""
    if isinstance(value, list):
        return sorted((_sorted(item) for item in value), key=lambda item: json.dumps(item, sort_keys=True))
    if isinstance(value, dict):
        return {key: item if key == "@context" else _sorted(item) for key, item in sorted(value.items())}
    return value
