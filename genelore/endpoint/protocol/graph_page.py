"""A graph as a page for people: its triples as Turtle, and the formats that it can be had in."""

from itertools import islice

import pyoxigraph
from pyoxigraph import DefaultGraph, NamedNode

from genelore.endpoint.protocol.readable import readable
from genelore.endpoint.protocol.rendering import page
from genelore.endpoint.protocol.table import MOST_ROWS, TRIPLE_FORMATS


def graph_page(store: pyoxigraph.Store, name: NamedNode | DefaultGraph) -> bytes:
    """Return the page of a graph; of a long one, the first triples."""
    first = [*islice(store.quads_for_pattern(None, None, None, name), MOST_ROWS + 1)]
    return page(
        "graph.html",
        graph=name.value if isinstance(name, NamedNode) else "",
        turtle=readable(first[:MOST_ROWS]),
        more=len(first) > MOST_ROWS,
        most=MOST_ROWS,
        formats=TRIPLE_FORMATS,
    ).encode()
