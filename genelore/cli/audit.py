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
from pyoxigraph import NamedNode, Quad, RdfFormat

from genelore import generation
from genelore.audit.consensus import Consensus, consensus
from genelore.audit.findings import Finding, findings
from genelore.audit.graphs import quads, write
from genelore.audit.model import Audit
from genelore.audit.policy import Policy
from genelore.audit.reading import Reading, read_all
from genelore.audit.run import audit
from genelore.build import Options
from genelore.cli.console import (
    Exit,
    OutputOption,
    QuietOption,
    StoreOption,
    fail,
    failures,
    narration,
    output,
)
from genelore.publish.export import sorted_prefixes
from genelore.publish.finding_table import jsonl, screen, tsv
from genelore.publish.report import report
from genelore.recovery import open_store
from genelore.repair import repair
from genelore.store import Store
from ontology.prefixes import prefixes
from ontology.reference import Proteins, read_proteins


class Format(StrEnum):
    """How the findings are written."""

    TABLE = "table"
    TSV = "tsv"
    JSONL = "jsonl"
    TURTLE = "turtle"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class _Result:
    """Everything that one run found."""

    base: str
    readings: Sequence[Reading]
    audit: Audit
    consensus: Consensus
    findings: tuple[Finding, ...]


def command(
    store: StoreOption,
    policy: Annotated[
        Policy, typer.Option(help="Which claims the consensus believes.")
    ] = Policy.REFERENCE_THEN_MAJORITY,
    proteins: Annotated[
        Path | None, typer.Option(help="FASTA file of UniProt sequences, to judge residues.", exists=True)
    ] = None,
    form: Annotated[Format, typer.Option("--format", help="How to write the findings.")] = Format.TABLE,
    to: OutputOption = None,
    strict: Annotated[bool, typer.Option(help="Exit with 3 if a finding is open.")] = False,
    date: Annotated[str, typer.Option(help="Date to print on the HTML report.")] = "",
    quiet: QuietOption = False,
) -> None:
    """Judge every claim, find the conflicts, write the entity layer anew, and print the findings.

    The default graph of queries becomes the consensus that the policy accepts. Turtle holds the links,
    verdicts and conflicts; html is one self-contained file.

    Example: genelore audit --policy strict --format tsv
    """
    sequences = _proteins(proteins)
    with failures():
        generation.current(store)
        opened, damage = open_store(store)
    with opened:
        repair(opened, damage, Options())
        result = _audited(opened, policy, sequences)
        changed = write(opened, result.audit, result.consensus)
    if not quiet:
        narration.print(_told(result, changed), markup=False)
    with output(to) as stream:
        stream.write(_written(result, form, date, to is None))
    if strict and any(finding.is_open for finding in result.findings):
        raise typer.Exit(Exit.FINDINGS)


def _proteins(path: Path | None) -> Proteins | None:
    if path is None:
        return None
    try:
        return read_proteins(path)
    except ValueError as error:
        fail(str(error), Exit.UNREADABLE)
    return None


def _audited(store: Store, policy: Policy, proteins: Proteins | None) -> _Result:
    readings = list(read_all(store.quads, store.base))
    audited = audit(readings, proteins)
    believed = consensus(readings, audited, policy, store.base)
    return _Result(store.base, readings, audited, believed, findings(readings, audited, store.base))


def _told(result: _Result, changed: bool) -> str:
    stated = f"{len(result.consensus.statements)} statements in the consensus by {result.consensus.policy}"
    documents = f"{len(result.readings)} documents, {len(result.audit.verdicts)} claims judged"
    return f"{documents}, {stated}{'' if changed else '; nothing changed'}"


def _written(result: _Result, form: Format, date: str, to_screen: bool) -> bytes:
    match form:
        case Format.TSV:
            return tsv(result.findings).encode()
        case Format.JSONL:
            return jsonl(result.findings).encode()
        case Format.TURTLE:
            return _turtle(result)
        case Format.HTML:
            return report(result.readings, result.audit, result.findings, result.base, date).encode()
        case Format.TABLE:
            return _table(result, to_screen and sys.stdout.isatty()).encode()


def _table(result: _Result, is_terminal: bool) -> str:
    width = narration.width if is_terminal else None
    colour = is_terminal and "NO_COLOR" not in os.environ
    return screen(result.findings, result.audit, width, colour=colour)


def _turtle(result: _Result) -> bytes:
    names = {NamedNode(result.base + name) for name in ("links", "verdicts", "conflicts")}
    found = quads(result.audit, result.consensus, result.base)
    triples = [Quad(*quad.triple) for quad in found if quad.graph_name in names]
    content = pyoxigraph.serialize(triples, format=RdfFormat.TURTLE, prefixes=dict(prefixes()))
    return sorted_prefixes(content or b"")
