"""Names to terms: what each text value of a record denotes in the vocabularies."""

from dataclasses import replace

from ingest.document import Document
from ingest.record import Fact, GeneRecord

# Text a document uses for an inheritance, in the order in which they are looked for: its HP term.
_INHERITANCE = {
    "x-linked dominant": "HP:0001423",
    "x-linked recessive": "HP:0001419",
    "x-linked": "HP:0001417",
    "autosomal dominant": "HP:0000006",
    "autosomal recessive": "HP:0000007",
    "mitochondrial": "HP:0001427",
}


def ground(document: Document, record: GeneRecord) -> GeneRecord:
    """Return the record with the terms of its values, where they are known."""
    del document
    return replace(record, facts=tuple(_grounded(fact) for fact in record.facts))


def _grounded(fact: Fact) -> Fact:
    if fact.property == "inheritance" and not fact.term:
        return replace(fact, term=_INHERITANCE.get(fact.value.casefold(), ""))
    return fact
