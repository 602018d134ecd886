"""Documents into the store or into quarantine, and what became of each."""

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import TypeVar

from genelore import quarantine
from genelore.prepare import Clock, prepare
from genelore.prepared import Prepared
from genelore.quarantine import Refusal
from genelore.store import Store
from ingest.intake import Intake

T = TypeVar("T")

# Documents that may wait for a process or for the store, for each process.
_WAITING = 8


class Status(StrEnum):
    """What became of a document."""

    STORED = "stored"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"
    QUARANTINED = "quarantined"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One document of a batch: what became of it, and what a curator should know."""

    name: str
    status: Status
    kind: str = ""
    claims: int = 0
    refusal: Refusal | None = None
    notes: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Options:
    """How a build is done: whether graphs are validated, by how many processes, and the instant it records.

    `date` is an ISO 8601 instant in UTC; None means the time when each document is read.
    """

    validate: bool = True
    jobs: int = 1
    date: str | None = None

    def clock(self) -> Clock:
        """Return what tells the time."""
        return Clock(self.date)


def build(intakes: Iterable[Intake], store: Store, options: Options) -> Iterator[Outcome]:
    """Bring each document into the store, or into quarantine with its report; the rest goes on.

    The outcomes come in the order of the documents, however many processes prepare them.
    """
    for intake, prepared in _prepared(intakes, store, options):
        outcome = _take(intake, prepared, store)
        if outcome.refusal:
            quarantine.put(store.folder, intake.content, outcome.refusal)
        else:
            quarantine.release(store.folder, intake.name)
        yield outcome


def _prepared(
    intakes: Iterable[Intake], store: Store, options: Options
) -> Iterator[tuple[Intake, Prepared | Refusal | None]]:
    """Give each document with what was made of it; None where the store holds the very bytes."""
    clock = options.clock()
    if options.jobs == 1:
        for intake in intakes:
            held = store.holds(intake)
            yield intake, None if held else prepare(intake, clock, store.base, validate=options.validate)
        return
    context = get_context("spawn")
    with ProcessPoolExecutor(options.jobs, mp_context=context, initializer=_end_with_parent) as pool:

        def begin(intake: Intake) -> tuple[Intake, Future[Prepared | Refusal] | None]:
            if store.holds(intake):
                return intake, None
            return intake, pool.submit(prepare, intake, clock, store.base, validate=options.validate)

        for intake, future in _ahead(map(begin, intakes), options.jobs * _WAITING):
            yield intake, future.result() if future else None


def _end_with_parent() -> None:
    """End this process when the one that started it is gone; a killed parent cannot tell its children."""
    parent = parent_process()
    if parent:
        Thread(target=_wait_and_end, args=(parent.sentinel,), daemon=True).start()


def _wait_and_end(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


def _ahead(items: Iterable[T], number: int) -> Iterator[T]:
    """Give items in order, always having fetched up to `number` more."""
    iterator = iter(items)
    waiting = list(islice(iterator, number))
    while waiting:
        yield waiting.pop(0)
        waiting.extend(islice(iterator, 1))


def _take(intake: Intake, prepared: Prepared | Refusal | None, store: Store) -> Outcome:
    match prepared:
        case None:
            return Outcome(intake.name, Status.UNCHANGED)
        case Refusal():
            return Outcome(intake.name, Status.QUARANTINED, refusal=prepared)
    status = Status.REPLACED if intake.name in store.entries else Status.STORED
    store.add(prepared)
    return Outcome(intake.name, status, prepared.kind, prepared.claims, notes=prepared.notes)
