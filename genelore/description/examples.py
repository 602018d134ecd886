"""The example queries, as data that editors look for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pyoxigraph import Literal, NamedNode

from ingest.parts import Triple
from ontology.prefixes import bare, declared, prefixes
from ontology.terms import RDFS, SH, TYPE, term

# Those over our graph alone, and those that ask other endpoints too.
_FOLDERS = ("queries", "queries/federated")
_SCHEMA, _SPEX = prefixes()["schema"], prefixes()["spex"]
# "# keywords: identifiers, orthologs" on the second line of a query.
_KEYWORDS = re.compile(r"# keywords: (.*)")
# "SELECT": the form of a query.
_FORM = re.compile(r"\b(SELECT|ASK|CONSTRUCT|DESCRIBE)\b", re.IGNORECASE)
# "SERVICE SILENT <https://sparql.uniprot.org/sparql>": the endpoint.
_SERVICE = re.compile(r"\bSERVICE\s+(?:SILENT\s+)?<([^<>\s]*)>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Example:
    """A query of the dataset: `text` declares every prefix that it uses, so that it runs anywhere.

    `services` are the endpoints that it asks beside ours, in alphabetical order.
    """

    name: str
    question: str
    keywords: tuple[str, ...]
    form: str
    text: str
    services: tuple[str, ...]


@cache
def examples() -> Sequence[Example]:
    """Return the example queries, by name."""
    here = files("genelore")
    paths = [path for folder in _FOLDERS for path in here.joinpath(folder).iterdir()]
    found = [path for path in paths if path.name.endswith(".rq")]
    read_all = (read(path.name.removesuffix(".rq"), path.read_text("utf-8")) for path in found)
    return tuple(sorted(read_all, key=lambda example: example.name))


def read(name: str, text: str) -> Example:
    r"""Read a query whose first line is its question, and whose second may hold keywords.

    Raises:
        ValueError: it is no query.

    >>> read("all", "# What is there?\n# keywords: start\nSELECT * { ?s rdfs:label ?o }\n").text
    'PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\nSELECT * { ?s rdfs:label ?o }\n'
    """
    question, _, body = text.partition("\n")
    keywords = _KEYWORDS.match(body)
    if keywords:
        body = body[keywords.end() + 1 :]
    form = _FORM.search(bare(body))
    if not form:
        raise ValueError(f"{name}: neither SELECT, ASK, CONSTRUCT nor DESCRIBE")
    return Example(
        name=name,
        question=question.removeprefix("# "),
        keywords=tuple(word.strip() for word in keywords[1].split(",")) if keywords else (),
        form=form[1].lower(),
        text=declared(body),
        services=tuple(sorted({*_SERVICE.findall(body)})),
    )


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
        for keyword in example.keywords:
            yield node, term(_SCHEMA, "keywords"), Literal(keyword)
        for service in example.services:
            yield node, term(_SPEX, "federatesWith"), NamedNode(service)
