"""The public SPARQL endpoints of `endpoints.ttl`: where each is, how it wants to be asked, how it spells."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from pyoxigraph import Literal, NamedNode, RdfFormat, Store

from ontology.bridge import IdentifierSpace, spaces
from ontology.terms import DCTERMS, TYPE, gl, term

_SD = "http://www.w3.org/ns/sparql-service-description#"


@dataclass(frozen=True, slots=True)
class EndpointSpelling:
    """How one endpoint writes the identifiers of one id space.

    With `properties` the codes are plain literals, the objects of these; else they follow `stem` in IRIs.
    `versions` is the highest version number that a code may end in; 0 where codes have no version.
    """

    space: IdentifierSpace
    stem: str
    versions: int = 0
    properties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A SPARQL endpoint and how to ask it.

    `block` bindings go into one request, and a clause may make `requests` of them; of an answer at most
    `rows` solutions and `size` bytes are taken;
    `timeout` and `pause` (between two requests) are seconds.
    """

    iri: str
    title: str
    license: str = ""
    graphs: tuple[str, ...] = ()
    manners: str = ""
    spellings: tuple[EndpointSpelling, ...] = ()
    block: int = 50
    rows: int = 100_000
    size: int = 64 * 1024 * 1024
    requests: int = 400
    timeout: float = 60.0
    pause: float = 0.0


@cache
def endpoints() -> Mapping[str, Endpoint]:
    """Return the endpoints by IRI.

    >>> endpoints()["https://sparql.uniprot.org/sparql"].title
    'UniProt'
    """
    store = Store()
    store.load(files("ontology").joinpath("endpoints.ttl").read_bytes(), format=RdfFormat.TURTLE)
    nodes = [quad.subject for quad in store.quads_for_pattern(None, TYPE, gl("PublicEndpoint"))]
    found = [_endpoint(store, node) for node in nodes if isinstance(node, NamedNode)]
    return MappingProxyType({each.iri: each for each in sorted(found, key=lambda each: each.iri)})


def _values(store: Store, node: NamedNode, predicate: NamedNode) -> list[str]:
    objects = [quad.object for quad in store.quads_for_pattern(node, predicate, None)]
    return sorted(each.value for each in objects if isinstance(each, Literal | NamedNode))


def _value(store: Store, node: NamedNode, predicate: NamedNode, default: str) -> str:
    return next(iter(_values(store, node, predicate)), default)


def _endpoint(store: Store, node: NamedNode) -> Endpoint:
    spelled = [NamedNode(iri) for iri in _values(store, node, gl("endpointSpelling"))]
    return Endpoint(
        iri=_values(store, node, term(_SD, "endpoint"))[0],
        title=_values(store, node, term(DCTERMS, "title"))[0],
        license=_value(store, node, term(DCTERMS, "license"), ""),
        graphs=tuple(_values(store, node, gl("endpointGraph"))),
        manners=_value(store, node, gl("manners"), ""),
        spellings=tuple(_spelling(store, each) for each in spelled),
        block=int(_value(store, node, gl("blockSize"), "50")),
        rows=int(_value(store, node, gl("rowLimit"), "100000")),
        timeout=float(_value(store, node, gl("timeLimit"), "60")),
        pause=float(_value(store, node, gl("pause"), "0")),
    )


def _spelling(store: Store, node: NamedNode) -> EndpointSpelling:
    by_iri = {f"https://w3id.org/genelore/space/{each.prefix}": each for each in spaces().values()}
    space = by_iri[_values(store, node, gl("identifierSpace"))[0]]
    return EndpointSpelling(
        space=space,
        stem=_value(store, node, gl("stem"), space.stem),
        versions=int(_value(store, node, gl("highestVersion"), "0")),
        properties=tuple(_values(store, node, gl("literalProperty"))),
    )
