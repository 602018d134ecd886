"""The audit as one HTML file that needs nothing else: no script, no picture or style from elsewhere."""

from collections import Counter
from collections.abc import Sequence
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from genelore.audit.findings import Finding, counts
from genelore.audit.model import Audit, Judgement
from genelore.audit.reading import Reading
from genelore.publish.report.agreement import matrices
from genelore.publish.report.disputes import disputes
from genelore.publish.report.locations import strips
from genelore.publish.report.rates import of_kinds, of_spaces
from genelore.publish.report.signs import SIGNS
from genelore.publish.report.votes import elections

# What a page of a large corpus shows of each; the rest is counted.
_MATRICES = 12
_DISPUTES = 200
_FIGURES = 12


def report(
    readings: Sequence[Reading], audit: Audit, found: Sequence[Finding], base: str, date: str = ""
) -> str:
    """Return the report; `date` is printed as it is given, nothing where it is empty."""
    page = _summary(audit, found) | _tables(readings, audit) | _pictures(readings, audit)
    return (
        _environment()
        .get_template("report.html")
        .render(
            page,
            date=date,
            documents=len(readings),
            disputes=disputes(readings, audit, found[:_DISPUTES], base),
            more_disputes=len(found[_DISPUTES:]),
        )
    )


def _summary(audit: Audit, found: Sequence[Finding]) -> dict[str, object]:
    return {
        "claims": len(audit.verdicts),
        "counts": [(judgement, SIGNS[judgement], number) for judgement, number in counts(audit)],
        "findings": found,
        "is_open": sum(finding.is_open for finding in found),
        "severities": Counter(finding.severity.value for finding in found if finding.is_open),
    }


def _tables(readings: Sequence[Reading], audit: Audit) -> dict[str, object]:
    found = matrices(readings, audit)
    return {
        "signs": SIGNS,
        "judgements": list(Judgement),
        "matrices": found[:_MATRICES],
        "more_matrices": len(found[_MATRICES:]),
        "kinds": of_kinds(readings, audit),
        "spaces": of_spaces(readings, audit),
    }


def _pictures(readings: Sequence[Reading], audit: Audit) -> dict[str, object]:
    places, votes = strips(readings, audit), elections(readings, audit)
    return {
        "strips": places[:_FIGURES],
        "elections": votes[:_FIGURES],
        "more_figures": len(places[_FIGURES:]) + len(votes[_FIGURES:]),
    }


@cache
def _environment() -> Environment:
    loader = PackageLoader("genelore.publish.report")
    return Environment(
        loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined
    )
