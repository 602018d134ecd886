"""The Graph Store HTTP Protocol for reading: one graph, the default graph, or the whole dataset."""

from typing import IO

import pyoxigraph
from pyoxigraph import DefaultGraph, NamedNode, RdfFormat

from genelore import tombstones
from genelore.endpoint.job import Content, Job, ProblemError, Reply
from genelore.endpoint.pages.gone_page import gone
from genelore.endpoint.pages.twins import HTML as PAGE
from genelore.endpoint.protocol.graph_page import graph_page
from genelore.endpoint.protocol.media import DATASET_TYPES, GRAPH_TYPES, HTML, TRIPLE_TYPES, chosen
from genelore.endpoint.site import Site
from genelore.results import TRIPLES
from ontology.prefixes import prefixes

_DATASET_FORMATS = dict(
    zip(DATASET_TYPES, (RdfFormat.TRIG, RdfFormat.N_QUADS, RdfFormat.JSON_LD), strict=True)
)
_WITH_PREFIXES = (RdfFormat.TURTLE, RdfFormat.TRIG, RdfFormat.RDF_XML)
_VARY = ("Vary", "Accept")


def graph(store: pyoxigraph.Store, site: Site, job: Job) -> Reply:
    """Write the graph that a job names; without a name, the default graph.

    Raises:
        ProblemError: 400 if the name is no IRI, 404 if no graph has it, 410 if one had it, 406 if no format
            is acceptable.
    """
    name = _name(job.first("graph"))
    if isinstance(name, NamedNode) and not store.contains_named_graph(name):
        return _absent(store, site, name, job)
    media = chosen(job.first("accept"), job.first("format"), GRAPH_TYPES)
    if media == HTML:
        return Reply(200, HTML, graph_page(store, name), (_VARY,))
    return Reply(200, media, _writer(store, TRIPLES[TRIPLE_TYPES[media]], name), (_VARY,), is_dump=True)


def _absent(store: pyoxigraph.Store, site: Site, name: NamedNode, job: Job) -> Reply:
    stone = tombstones.load(site.folder).get(name.value)
    if not stone:
        raise ProblemError(404, "No such graph", f"The store has no graph <{name.value}>.")
    is_page = chosen(job.first("accept"), job.first("format"), GRAPH_TYPES) == HTML
    return gone(store, site, stone, PAGE if is_page else None)


def _name(iri: str) -> NamedNode | DefaultGraph:
    try:
        return NamedNode(iri) if iri else DefaultGraph()
    except ValueError as error:
        raise ProblemError(400, "Not an IRI", "A graph is named by an absolute IRI.") from error


def dataset(store: pyoxigraph.Store, _: Site, job: Job) -> Reply:
    """Write all graphs.

    Raises:
        ProblemError: 406 if no format is acceptable.
    """
    media = chosen(job.first("accept"), job.first("format"), DATASET_TYPES)
    return Reply(200, media, _writer(store, _DATASET_FORMATS[media]), (_VARY,), is_dump=True)


def _writer(
    store: pyoxigraph.Store, form: RdfFormat, name: NamedNode | DefaultGraph | None = None
) -> Content:
    named = dict(prefixes()) if form in _WITH_PREFIXES else None

    def quads(stream: IO[bytes]) -> None:
        store.dump(stream, form, from_graph=name, prefixes=named)

    return quads
