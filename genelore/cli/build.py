"""genelore build: documents into the store."""

import os
from collections import Counter
from typing import Annotated

import typer
from rich.progress import track
from rich.table import Table

from genelore.audit.upkeep import Wish, is_kept, keep_up
from genelore.build import Options, Outcome, Status, build
from genelore.cli.console import Exit, PathsArgument, QuietOption, StoreOption, failures, instant, narration
from genelore.recovery import Damage, open_store
from genelore.repair import repair
from genelore.store import Store
from ingest.intake import take_in


def command(
    paths: PathsArgument,
    store: StoreOption,
    strict: Annotated[bool, typer.Option(help="Exit with 3 if a document is quarantined.")] = False,
    validate: Annotated[bool, typer.Option(help="Check each document's graph with SHACL.")] = True,
    jobs: Annotated[int, typer.Option(help="Processes; 0 means one for each core.", min=0)] = 0,
    date: Annotated[
        str | None,
        typer.Option(
            help="Instant to record instead of now, such as 2026-01-31T12:00:00Z.",
            parser=instant,
            metavar="INSTANT",
        ),
    ] = None,
    audit: Annotated[bool, typer.Option(help="Bring the audit up to date, if there is one.")] = True,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Show every document and finding.")
    ] = False,
    quiet: QuietOption = False,
) -> None:
    """Read documents, validate each one's graph and store it; what fails is quarantined with its report.

    Reading the same bytes again changes nothing; a changed document replaces its older version. In a store
    that was audited before, what the audit says is brought up to date.

    Example: genelore build seeds
    """
    options = Options(validate, jobs or os.cpu_count() or 1, date)
    with failures():
        opened, damage = open_store(store)
    with opened:
        repaired = repair(opened, damage, options)
        _tell_damage(damage)
        intakes = track(
            take_in(paths), "reading", console=narration, disable=quiet or not narration.is_terminal
        )
        outcomes = [*repaired, *build(intakes, opened, options)]
        told = _audited(opened, outcomes, audit)
    if quiet:
        _tell_refusals(outcomes)
    else:
        _tell(outcomes, verbose)
        if told:
            narration.print(told, markup=False)
    raise typer.Exit(_exit_code(outcomes, strict))


# Documents, and findings on their lines, that are shown without --verbose.
_SHOWN = 40


def _audited(store: Store, outcomes: list[Outcome], audit: bool) -> str:
    """Bring the audit up to date if there is one, and return what to tell of that."""
    is_new = bool({Status.STORED, Status.REPLACED} & {outcome.status for outcome in outcomes})
    if audit and is_kept(store):
        done = keep_up(store, Wish())
        return str(done) if done.changed or is_new else ""
    return "'genelore audit' judges what is new" if is_new else ""


def _exit_code(outcomes: list[Outcome], strict: bool) -> Exit:
    stages = {outcome.refusal.stage for outcome in outcomes if outcome.refusal}
    if "internal" in stages:
        return Exit.FAILED
    if strict and stages:
        return Exit.FINDINGS
    return Exit.UNREADABLE if stages & {"read", "recognise", "parse"} else Exit.DONE


def _tell_damage(damage: list[Damage]) -> None:
    for item in damage:
        narration.print(f"damaged: {item.entry.name}: {item.reason}; rebuilt", style="yellow", markup=False)


def _tell(outcomes: list[Outcome], verbose: bool) -> None:
    if outcomes and (verbose or len(outcomes) <= _SHOWN):
        _tell_each(outcomes)
    _tell_refusals(outcomes)
    _tell_notes(outcomes, verbose)
    counts = Counter(outcome.status for outcome in outcomes)
    told = ", ".join(f"{counts[status]} {status}" for status in Status if counts[status])
    narration.print(told or "no documents there")


def _tell_refusals(outcomes: list[Outcome]) -> None:
    for outcome in outcomes:
        if outcome.refusal:
            narration.print(str(outcome.refusal), style="red", markup=False)


def _tell_each(outcomes: list[Outcome]) -> None:
    table = Table("document", "kind", "status", "claims", box=None, pad_edge=False)
    for outcome in outcomes:
        claims = str(outcome.claims) if outcome.claims else ""
        table.add_row(outcome.name, outcome.kind, outcome.status, claims)
    narration.print(table)


def _tell_notes(outcomes: list[Outcome], verbose: bool) -> None:
    """Print notes on lines of documents one by one, and those on whole documents once with their number."""
    of_lines = [f"{o.name}:{note}" for o in outcomes for note in o.notes if note[:1].isdigit()]
    shown = of_lines if verbose else of_lines[:_SHOWN]
    for note in shown:
        narration.print(note, style="yellow", markup=False)
    if len(of_lines) > len(shown):
        narration.print(f"... and {len(of_lines) - len(shown)} more findings; --verbose shows them all")
    general = Counter(note for o in outcomes for note in o.notes if not note[:1].isdigit())
    for note, number in sorted(general.items(), key=lambda item: (-item[1], item[0])):
        documents = "document" if number == 1 else "documents"
        narration.print(f"{number} {documents}: {note}", style="yellow", markup=False)
