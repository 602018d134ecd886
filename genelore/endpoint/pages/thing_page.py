"""The page of whatever has no page of its own kind: what the graph says of it, and who speaks of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

import pyoxigraph
from pyoxigraph import DefaultGraph, NamedNode, Quad

from genelore.description.partitions import node_of
from genelore.endpoint.job import Job, ProblemError, Reply
from genelore.endpoint.pages.addresses import outward
from genelore.endpoint.pages.description import description, is_known
from genelore.endpoint.pages.entity import Entity
from genelore.endpoint.pages.naming import kind_of, named
from genelore.endpoint.pages.rendering import Head, page
from genelore.endpoint.pages.serialising import serialised
from genelore.endpoint.pages.twins import FORMS, HTML, twins
from genelore.endpoint.pages.vocabulary import DEFINITION, definition
from genelore.endpoint.site import Site
from genelore.publish.nodes import Node, Nodes, text
from ontology.terms import DCTERMS, GL, TYPE

# Things that a page still lists well; what goes beyond is counted up to the second number.
_LISTED = 200
_COUNTED = 10_000


@dataclass(frozen=True, slots=True)
class Value:
    """A value: a thing with its page, or a text; `graphs` are those that say so."""

    text: str
    thing: Entity | None
    graphs: tuple[Entity, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """All values of one property, or all things that have something as the value of one."""

    property: Entity
    values: tuple[Value, ...]
    more: int = 0


def show(store: pyoxigraph.Store, site: Site, iri: str, job: Job) -> Reply:
    """Show what the graph says of a thing, of its pieces, and what speaks of it."""
    node = Nodes(store).node(iri)
    kinds = [kind for kind in node.all(TYPE.value) if kind.startswith(GL)]
    graph_size = sum(1 for _ in islice(store.quads_for_pattern(None, None, None, NamedNode(iri)), _COUNTED))
    content = {
        "thing": named(store, site, iri),
        "kind": kind_of(site, node) if iri.startswith(site.base) else "",
        "meaning": definition(kinds[0]).one(DEFINITION) if kinds else _meaning(store, site, iri),
        "said": said(store, site, iri),
        "pieces": [(named(store, site, piece), said(store, site, piece)) for piece in _pieces(node)],
        "spoken": spoken(store, site, iri),
        "graph_size": graph_size,
        "counted": _COUNTED,
        "outward": "" if iri.startswith(site.base) else outward(iri),
    }
    address = site.address(iri) if iri.startswith(site.base) else ""
    return page(site, "thing.html", content, Head(twins(address) if address else ()))


def _meaning(store: pyoxigraph.Store, site: Site, iri: str) -> str:
    """Return what the dataset says of one of its graphs, and what a place is that documents are read from."""
    name = iri.removeprefix(site.base)
    if name.startswith("source/"):
        return (
            "A place that a document was read from; each text that was found there is a document of its own."
        )
    return Nodes(store).node(node_of(site.base, name).value).one(f"{DCTERMS}title") if name.isalpha() else ""


def _pieces(node: Node) -> list[str]:
    values = {value for values in node.said.values() for value in values}
    return sorted(value for value in values if value.startswith(f"{node.iri}-"))


def said(store: pyoxigraph.Store, site: Site, iri: str) -> list[Statement]:
    """Return what is said of a thing, by property."""
    quads = store.quads_for_pattern(NamedNode(iri), None, None, None)
    return [*_grouped(store, site, ((quad.predicate, quad.object, quad) for quad in quads))]


def spoken(store: pyoxigraph.Store, site: Site, iri: str) -> list[Statement]:
    """Return what has a thing as a value, by property."""
    quads = islice(store.quads_for_pattern(None, None, NamedNode(iri), None), _COUNTED)
    return [*_grouped(store, site, ((quad.predicate, quad.subject, quad) for quad in quads))]


def _grouped(
    store: pyoxigraph.Store, site: Site, found: Iterable[tuple[object, object, Quad]]
) -> Iterator[Statement]:
    groups: defaultdict[str, defaultdict[object, set[str]]] = defaultdict(lambda: defaultdict(set))
    for predicate, value, quad in found:
        # The default graph is a copy of the consensus.
        if not isinstance(quad.graph_name, DefaultGraph):
            groups[text(predicate)][value].add(text(quad.graph_name))
    made = [(named(store, site, predicate), values) for predicate, values in groups.items()]
    for predicate, values in sorted(made, key=lambda item: (item[0].label, item[0].iri)):
        ordered = sorted(values, key=str)
        shown = [_value(store, site, value, values[value]) for value in ordered[:_LISTED]]
        yield Statement(predicate, tuple(shown), len(ordered[_LISTED:]))


def _value(store: pyoxigraph.Store, site: Site, value: object, graphs: set[str]) -> Value:
    thing = named(store, site, value.value) if isinstance(value, NamedNode) else None
    names = tuple(named(store, site, graph) for graph in sorted(graphs))
    return Value(text(value), thing, names)


def anything(store: pyoxigraph.Store, site: Site, job: Job) -> Reply:
    """Show what the graph says of an IRI of another's making.

    Raises:
        ProblemError: 404 for what is no IRI, or nothing is said of.
    """
    iri = outward(job.first("iri"))
    if not iri or not is_known(store, NamedNode(iri)):
        raise ProblemError(404, "There is nothing of this name", "The graph says nothing of it.")
    form = FORMS.get(job.first("form"), HTML)
    if form is HTML:
        return show(store, site, iri, job)
    return Reply(200, form.media, serialised(description(store, site, iri), form), (("Vary", "Accept"),))
