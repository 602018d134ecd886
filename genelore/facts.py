"""Documents as a flat table of facts, without a store."""

from collections.abc import Iterable, Iterator

from ingest.document import UnreadableDocumentError, decode
from ingest.grounding import ground
from ingest.intake import Intake
from ingest.sources import MalformedDocumentError, UnknownSourceError, parse

Row = tuple[str, ...]
COLUMNS = ("document", "subject", "property", "value", "term", "lines", "quote")

UnusableDocumentError = UnreadableDocumentError | UnknownSourceError | MalformedDocumentError


def read_rows(intakes: Iterable[Intake]) -> Iterator[list[Row] | UnusableDocumentError]:
    """Give each document's facts as rows of `COLUMNS`, or the error that says why it has none."""
    for intake in intakes:
        try:
            yield _rows(intake)
        except (UnreadableDocumentError, UnknownSourceError, MalformedDocumentError) as error:
            yield error


def _rows(intake: Intake) -> list[Row]:
    if intake.error:
        raise intake.error
    document = decode(intake.name, intake.content)
    _, parsed = parse(document)
    return [
        (
            document.name,
            fact.subject,
            fact.property,
            fact.value,
            fact.term,
            document.lines(fact.span),
            document.quote(fact.span),
        )
        for fact in ground(document, parsed).facts
    ]
