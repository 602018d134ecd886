"""The media types of answers, and which of them a client gets."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from pyoxigraph import QueryBoolean, QueryTriples

from genelore.endpoint.job import ProblemError
from genelore.endpoint.negotiation import preferred
from genelore.results import Answer, ResultFormat

HTML = "text/html"
# A table for spreadsheets, whose cells no spreadsheet takes for formulas; only ever asked for by name.
SPREADSHEET = "spreadsheet"
ROW_TYPES: Mapping[str, ResultFormat] = {
    "application/sparql-results+json": ResultFormat.JSON,
    "application/json": ResultFormat.JSON,
    "application/sparql-results+xml": ResultFormat.XML,
    "application/xml": ResultFormat.XML,
    "text/csv": ResultFormat.CSV,
    "text/tab-separated-values": ResultFormat.TSV,
}
TRIPLE_TYPES: Mapping[str, ResultFormat] = {
    "text/turtle": ResultFormat.TURTLE,
    "application/n-triples": ResultFormat.NTRIPLES,
    "application/ld+json": ResultFormat.JSONLD,
    "application/json": ResultFormat.JSONLD,
    "application/rdf+xml": ResultFormat.RDFXML,
    "application/xml": ResultFormat.RDFXML,
}
# What rows, yes or no, and triples can be had as, the best first.
_ROWS = (*ROW_TYPES, HTML)
_BOOLEANS = (
    *(media for media, form in ROW_TYPES.items() if form in {ResultFormat.JSON, ResultFormat.XML}),
    HTML,
)
GRAPH_TYPES = (*TRIPLE_TYPES, HTML)
# Choices that are known without making them again.
_REMEMBERED = 256
DATASET_TYPES = ("application/trig", "application/n-quads", "application/ld+json")
# The short names of `?format=`, each with what it means for rows, for triples and for whole datasets.
_NAMES: Mapping[str, Sequence[str]] = {
    "json": ("application/sparql-results+json", "application/ld+json"),
    "xml": ("application/sparql-results+xml", "application/rdf+xml"),
    "csv": ("text/csv",),
    SPREADSHEET: ("text/csv",),
    "tsv": ("text/tab-separated-values",),
    "turtle": ("text/turtle",),
    "ttl": ("text/turtle",),
    # Turtle is a part of N3.
    "n3": ("text/turtle",),
    "ntriples": ("application/n-triples",),
    "nt": ("application/n-triples",),
    "jsonld": ("application/ld+json",),
    "json-ld": ("application/ld+json",),
    "rdfxml": ("application/rdf+xml",),
    "rdf+xml": ("application/rdf+xml",),
    "rdf": ("application/rdf+xml",),
    "trig": ("application/trig",),
    "nquads": ("application/n-quads",),
    "nq": ("application/n-quads",),
    "html": (HTML,),
}


def of_answer(result: Answer) -> tuple[str, ...]:
    """Return the media types that an answer can be written in, the best first."""
    if isinstance(result, QueryTriples):
        return GRAPH_TYPES
    return _BOOLEANS if isinstance(result, QueryBoolean) else _ROWS


@lru_cache(_REMEMBERED)
def chosen(accept: str, name: str, offered: tuple[str, ...]) -> str:
    """Return the offered media type that `?format=` names, else the one that the Accept header likes best.

    Raises:
        ProblemError: 400 for a name that no format has, 406 where nothing on offer is acceptable.
    """
    wanted = _NAMES.get(name.lower(), (name,)) if name else ()
    if name and not _is_known(name):
        raise ProblemError(400, "Unknown format", f"format may be {', '.join(_NAMES)}, or a media type.")
    media = (
        next((media for media in wanted if media in offered), None) if name else preferred(accept, offered)
    )
    if media is None:
        raise ProblemError(406, "Not acceptable", f"This can be had as {', '.join(offered)}.")
    return media


def heeded(name: str, accept: str) -> str:
    """Return the name of a format if it counts: a strange one does not beside types that a client accepts.

    Clients send what other servers call a format, beside an Accept header that says what they mean.

    >>> heeded("csv", "text/turtle"), heeded("docx", "text/turtle"), heeded("docx", "*/*")
    ('csv', '', 'docx')
    """
    ranges = {part.partition(";")[0].strip() for part in accept.split(",")}
    return name if _is_known(name) or ranges <= {"", "*/*"} else ""


def _is_known(name: str) -> bool:
    wanted = {*_NAMES.get(name.lower(), (name,))}
    return bool(wanted & {*ROW_TYPES, *TRIPLE_TYPES, *DATASET_TYPES, HTML})
