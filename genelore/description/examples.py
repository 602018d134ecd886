"""The example queries, as data that editors look for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pyoxigraph import Literal, NamedNode

from ingest.parts import Triple
from ontology.prefixes import prefixes
from ontology.terms import RDFS, SH, TYPE, term

_SCHEMA = prefixes()["schema"]
# "# keywords: identifiers" on the second line of a query.
_KEYWORDS = re.compile(r"# keywords: (.*)")
# What may hold a colon that follows no prefix: IRIs, comments, strings.
_PASSED_OVER = re.compile(r"""<[^<>\s]*>|#[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'""")
# "rdfs:label": the prefix.
_PREFIX = re.compile(r"(?<![\w?$:])([A-Za-z][\w-]*):")
_FORM = re.compile(r"\b(SELECT|ASK|CONSTRUCT|DESCRIBE)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Example:
    """A query of the dataset: `text` declares every prefix that it uses, so that it runs anywhere."""

    name: str
    question: str
    keywords: str
    form: str
    text: str


@cache
def examples() -> Sequence[Example]:
    """Return the example queries, by name."""
    folder = files("genelore").joinpath("queries")
    paths = sorted((path for path in folder.iterdir() if path.name.endswith(".rq")), key=lambda p: p.name)
    return tuple(read(path.name.removesuffix(".rq"), path.read_text("utf-8")) for path in paths)


def read(name: str, text: str) -> Example:
    r"""Read a query whose first line is its question, and whose second may hold keywords.

    >>> read("all", "# What is there?\n# keywords: start\nSELECT * { ?s rdfs:label ?o }\n").text
    'PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\nSELECT * { ?s rdfs:label ?o }\n'
    """
    question, _, body = text.partition("\n")
    keywords = _KEYWORDS.match(body)
    if keywords:
        body = body[keywords.end() + 1 :]
    plain = _PASSED_OVER.sub(" ", body)
    form = _FORM.search(plain)
    if not form:
        raise ValueError(f"{name}: neither SELECT, ASK, CONSTRUCT nor DESCRIBE")
    used = {match[1] for match in _PREFIX.finditer(plain)}
    lines = [f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in prefixes().items() if prefix in used]
    subject = keywords[1].strip() if keywords else ""
    return Example(name, question.removeprefix("# "), subject, form[1].lower(), "".join(lines) + body)


def example_triples(base: str) -> Iterator[Triple]:
    """Give each example as an executable of SHACL."""
    for example in examples():
        node = NamedNode(f"{base}examples#{example.name}")
        yield node, TYPE, term(SH, "SPARQLExecutable")
        yield node, TYPE, term(SH, f"SPARQL{example.form.title()}Executable")
        yield node, term(RDFS, "comment"), Literal(example.question, language="en")
        yield node, term(SH, example.form), Literal(example.text)
        yield node, term(SH, "prefixes"), NamedNode(f"{base}prefixes")
        yield node, term(_SCHEMA, "target"), NamedNode(f"{base}sparql")
        if example.keywords:
            yield node, term(_SCHEMA, "keywords"), Literal(example.keywords)
