"""What is read from a document of any source kind."""

from collections.abc import Callable

from ingest.document import Document
from ingest.record import GeneRecord


def said(
    parse: Callable[[Document], GeneRecord], document: Document, *properties: str
) -> list[tuple[str, str]]:
    """Return the values of these properties, each with its property, in the order of the document."""
    return [(fact.property, fact.value) for fact in parse(document).facts if fact.property in properties]
