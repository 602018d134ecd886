"""Descriptions in the formats of RDF, with no more prefixes and terms than they use."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

import pyoxigraph
from pyoxigraph import NamedNode, Quad, RdfFormat

from genelore.endpoint.pages.twins import Form
from genelore.publish.export import sorted_prefixes
from genelore.publish.jsonld import compacted
from ontology.prefixes import prefixes

_ENGINE_FORMATS = {
    "ttl": RdfFormat.TURTLE,
    "nt": RdfFormat.N_TRIPLES,
    "trig": RdfFormat.TRIG,
    "nq": RdfFormat.N_QUADS,
}
_CONTEXT = "@context"
# Terms of the context that stand for keywords, whether or not they are used.
_KEYWORDS = ("@version", "id", "type", "graph")


def serialised(quads: Sequence[Quad], form: Form) -> bytes:
    """Write quads in a format; one that has no graphs gets each triple once.

    JSON is JSON-LD whose context is linked by a header of the reply and not repeated in it.
    """
    written = quads if form.has_graphs else _triples(quads)
    if form.suffix == "json":
        return _json({key: value for key, value in _compacted(written).items() if key != _CONTEXT})
    if form.suffix == "jsonld":
        return _json(_trimmed(_compacted(written)))
    named = _used(written) if form.suffix in {"ttl", "trig"} else None
    content = pyoxigraph.serialize(written, format=_ENGINE_FORMATS[form.suffix], prefixes=named)
    return sorted_prefixes(content or b"")


def _triples(quads: Iterable[Quad]) -> list[Quad]:
    return sorted({Quad(quad.subject, quad.predicate, quad.object) for quad in quads}, key=str)


def _compacted(quads: Iterable[Quad]) -> dict[str, object]:
    return dict(json.loads(compacted(quads)))


def _json(value: object) -> bytes:
    return json.dumps(value, indent=1, ensure_ascii=False).encode() + b"\n"


def _used(quads: Iterable[Quad]) -> dict[str, str]:
    terms = {term.value for quad in quads for term in quad if isinstance(term, NamedNode)}
    return {
        prefix: namespace
        for prefix, namespace in prefixes().items()
        if any(term.startswith(namespace) for term in terms)
    }


def _trimmed(document: Mapping[str, object]) -> dict[str, object]:
    """Leave out of the context what the document does not use."""
    context = document.get(_CONTEXT)
    if not isinstance(context, dict):
        return dict(document)
    body = {key: value for key, value in document.items() if key != _CONTEXT}
    words = {*_words(body), *_KEYWORDS}
    kept = {key: value for key, value in context.items() if key in words}
    named = {*words, *_words(kept)}
    return {_CONTEXT: {key: value for key, value in context.items() if key in named}} | body


def _words(value: object) -> Iterator[str]:
    """Give every word that a context could define: keys, values, and what stands before a colon."""
    if isinstance(value, str):
        yield value
        yield value.partition(":")[0]
    elif isinstance(value, list):
        for item in value:
            yield from _words(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _words(key)
            yield from _words(item)
