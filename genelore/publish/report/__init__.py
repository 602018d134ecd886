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
    matrix, strip, vote = matrices(readings, audit), strips(readings, audit), elections(readings, audit)
    return (
        _environment()
        .get_template("report.html")
        .render(
            date=date,
            documents=len(readings),
            claims=len(audit.verdicts),
            counts=[(judgement, SIGNS[judgement], number) for judgement, number in counts(audit)],
            signs=SIGNS,
            findings=found,
            is_open=sum(finding.is_open for finding in found),
            severities=Counter(finding.severity.value for finding in found if finding.is_open),
            matrices=matrix[:_MATRICES],
            more_matrices=len(matrix[_MATRICES:]),
            disputes=disputes(readings, audit, found[:_DISPUTES], base),
            more_disputes=len(found[_DISPUTES:]),
            kinds=of_kinds(readings, audit),
            spaces=of_spaces(readings, audit),
            judgements=list(Judgement),
            strips=strip[:_FIGURES],
            elections=vote[:_FIGURES],
            more_figures=len(strip[_FIGURES:]) + len(vote[_FIGURES:]),
        )
    )


@cache
def _environment() -> Environment:
    loader = PackageLoader("genelore.publish.report")
    return Environment(
        loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined
    )
