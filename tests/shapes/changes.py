"""Changes to the graph of the example, each of which breaks it in one place."""

import re
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from ontology.prefixes import prefixes
from ontology.terms import PROV, gl, term
from tests.shapes.example import valid

_NODE = re.compile(r":([a-z0-9-]+)")  # :gene, :location-1


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
    if not name:
        return token
    document = _object(gl("describedIn"))
    match name[1]:
        case "document":
            return f"<{document.value}>"
        case "activity":
            return f"<{_object(term(PROV, 'wasGeneratedBy')).value}>"
        case "claim":
            return f"<{_claim(gl('property'), Literal('gene_type')).value}>"
        case "annotated":
            return f"<{_claim(gl('property'), Literal('enables')).value}>"
        case "grounded":
            return f"<{_claim(gl('quote'), Literal('liver')).value}>"
    return f"<{document.value}#{name[1]}>"


def _object(path: NamedNode) -> NamedNode:
    found = next(quad.object for quad in valid() if quad.predicate == path)
    assert isinstance(found, NamedNode)
    return found


def _claim(path: NamedNode, value: Literal) -> NamedNode:
    found = next(quad.subject for quad in valid() if (quad.predicate, quad.object) == (path, value))
    assert isinstance(found, NamedNode)
    return found
