"""The reference tables as RDF: what each was made of, and the rows that findings rest on."""

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode

from genelore.audit.consensus import Consensus
from genelore.audit.graphs.literals import integer
from genelore.audit.minting import row_iri, table_iri
from genelore.audit.model import Audit
from genelore.audit.outside import TABLE, Asked, asked
from ingest.parts import Triple
from ontology.reference import Row, TableEntry, manifest
from ontology.terms import DCTERMS, LABEL, PAV, PROV, TYPE, XSD, gl, term

_ISO_DATE_LENGTH = len("2022-09-12")


def cited_rows(audit: Audit, consensus: Consensus) -> set[Row]:
    """Return every row that a vote, verdict, conflict or statement rests on."""
    votes = (vote for link in audit.links for vote in (*link.votes_for, *link.votes_against))
    found: list[tuple[Row, ...]] = [one.rows for one in audit.verdicts]
    found += [one.rows for one in audit.conflicts]
    found += [one.rows for one in votes]
    found += [one.rows for one in consensus.statements]
    return {row for rows in found for row in rows}


def reference_triples(rows: Iterable[Row], base: str) -> Iterator[Triple]:
    """Describe every table, and the rows that are cited."""
    for entry in manifest().values():
        yield from _table_triples(entry, base)
    yield from _outside_triples(base)
    for row in sorted(rows, key=lambda row: (row.table, row.key, row.version)):
        yield from row_triples(row, base)


def row_triples(row: Row, base: str) -> Iterator[Triple]:
    """Describe one row."""
    node, table = row_iri(row, base), table_iri(row.table, base)
    yield node, TYPE, gl("ReferenceRow")
    yield node, TYPE, term(PROV, "Entity")
    yield node, LABEL, Literal(row.key if row.table == TABLE else f"{row.table} {row.key}")
    yield node, term(DCTERMS, "isPartOf"), table
    yield node, term(PAV, "version"), Literal(row.version)
    yield node, gl("rowKey"), Literal(row.key)
    answered = asked(row)
    if answered:
        yield from _asked_triples(node, answered)


def _asked_triples(node: NamedNode, answered: Asked) -> Iterator[Triple]:
    yield node, gl("askedEndpoint"), NamedNode(answered.endpoint)
    yield node, gl("askedQuestion"), Literal(answered.question)
    yield node, gl("questionDigest"), Literal(answered.digest)
    yield node, term(PROV, "generatedAtTime"), Literal(answered.time, datatype=term(XSD, "dateTime"))
    if answered.is_standin:
        yield node, gl("askedStandIn"), Literal("true", datatype=term(XSD, "boolean"))


def _outside_triples(base: str) -> Iterator[Triple]:
    """Describe the table that answers of endpoints are rows of, whether or not there are any."""
    node = table_iri(TABLE, base)
    yield node, TYPE, gl("ReferenceTable")
    yield node, TYPE, term(PROV, "Entity")
    yield node, LABEL, Literal(TABLE)
    yield node, term(DCTERMS, "title"), Literal("Answers of public SPARQL endpoints")


def _table_triples(entry: TableEntry, base: str) -> Iterator[Triple]:
    node = table_iri(entry.name, base)
    yield node, TYPE, gl("ReferenceTable")
    yield node, TYPE, term(PROV, "Entity")
    yield node, LABEL, Literal(entry.name)
    yield node, gl("rowCount"), integer(entry.rows)
    yield node, gl("rowsDigest"), Literal(entry.sha256)
    for source in entry.sources:
        yield node, term(DCTERMS, "title"), Literal(source.title)
        yield node, term(PAV, "version"), Literal(f"{source.title}, {source.version}")
        if source.licence.startswith("http"):
            yield node, term(DCTERMS, "license"), NamedNode(source.licence)
        if len(source.date) == _ISO_DATE_LENGTH:
            yield node, term(DCTERMS, "issued"), Literal(source.date, datatype=term(XSD, "date"))
