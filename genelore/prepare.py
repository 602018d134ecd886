"""One document from its bytes to what the store takes: read, mapped, checked, and written as N-Quads.

Nothing here touches a store, so documents can be prepared in several processes at once.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import import_module
from traceback import format_exception

from pyoxigraph import Quad

from genelore.prepared import Prepared, digest, nquads
from genelore.quarantine import Refusal
from ingest.document import Document, UnreadableDocumentError, decode
from ingest.grounding import ground
from ingest.intake import Intake
from ingest.mapping import DocumentGraph, to_graph
from ingest.provenance import Reading, to_provenance
from ingest.record import GeneRecord
from ingest.sources import MalformedDocumentError, SourceKind, UnknownSourceError, parse
from ontology.reference.tables import NoTablesError
from ontology.terms import BASE
from shapes.report import Report


@dataclass(frozen=True, slots=True)
class Clock:
    """Tells the time in UTC, ISO 8601; always the same instant if it was given one."""

    instant: str | None = None

    def __call__(self) -> str:
        """Return the instant."""
        now = datetime.now(UTC).isoformat(timespec="microseconds")
        return self.instant or now.replace("+00:00", "Z")


@dataclass(frozen=True, slots=True)
class Mapped:
    """A document that was read and mapped, before it is validated."""

    document: Document
    kind: SourceKind
    record: GeneRecord
    graph: DocumentGraph
    provenance: tuple[Quad, ...]


def map_document(document: Document, clock: Clock, base: str = BASE) -> Mapped:
    """Recognise, parse, ground and map one document.

    Raises:
        UnknownSourceError: no source kind, or more than one, recognises it.
        MalformedDocumentError: it breaks the format of its kind.
    """
    started = clock()
    kind, parsed = parse(document)
    record = ground(document, parsed)
    graph = to_graph(document, record, base)
    provenance = to_provenance(document, kind, graph, Reading(started, clock()))
    return Mapped(document, kind, record, graph, provenance)


def prepare(intake: Intake, clock: Clock, base: str = BASE, *, validate: bool = True) -> Prepared | Refusal:
    """Read, map and check one document; a refusal says at which stage it failed and why.

    Raises:
        NoTablesError: the reference tables are not there.
    """
    mapped = _mapped(intake, clock, base)
    if isinstance(mapped, Refusal):
        return mapped
    report = _checked(mapped) if validate else None
    if report and not report.conforms:
        reason = "; ".join(dict.fromkeys(r.message for r in report.results if r.is_violation))
        return Refusal(intake.name, "validate", None, reason, report.turtle)
    return _prepared(mapped, intake.content, report)


def _mapped(intake: Intake, clock: Clock, base: str) -> Mapped | Refusal:
    try:
        if intake.error:
            raise intake.error
        return map_document(decode(intake.name, intake.content), clock, base)
    except UnreadableDocumentError as error:
        return Refusal(intake.name, "read", error.line, error.reason)
    except UnknownSourceError as error:
        return Refusal(intake.name, "recognise", None, error.reason)
    except MalformedDocumentError as error:
        return Refusal(intake.name, "parse", error.line, error.reason)
    except NoTablesError:
        raise
    except Exception as error:
        # A fault of ours, or of another distribution's source kind, must not end the batch.
        reason = f"{type(error).__name__}: {error}"
        return Refusal(intake.name, "internal", None, reason, trace="".join(format_exception(error)))


def _checked(mapped: Mapped) -> Report:
    # A third of the time in which a command starts goes to pySHACL and rdflib: only who checks loads them.
    report: Report = import_module("shapes.check").check((*mapped.graph.quads, *mapped.provenance))
    return report


def _prepared(mapped: Mapped, content: bytes, report: Report | None) -> Prepared:
    own = nquads(mapped.graph.quads)
    return Prepared(
        name=mapped.document.name,
        content=content,
        sha256=mapped.document.sha256,
        kind=mapped.kind.name,
        graph=mapped.graph.name.value,
        quads=len(mapped.graph.quads),
        digest=digest(own),
        claims=mapped.graph.claim_count,
        nquads=own + nquads(mapped.provenance),
        report=report,
        notes=_notes(mapped, report),
    )


def _notes(mapped: Mapped, report: Report | None) -> tuple[str, ...]:
    found = [f"{mapped.document.lines(f.span)}: {f.message}" for f in mapped.record.findings]
    warnings = [result.message for result in report.results] if report else []
    return (*found, *dict.fromkeys(warnings))
