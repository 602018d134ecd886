"""The W3C's tests of the protocol: the requests of each, and what must come back."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph
from pyoxigraph import NamedNode, RdfFormat
from rdflib import RDFS, Graph, Namespace
from rdflib.term import Node

from genelore import generation
from ontology.terms import BASE
from tests.genelore.endpoint.protocol.server import Answer, Request, ask
from tests.genelore.endpoint.protocol.suite import MF

_HT = Namespace("http://www.w3.org/2011/http#")
_CNT = Namespace("http://www.w3.org/2011/content#")
_UT = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
_FORMATS = {
    "boolean": ("application/sparql-results+json", "application/sparql-results+xml"),
    "tabular": ("application/sparql-results+json", "application/sparql-results+xml"),
    "RDF": ("text/turtle", "application/rdf+xml", "application/n-triples", "application/ld+json"),
}


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request, the classes of status that may answer it (2 for 2xx), and what else matters."""

    request: Request
    classes: frozenset[int]
    truth: bool | None
    form: str


@dataclass(frozen=True, slots=True)
class ProtocolCase:
    """One test: its requests, in order."""

    name: str
    exchanges: Sequence[Exchange]


def protocol_cases(root: Path) -> list[ProtocolCase]:
    """Return the tests that need no writing: those of queries, and those of bad requests."""
    manifest = Graph().parse(root / "protocol" / "manifest.ttl", publicID=f"{BASE}protocol/manifest.ttl")
    (entries,) = manifest.objects(None, MF.entries)
    nodes = [(str(node).rpartition("#")[2], node) for node in manifest.items(entries)]
    return [
        ProtocolCase(name, [*_exchanges(manifest, node)])
        for name, node in nodes
        if not name.startswith("update_")
    ]


def _exchanges(manifest: Graph, node: Node) -> Iterator[Exchange]:
    action = manifest.value(node, MF.action)
    for request in manifest.items(manifest.value(action, _HT.requests)):
        expected = manifest.value(request, _HT.resp)
        truth = manifest.value(expected, MF.expectedBoolean)
        statuses = (str(status) for status in manifest.objects(expected, MF.expectedStatus))
        yield Exchange(
            request=_request(manifest, request),
            classes=frozenset(int(status[-3]) for status in statuses),
            truth=None if truth is None else bool(truth.toPython()),
            form=str(manifest.value(expected, MF.expectedFormat, default="")),
        )


def _request(manifest: Graph, node: Node) -> Request:
    headers = {}
    for header in (
        manifest.items(manifest.value(node, _HT.headers)) if (node, _HT.headers, None) in manifest else ()
    ):
        name = str(manifest.value(header, _HT.fieldName))
        headers[name] = str(manifest.value(header, _HT.fieldValue))
    body = manifest.value(node, _HT.body)
    encoding = str(manifest.value(body, _CNT.characterEncoding)) if body else ""
    content = str(manifest.value(body, _CNT.chars)).encode(encoding) if body else None
    path = str(manifest.value(node, _HT.absolutePath)).replace("/sparql/", "/sparql", 1)
    return Request(path, str(manifest.value(node, _HT.methodName)), headers, content)


def publish_protocol(root: Path, target: Path) -> None:
    """Publish a generation with the graphs that the tests of the protocol name."""
    folder = root / "protocol"
    manifest = Graph().parse(folder / "manifest.ttl", publicID=f"{BASE}protocol/manifest.ttl")
    target.mkdir(parents=True)
    quads = pyoxigraph.Store(str(target / "quads"))
    quads.add_graph(NamedNode(f"{BASE}provenance"))
    for node in manifest.objects(None, _UT.graphData):
        name = str(manifest.value(node, RDFS.label))
        path = folder / str(manifest.value(node, _UT.graph)).rpartition("/")[2]
        quads.load(path=path, format=RdfFormat.N_TRIPLES, to_graph=NamedNode(name))
    quads.flush()
    generation.publish(quads, target)


def wrong_with(port: int, case: ProtocolCase) -> str:
    """Run a test; return what is wrong, nothing if it passes."""
    for exchange in case.exchanges:
        answer = ask(port, exchange.request)
        if answer.status // 100 not in exchange.classes:
            return f"status {answer.status}: {answer.body[:200]!r}"
        if exchange.form and answer.media not in _FORMATS[exchange.form]:
            return f"{answer.media} for {exchange.form}"
        if exchange.truth is not None and _boolean(answer) is not exchange.truth:
            return f"not {exchange.truth}: {answer.body[:200]!r}"
    return ""


def _boolean(answer: Answer) -> bool:
    return bool(json.loads(answer.body)["boolean"])
