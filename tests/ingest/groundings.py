"""Facts, and the terms that they are grounded to."""

from ingest.document import Span, decode
from ingest.grounding import ground
from ingest.record import Fact, GeneRecord

TEXT = "ALAS2 text"
DOCUMENT = decode("a.txt", TEXT.encode())
SPAN = Span(0, 5)
LEXICAL = "semapv:LexicalMatching"
COMPOSITE = "semapv:CompositeMatching"
BACKGROUND = "semapv:BackgroundKnowledgeBasedMatching"
CHAINED = "semapv:MappingChaining"
CURATED = "semapv:ManualMappingCuration"
ALAS2 = (
    Fact("gene", "symbol", "ALAS2", SPAN),
    Fact("gene", "taxon", "NCBITaxon:9606", SPAN),
)


def fact(name: str, value: str, subject: str = "gene", part: str = "") -> Fact:
    return Fact(subject, name, value, SPAN, part=part)


def grounded(name: str, value: str, *others: Fact) -> Fact:
    record = ground(DOCUMENT, GeneRecord((*others, fact(name, value))))
    return next(found for found in record.facts if (found.property, found.value) == (name, value))
