"""What the check says of a document: a SHACL validation report as values and as Turtle."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

from ontology.prefixes import prefixes
from ontology.terms import SH, TYPE, XSD, term

VIOLATION, WARNING, INFO = f"{SH}Violation", f"{SH}Warning", f"{SH}Info"

Term = NamedNode | Literal | BlankNode
