"""Changes to the graph of the example, each of which breaks it in one place."""

import re
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from ontology.prefixes import prefixes
from ontology.terms import LABEL, PROV, XSD, gl, term
from tests.shapes.example import valid

_NODE = re.compile(r":([a-z0-9-]+)")  # :gene, :location-1


# What the nodes that an audit finds are called, and one that tells each from the others of its class.
_FOUND = {
    "link": (gl("standing"), None),
    "vote": (gl("weight"), Literal("4", datatype=term(XSD, "decimal"))),
    "verdict": (gl("judges"), None),
    "conflict": (gl("severity"), None),
    "side": (gl("sideValue"), Literal("1")),
    "support": (gl("share"), None),
    "row": (gl("rowKey"), None),
    "answer": (gl("askedEndpoint"), None),
    "table": (LABEL, Literal("omim")),
}


@dataclass(frozen=True, slots=True)
class Change:
    """One change: `add`, `drop` or `set`, a node such as `:gene`, a property, and a value but for `drop`."""

    verb: str
    node: NamedNode
    path: NamedNode
    values: tuple[NamedNode | Literal, ...]

    def apply(self, quads: tuple[Quad, ...]) -> tuple[Quad, ...]:
        """Return the quads with the change made; it is an error if there is nothing to drop."""
        added = tuple(Quad(self.node, self.path, value) for value in self.values)
        if self.verb == "add":
            return (*quads, *added)
        kept = tuple(q for q in quads if (q.subject, q.predicate) != (self.node, self.path))
        if len(kept) == len(quads):
            raise ValueError(f"{self.node} has no {self.path}")
        return (*kept, *added)


def change(text: str) -> Change:
    """Read a change such as `set :claim gl:quote ""`; a Turtle term or a node stands for a value."""
    verb, node, path, *rest = text.split(" ", 3)
    value = "".join(rest) or '""'
    turtle = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in prefixes().items())
    nodes = [_named(token) for token in (node, path, value)]
    triple = next(iter(parse(turtle + " ".join(nodes) + " .", format=RdfFormat.TURTLE))).triple
    return Change(verb, triple.subject, triple.predicate, (triple.object,) if rest else ())


def _named(token: str) -> str:
    name = _NODE.fullmatch(token)
    return f"<{_node(name[1]).value}>" if name else token


def _node(name: str) -> NamedNode:
    document = _object(gl("describedIn"))
    if name in _FOUND:
        return _first(name)
    match name:
        case "document":
            return document
        case "activity":
            return _object(term(PROV, "wasGeneratedBy"))
        case "claim":
            return _claim(gl("property"), Literal("gene_type"))
        case "annotated":
            return _claim(gl("property"), Literal("enables"))
        case "grounded":
            return _claim(gl("quote"), Literal("liver"))
    return NamedNode(f"{document.value}#{name}")


def _first(name: str) -> NamedNode:
    path, value = _FOUND[name]
    quads = (quad for quad in valid() if quad.predicate == path and value in {None, quad.object})
    found = next(quad.subject for quad in quads)
    assert isinstance(found, NamedNode)
    return found


def _object(path: NamedNode) -> NamedNode:
    found = next(quad.object for quad in valid() if quad.predicate == path)
    assert isinstance(found, NamedNode)
    return found


def _claim(path: NamedNode, value: Literal) -> NamedNode:
    found = next(quad.subject for quad in valid() if (quad.predicate, quad.object) == (path, value))
    assert isinstance(found, NamedNode)
    return found
