"""The jobs of the protocol, done in workers."""

from collections.abc import Mapping

from genelore.endpoint.handler import Handler
from genelore.endpoint.protocol.answering import sparql
from genelore.endpoint.protocol.graph_store import dataset, graph
from genelore.endpoint.protocol.service import service, void

HANDLERS: Mapping[str, Handler] = {
    "sparql": sparql,
    "service": service,
    "void": void,
    "graph": graph,
    "dataset": dataset,
}
