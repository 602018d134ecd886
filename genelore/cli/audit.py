"""genelore audit: what the documents get wrong, and where they disagree."""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import pyoxigraph
import typer
from pyoxigraph import Quad, RdfFormat

from genelore import generation
from genelore.audit.findings import Finding, findings
from genelore.audit.graphs import finding_triples, statement_count
from genelore.audit.model import Audit
from genelore.audit.policy import Policy
from genelore.audit.reading import Reading
from genelore.audit.upkeep import Upkeep, Wish
from genelore.build import Options
from genelore.cli.console import (
    Exit,
    OutputOption,
    QuietOption,
    StoreOption,
    failures,
    narration,
    output,
)
from genelore.cli.judging import JudgingWish, judged
from genelore.cli.online_options import (
    CacheOption,
    EndpointsArgument,
    ForgetOption,
    MapOption,
    OfflineOption,
    OnlineOption,
    OnlineWish,
    StandInsOption,
    answers_told,
    checked,
)
from genelore.publish.export import sorted_prefixes
from genelore.publish.finding_table import jsonl, screen, tsv
from genelore.publish.report import report
from genelore.recovery import open_store
from genelore.repair import repair
from ontology.prefixes import prefixes


class Format(StrEnum):
    """How the findings are written."""

    TABLE = "table"
    TSV = "tsv"
    JSONL = "jsonl"
    TURTLE = "turtle"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class _Result:
    """Everything that is known after one run, and how to tell it: `date` is printed on reports."""

    base: str
    date: str
    readings: Sequence[Reading]
    audit: Audit
    findings: tuple[Finding, ...]


def command(
    store: StoreOption,
    endpoints: EndpointsArgument = None,
    policy: Annotated[
        Policy | None,
        typer.Option(help="Which claims the consensus believes.", show_default="as last time"),
    ] = None,
    proteins: Annotated[
        Path | None,
        typer.Option(help="FASTA file of UniProt sequences, to judge residues; it is kept.", exists=True),
    ] = None,
    forget_proteins: Annotated[bool, typer.Option(help="Judge without the FASTA file that is kept.")] = False,
    form: Annotated[Format, typer.Option("--format", help="How to write the findings.")] = Format.TABLE,
    to: OutputOption = None,
    also: Annotated[
        list[str] | None, typer.Option(help="FORMAT=FILE to write beside that, such as html=report.html.")
    ] = None,
    strict: Annotated[bool, typer.Option(help="Exit with 3 if a finding is open.")] = False,
    date: Annotated[str, typer.Option(help="Date to print on the HTML report.")] = "",
    online: OnlineOption = False,
    forget_online: ForgetOption = False,
    offline: OfflineOption = False,
    stand_ins: StandInsOption = False,
    endpoint_map: MapOption = None,
    cache: CacheOption = None,
    quiet: QuietOption = False,
) -> None:
    """Judge every claim, find the conflicts, bring the entity layer up to date, and print the findings.

    Only what depends on documents that changed is done again. The default graph of queries is the consensus
    that the policy accepts. Turtle holds the links, verdicts and conflicts; html is one self-contained file.

    With --online, public endpoints are asked about claims that are unverified or contested; their answers are
    kept in the store and count as further rows of the reference, also later. Exit code 5: none answered.

    Example: genelore audit --policy strict --format tsv --also html=report.html
    """
    others = [_other(text) for text in also or ()]
    asking = OnlineWish(tuple(endpoints or ()), tuple(endpoint_map or ()), offline, stand_ins, cache)
    wish = JudgingWish(
        Wish(policy, proteins, forget_proteins), checked(asking, is_online=online), forget_online
    )
    with failures():
        generation.current(store)
        opened, damage = open_store(store)
    with opened:
        repair(opened, damage, Options())
        done, is_vain = judged(opened, wish, quiet=quiet)
        result = _result(done, opened.base, date)
        told = _told(result, done, statement_count(opened))
    if not quiet:
        narration.print(told, markup=False)
    for one, path in ((form, to), *others):
        with output(path) as stream:
            stream.write(_written(result, one, path is None))
    raise typer.Exit(Exit.NETWORK if is_vain else _exit_code(result, strict))


def _exit_code(result: _Result, strict: bool) -> Exit:
    is_open = any(finding.is_open for finding in result.findings)
    return Exit.FINDINGS if strict and is_open else Exit.DONE


def _other(text: str) -> tuple[Format, Path]:
    form, equals, path = text.partition("=")
    if form not in {*Format} or not equals or not path:
        raise typer.BadParameter(f"{text} is not FORMAT=FILE", param_hint="--also")
    return Format(form), Path(path)


def _result(done: Upkeep, base: str, date: str) -> _Result:
    readings, audit = done.found.readings, done.found.audit
    return _Result(base, date, readings, audit, findings(readings, audit, base))


def _told(result: _Result, done: Upkeep, statements: int) -> str:
    stated = f"{statements} statements in the consensus by {done.terms.policy}"
    documents = f"{len(result.readings)} documents, {len(result.audit.verdicts)} claims judged"
    answers = answers_told(done.terms.outside)
    return f"{documents}, {stated}{answers}{'' if done.changed else '; nothing changed'}"


def _written(result: _Result, form: Format, to_screen: bool) -> bytes:
    match form:
        case Format.TSV:
            return tsv(result.findings).encode()
        case Format.JSONL:
            return jsonl(result.findings).encode()
        case Format.TURTLE:
            return _turtle(result)
        case Format.HTML:
            return report(result.readings, result.audit, result.findings, result.base, result.date).encode()
        case Format.TABLE:
            return _table(result, to_screen and sys.stdout.isatty()).encode()


def _table(result: _Result, is_terminal: bool) -> str:
    width = narration.width if is_terminal else None
    colour = is_terminal and "NO_COLOR" not in os.environ
    return screen(result.findings, result.audit, width, colour=colour)


def _turtle(result: _Result) -> bytes:
    triples = [Quad(*triple) for triple in finding_triples(result.audit, result.base)]
    content = pyoxigraph.serialize(triples, format=RdfFormat.TURTLE, prefixes=dict(prefixes()))
    return sorted_prefixes(content or b"")
