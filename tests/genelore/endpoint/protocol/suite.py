"""The W3C's SPARQL 1.1 query tests, read from their manifests, and a store that holds their data."""

import tarfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph
import rdflib
from pyoxigraph import NamedNode, RdfFormat
from rdflib import RDF, Graph, Namespace, URIRef
from rdflib.term import Node

from genelore import generation
from ontology import terms

MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
QT = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
# What the files are called in the store and in the queries' relative IRIs.
BASE = "http://www.w3.org/2009/sparql/docs/tests/data-sparql11/"
QUERY = (
    "aggregates",
    "bind",
    "bindings",
    "cast",
    "construct",
    "exists",
    "functions",
    "grouping",
    "negation",
    "project-expression",
    "property-path",
    "subquery",
    "syntax-query",
)
FORMATS = ("csv-tsv-res", "json-res")
_SYNTAXES = {".ttl": RdfFormat.TURTLE, ".nt": RdfFormat.N_TRIPLES, ".rdf": RdfFormat.RDF_XML}


@dataclass(frozen=True, slots=True)
class Case:
    """One test: a query, the graphs it is asked of, and the file of the result it should have."""

    folder: str
    name: str
    kind: str
    query: Path
    default: tuple[str, ...]
    named: tuple[str, ...]
    result: Path | None

    @property
    def key(self) -> str:
        """Return the name by which a test is called, `folder/name`."""
        return f"{self.folder}/{self.name}"

    def text(self) -> str:
        """Return the query with its base, which the protocol has no other way to send."""
        return f"BASE <{BASE}{self.folder}/{self.query.name}>\n{self.query.read_text('utf-8')}"


def unpacked(archive: Path, target: Path) -> Path:
    """Unpack the suite and return the folder of SPARQL 1.1."""
    with tarfile.open(archive) as packed:
        packed.extractall(target, filter="data")
    return target / "rdf-tests" / "sparql" / "sparql11"


def cases_of(root: Path, folders: Sequence[str]) -> list[Case]:
    """Return the tests of some folders, in the order of their manifests."""
    return [test for folder in folders for test in _read(root, folder)]


def _read(root: Path, folder: str) -> Iterator[Case]:
    address = f"{BASE}{folder}/"
    manifest = Graph().parse(root / folder / "manifest.ttl", publicID=f"{address}manifest.ttl")
    for entries in manifest.objects(None, MF.entries):
        for node in manifest.items(entries):
            yield _test(manifest, node, root / folder)


def _test(manifest: Graph, node: Node, folder: Path) -> Case:
    action, result = manifest.value(node, MF.action), manifest.value(node, MF.result)

    def files(predicate: URIRef) -> tuple[str, ...]:
        return tuple(sorted(str(value) for value in manifest.objects(action, predicate)))

    return Case(
        folder=folder.name,
        name=str(node).rpartition("#")[2],
        kind=str(manifest.value(node, RDF.type)).rpartition("#")[2],
        query=folder / _name(manifest.value(action, QT.query) or action),
        default=files(QT.data),
        named=files(QT.graphData),
        result=folder / _name(result) if result else None,
    )


def _name(address: object) -> str:
    return str(address).rpartition("/")[2]


def publish(root: Path, folders: Sequence[str], target: Path) -> None:
    """Publish a generation in which each file of data is a named graph, called by its address."""
    store = pyoxigraph.Store()
    # A store without one is none of Genelore's, and is not served.
    store.add_graph(NamedNode(f"{terms.BASE}provenance"))
    for folder in folders:
        for path in sorted((root / folder).iterdir()):
            if path.suffix in _SYNTAXES and path.name != "manifest.ttl":
                _load(store, path, f"{BASE}{folder}/{path.name}")
    target.mkdir(parents=True)
    on_disk = pyoxigraph.Store(str(target / "quads"))
    on_disk.bulk_extend(store)
    for graph in store.named_graphs():
        on_disk.add_graph(graph)
    on_disk.flush()
    generation.publish(on_disk, target)


def _load(store: pyoxigraph.Store, path: Path, address: str) -> None:
    graph = NamedNode(address)
    store.add_graph(graph)
    try:
        store.load(path=path, format=_SYNTAXES[path.suffix], base_iri=address, to_graph=graph)
    except SyntaxError:
        # Some results are written in Turtle that only rdflib reads; no query asks for them.
        rdflib.Graph().parse(path, publicID=address)
