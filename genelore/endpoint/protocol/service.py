"""The service and the dataset, described by themselves: SPARQL 1.1 Service Description, and VoID."""

from collections.abc import Iterator

import pyoxigraph
from pyoxigraph import Literal, NamedNode, Triple

from genelore.description import describe
from genelore.description.partitions import SD, VOID, figures, node_of
from genelore.description.statistics import nodes
from genelore.endpoint.job import Job, Reply
from genelore.endpoint.protocol.graph_store import graph
from genelore.endpoint.protocol.media import TRIPLE_TYPES, chosen
from genelore.endpoint.site import Site
from genelore.publish.export import sorted_prefixes
from genelore.results import TRIPLES
from ontology.prefixes import prefixes
from ontology.terms import RDFS, TYPE, term

_LANGUAGE = "SPARQL11Query"
_RESULTS = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
    "JSON-LD",
    "RDF_XML",
)
_FORMATS = "http://www.w3.org/ns/formats/"


def service(store: pyoxigraph.Store, site: Site, job: Job) -> Reply:
    """Describe the service: where it is, what it understands and writes, its graphs, and its limits.

    Raises:
        ProblemError: 406 if no syntax of RDF is acceptable.
    """
    media = chosen(job.first("accept"), job.first("format"), (*TRIPLE_TYPES,))
    triples = [Triple(*triple) for triple in (*_service(site, job), *_graphs(store, site))]
    named = {prefix: iri for prefix, iri in prefixes().items() if iri in {SD, VOID, RDFS}}
    content = pyoxigraph.serialize(triples, format=TRIPLES[TRIPLE_TYPES[media]], prefixes=named)
    return Reply(200, media, sorted_prefixes(content or b""), (("Vary", "Accept"),))


def _service(site: Site, job: Job) -> Iterator[tuple[NamedNode, NamedNode, NamedNode | Literal]]:
    address = NamedNode(f"{site.public}sparql")
    node = NamedNode(f"{address.value}#service")
    yield node, TYPE, term(SD, "Service")
    yield node, term(SD, "endpoint"), address
    yield node, term(SD, "supportedLanguage"), term(SD, _LANGUAGE)
    for name in _RESULTS:
        yield node, term(SD, "resultFormat"), NamedNode(_FORMATS + name)
    yield node, term(SD, "defaultDataset"), node_of(site.base, "dataset")
    if site.elsewhere:
        yield node, term(SD, "feature"), term(SD, "BasicFederatedQuery")
    for limit in job.all("limit"):
        yield node, term(RDFS, "comment"), Literal(limit, language="en")


def _graphs(
    store: pyoxigraph.Store, site: Site
) -> Iterator[tuple[NamedNode, NamedNode, NamedNode | Literal]]:
    whole, default = node_of(site.base, "dataset"), node_of(site.base, "default-graph")
    yield whole, TYPE, term(SD, "Dataset")
    yield whole, TYPE, term(VOID, "Dataset")
    yield whole, term(SD, "defaultGraph"), default
    yield default, TYPE, term(SD, "Graph")
    in_default = sum(1 for _ in store.quads_for_pattern(None, None, None, pyoxigraph.DefaultGraph()))
    yield from figures(default, {"triples": in_default})
    for name in nodes(store):
        yield whole, term(SD, "namedGraph"), name
        yield name, TYPE, term(SD, "NamedGraph")
        yield name, term(SD, "name"), name


def void(store: pyoxigraph.Store, site: Site, job: Job) -> Reply:
    """Write the description of the dataset that the store holds; of a store that holds none, one made now.

    Raises:
        ProblemError: 406 if no format is acceptable.
    """
    asked = Job("graph", (("graph", f"{site.base}void"), *job.arguments))
    if store.contains_named_graph(NamedNode(f"{site.base}void")):
        return graph(store, site, asked)
    made = pyoxigraph.Store()
    made.bulk_extend(describe(store, site.base))
    return graph(made, site, asked)
