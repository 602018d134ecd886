"""Numbers as literals, always written the same way."""

from functools import cache

from pyoxigraph import Literal

from ontology.terms import XSD, term


@cache
def integer(number: int) -> Literal:
    """Return an xsd:integer."""
    return Literal(str(number), datatype=term(XSD, "integer"))


@cache
def decimal(number: float) -> Literal:
    """Return an xsd:decimal of at most four places."""
    text = f"{number:.4f}".rstrip("0").rstrip(".")
    return Literal(text, datatype=term(XSD, "decimal"))
