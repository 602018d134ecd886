"""Writing an answer in the formats of the W3C, warnings in its head where the format has one."""

import json
from urllib.parse import quote

import pyoxigraph

from genelore.federation.answer import Answer
from genelore.results import ROWS, TRIPLES, QueryError, ResultFormat
from ontology.prefixes import prefixes


def write(answer: Answer, form: ResultFormat) -> bytes:
    """Write an answer: warnings stand in the head of JSON as `warnings`, of XML as a `link`.

    Raises:
        QueryError: rows cannot be written as triples, nor triples as rows.
        ServiceError: an endpoint failed while rows were read.
    """
    if answer.triples is not None:
        if form not in TRIPLES:
            raise QueryError(f"CONSTRUCT and DESCRIBE cannot be answered as {form}")
        used = dict(prefixes()) if form in {ResultFormat.TURTLE, ResultFormat.RDFXML} else None
        return pyoxigraph.serialize(answer.triples, format=TRIPLES[form], prefixes=used) or b""
    if form not in ROWS:
        raise QueryError(f"SELECT and ASK cannot be answered as {form}")
    return _warned(answer.result().serialize(format=ROWS[form]) or b"", answer, form)


def _warned(content: bytes, answer: Answer, form: ResultFormat) -> bytes:
    if not answer.warnings:
        return content
    if form is ResultFormat.JSON:
        document = json.loads(content)
        document["head"]["warnings"] = answer.warnings
        return json.dumps(document).encode()
    if form is ResultFormat.XML:
        links = "".join(f'<link href="data:text/plain,{quote(each)}"/>' for each in answer.warnings)
        return content.replace(b"</head>", f"{links}</head>".encode(), 1)
    return content
