"""The way of a document, from its bytes to the store, and what became of it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from pyoxigraph import Quad
from shapes.check import Report, check

from genelore import quarantine
from genelore.quarantine import Refusal
from genelore.store import Store
from ingest.document import Document, UnreadableDocumentError, decode
from ingest.grounding import ground
from ingest.intake import Intake
from ingest.mapping import DocumentGraph, to_graph
from ingest.provenance import Reading, to_provenance
from ingest.record import GeneRecord
from ingest.sources import MalformedDocumentError, SourceKind, UnknownSourceError, parse
from ontology.terms import BASE

Clock = Callable[[], str]


class Status(StrEnum):
    """What became of a document."""

    STORED = "stored"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"
    QUARANTINED = "quarantined"


@dataclass(frozen=True, slots=True)
class Mapped:
    """A document that was read and mapped, before it is validated."""

    document: Document
    kind: SourceKind
    record: GeneRecord
    graph: DocumentGraph
    provenance: tuple[Quad, ...]


@dataclass(frozen=True, slots=True)
class Examined:
    """One document after reading, mapping and checking: its graph and report, or why there is none."""

    name: str
    refusal: Refusal | None
    mapped: Mapped | None = None
    report: Report | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """One document of a batch: what became of it, and what a curator should know."""

    name: str
    status: Status
    kind: str = ""
    claims: int = 0
    refusal: Refusal | None = None
    notes: tuple[str, ...] = field(default=())


def map_document(document: Document, clock: Clock, base: str) -> Mapped:
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


def build(
    intakes: Iterable[Intake], store: Store, clock: Clock, *, validate: bool = True
) -> Iterator[Outcome]:
    """Bring each document into the store, or into quarantine with its report; the rest goes on."""
    for intake in intakes:
        outcome = _bring_in(intake, store, clock, validate)
        if outcome.refusal:
            quarantine.put(store.folder, intake.content, outcome.refusal)
        else:
            quarantine.release(store.folder, intake.name)
        yield outcome


def _bring_in(intake: Intake, store: Store, clock: Clock, validate: bool) -> Outcome:
    if intake.error is None and store.holds(intake.name, intake.content):
        return Outcome(intake.name, Status.UNCHANGED)
    examined = examine(intake, clock, store.base, validate=validate)
    if examined.mapped is None:
        return Outcome(intake.name, Status.QUARANTINED, refusal=examined.refusal)
    return _store(examined.mapped, intake.content, examined.report, store)


def examine(intake: Intake, clock: Clock, base: str = BASE, *, validate: bool = True) -> Examined:
    """Read, map and check one document; nothing is stored."""
    try:
        if intake.error:
            raise intake.error
        mapped = map_document(decode(intake.name, intake.content), clock, base)
    except UnreadableDocumentError as error:
        return Examined(intake.name, Refusal(intake.name, "read", error.line, error.reason))
    except UnknownSourceError as error:
        return Examined(intake.name, Refusal(intake.name, "recognise", None, error.reason))
    except MalformedDocumentError as error:
        return Examined(intake.name, Refusal(intake.name, "parse", error.line, error.reason))
    report = check((*mapped.graph.quads, *mapped.provenance)) if validate else None
    return Examined(intake.name, None, mapped, report)


def _store(mapped: Mapped, content: bytes, report: Report | None, store: Store) -> Outcome:
    document, kind = mapped.document, mapped.kind.name
    if report and not report.conforms:
        reason = "; ".join(dict.fromkeys(r.message for r in report.results if r.is_violation))
        refusal = Refusal(document.name, "validate", None, reason, report.turtle)
        return Outcome(document.name, Status.QUARANTINED, kind, mapped.graph.claim_count, refusal)
    status = Status.REPLACED if document.name in store.entries else Status.STORED
    store.keep(document, content)
    store.add(document, mapped.graph, mapped.provenance)
    return Outcome(document.name, status, kind, mapped.graph.claim_count, notes=_notes(mapped, report))


def _notes(mapped: Mapped, report: Report | None) -> tuple[str, ...]:
    found = [f"{mapped.document.lines(f.span)}: {f.message}" for f in mapped.record.findings]
    warnings = [result.message for result in report.results] if report else []
    return (*found, *dict.fromkeys(warnings))
