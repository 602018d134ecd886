"""The shapes of identifiers, written from the id spaces of `ontology/bridge.ttl`.

`python -m shapes.identifiers` writes `identifiers.ttl` anew; a test says when that is due.
"""

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from ontology import bridge
from ontology.bridge import IdentifierSpace
from ontology.prefixes import prefixes
from ontology.terms import GL

# A species is also a fact of its own, which may be a name: record.ttl and ortholog.ttl look after it.
_FACT = "NCBITaxon"
_VERSION = r"(?:\.[0-9]+)?"
# The regular expressions of XML Schema, which SHACL uses, have no groups that capture nothing.
_GROUP = "(?:"
# "." and "?" in "http://example.org/page.cgi?id=": what an IRI has of the signs of a regular expression.
_SPECIAL = re.compile(r"([.?])")

_INVALID = """\
shape:InvalidIdentifier a sh:NodeShape ;
    rdfs:label "identifiers that are none"@en ;
    sh:targetSubjectsOf gl:invalidIdentifier ;
    sh:property shape:InvalidIdentifier-invalidIdentifier .

shape:InvalidIdentifier-invalidIdentifier a sh:PropertyShape ;
    sh:path gl:invalidIdentifier ;
    sh:nodeKind sh:IRI ;
    sh:severity sh:Warning ;
    sh:message "The document gives an identifier of no known id space, or one that does not fit its pattern: \
correct it at the source."@en .
"""


def iri_pattern(space: IdentifierSpace) -> str:
    r"""Return the regular expression that the canonical IRIs of an id space match, in XML Schema's dialect.

    >>> print(iri_pattern(bridge.spaces()["ensembl.protein"]))
    ^http://rdf\.ebi\.ac\.uk/resource/ensembl\.protein/(ENS[A-Z]{0,6}P[0-9]{11})$
    """
    code = space.pattern.pattern
    if space.has_versions:
        code = code.removesuffix(_VERSION)
    stem = _SPECIAL.sub(r"\\\1", space.stem)
    return f"^{stem}({code.replace(_GROUP, '(')})$"


def _shape(space: IdentifierSpace) -> str:
    name = space.predicate.value.removeprefix(GL)
    pattern = iri_pattern(space).replace("\\", "\\\\")
    return f"""\
shape:Identifier-{name} a sh:NodeShape ;
    rdfs:label "identifiers of {space.title}"@en ;
    sh:targetSubjectsOf gl:{name} ;
    sh:property shape:Identifier-{name}-value .

shape:Identifier-{name}-value a sh:PropertyShape ;
    sh:path gl:{name} ;
    sh:nodeKind sh:IRI ;
    sh:pattern "{pattern}" ;
    sh:severity sh:Violation ;
    sh:message "This is no identifier of {space.title} as the graph writes it: the mapping is broken."@en .
"""


def _lines() -> Iterator[str]:
    for prefix in ("gl", "rdfs", "sh", "shape"):
        yield f"@prefix {prefix}: <{prefixes()[prefix]}> .\n"
    spaces = [space for space in bridge.spaces().values() if space.prefix != _FACT]
    for space in sorted(spaces, key=lambda space: space.predicate.value):
        yield "\n" + _shape(space)
    yield "\n" + _INVALID


def identifiers_turtle() -> str:
    """Return the shapes of all id spaces as Turtle."""
    return "".join(_lines())


if __name__ == "__main__":
    Path(str(files("shapes").joinpath("identifiers.ttl"))).write_text(identifiers_turtle(), encoding="utf-8")
