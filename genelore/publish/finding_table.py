"""Findings as tables: one that a curator reads in one screen, and two that programs read."""

import io
import json
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from genelore.audit.findings import Finding, Place, counts
from genelore.audit.model import Audit, Severity

COLUMNS = ("id", "kind", "verdict", "severity", "documents", "lines", "subject", "values", "sentence")
_STYLES = {Severity.HIGH: "bold red", Severity.MEDIUM: "yellow", Severity.LOW: "dim"}
# Findings that fit a screen, places that fit a line, and the columns of a page that is no terminal.
_SHOWN = 40
_PLACES = 3
_WIDTH = 160


def cells(finding: Finding) -> tuple[str, ...]:
    """Return a finding as one row of `COLUMNS`: lines stand between `;` for each document, in their order."""
    return (
        finding.identifier,
        finding.kind,
        finding.status,
        finding.severity.value,
        ", ".join(place.document for place in finding.places),
        "; ".join(",".join(place.lines) for place in finding.places),
        finding.subject,
        " | ".join(finding.values),
        finding.sentence,
    )


def tsv(found: Iterable[Finding]) -> str:
    r"""Return one finding a row; tabs and newlines inside a cell are written as \t and \n."""
    rows = [COLUMNS, *(tuple(escaped(cell) for cell in cells(finding)) for finding in found)]
    return "".join("\t".join(row) + "\n" for row in rows)


def escaped(cell: str) -> str:
    """Write a cell so that it has no tab and no line feed."""
    return cell.replace("\\", "\\\\").replace("\t", r"\t").replace("\n", r"\n").replace("\r", r"\r")


def jsonl(found: Iterable[Finding]) -> str:
    """Return one finding a line, as an object with `COLUMNS` and the full IRI."""
    return "".join(json.dumps(_object(finding), ensure_ascii=False) + "\n" for finding in found)


def _object(finding: Finding) -> dict[str, object]:
    said: dict[str, object] = dict(zip(COLUMNS, cells(finding), strict=True))
    places = [{"document": place.document, "lines": list(place.lines)} for place in finding.places]
    return said | {"values": list(finding.values), "iri": finding.iri, "places": places}


def screen(found: Sequence[Finding], audit: Audit, width: int | None = None, *, colour: bool = False) -> str:
    """Return the gravest findings as a table for a terminal, and how many claims have each verdict.

    A finding is a row and its sentence below, so that it has the whole width of the screen.
    """
    page = Console(
        file=io.StringIO(), width=width or _WIDTH, force_terminal=colour, highlight=False, no_color=not colour
    )
    with page.capture() as captured:
        page.print(Text(_row("severity", "verdict", "kind", "id", "where") if found else "No findings."))
        for finding in found[:_SHOWN]:
            page.print(_head(finding), soft_wrap=True)
            page.print(Padding(Text(finding.sentence), (0, 0, 0, 4)))
    return "".join(f"{line.rstrip()}\n" for line in captured.get().splitlines()) + _end(found, audit)


def _head(finding: Finding) -> Text:
    style = _STYLES[finding.severity] if finding.is_open else "dim"
    places = "; ".join(where(place) for place in finding.places[:_PLACES])
    words = (finding.severity.value, finding.status, finding.kind, finding.identifier, places)
    return Text(_row(*words), style)


def _row(severity: str, verdict: str, kind: str, identifier: str, places: str) -> str:
    return f"{severity:8}  {verdict:10}  {kind:21}  {identifier:10}  {places}"


def where(place: Place) -> str:
    """Write a place as `name:17, 20-22`.

    >>> where(Place("post.md", ("17-17", "20-22")))
    'post.md:17, 20-22'
    """
    lines = [written(lines) for lines in place.lines]
    more = f" and {len(lines) - _PLACES} more" if len(lines) > _PLACES else ""
    return f"{place.document}:{', '.join(lines[:_PLACES])}{more}"


def written(lines: str) -> str:
    """Write a range of lines as short as it can be.

    >>> written("17-17"), written("17-19")
    ('17', '17-19')
    """
    begin, _, end = lines.partition("-")
    return begin if begin == end else lines


def _end(found: Sequence[Finding], audit: Audit) -> str:
    said = ", ".join(f"{number} {judgement.value}" for judgement, number in counts(audit))
    is_open = sum(finding.is_open for finding in found)
    hidden = len(found) - _SHOWN
    more = [f"... and {hidden} more findings; --format tsv shows them all"] if hidden > 0 else []
    summary = f"{len(found)} findings, {is_open} open, {len(found) - is_open} explained"
    return "\n".join(["", *more, summary, f"claims: {said}", ""])
