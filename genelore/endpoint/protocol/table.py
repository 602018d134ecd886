"""An answer as a page: a table of rows, a yes or a no, the triples as Turtle, or what is wrong."""

from collections.abc import Mapping, Sequence
from itertools import islice

from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples

from genelore.endpoint.job import Job
from genelore.endpoint.protocol.problem import Problem
from genelore.endpoint.protocol.readable import readable
from genelore.endpoint.protocol.rendering import page
from genelore.results import Answer

# More rows than this are for programs; the page says so and offers the other formats.
MOST_ROWS = 2000
_BOOLEAN_FORMATS = ("json", "xml")
_ROW_FORMATS = (*_BOOLEAN_FORMATS, "csv", "tsv", "spreadsheet")
TRIPLE_FORMATS = ("turtle", "ntriples", "jsonld", "rdfxml")


def written(result: Answer, job: Job) -> bytes:
    """Return the page of an answer."""
    return _page(job, {"title": "Result", "formats": _formats(result), **_shown(result)})


def refused(problem: Problem, job: Job) -> bytes:
    """Return the page of a query that is none, to be mended there."""
    told = {"kind": "problem", "title": problem.title, "detail": problem.detail}
    return _page(job, {**told, "formats": (*_ROW_FORMATS, *TRIPLE_FORMATS)})


def _page(job: Job, shown: Mapping[str, object]) -> bytes:
    dataset = [(name, value) for name, value in job.arguments if name.endswith("-graph-uri")]
    frame = {"query": job.first("query"), "dataset": dataset, "most": MOST_ROWS}
    return page("result.html", **{**frame, **shown}).encode()


def _formats(result: Answer) -> Sequence[str]:
    if isinstance(result, QueryTriples):
        return TRIPLE_FORMATS
    return _ROW_FORMATS if isinstance(result, QuerySolutions) else _BOOLEAN_FORMATS


def _shown(result: Answer) -> Mapping[str, object]:
    if isinstance(result, QueryBoolean):
        return {"kind": "boolean", "truth": bool(result)}
    first = [*islice(result, MOST_ROWS + 1)]
    more = len(first) > MOST_ROWS
    if isinstance(result, QuerySolutions):
        names = [variable.value for variable in result.variables]
        return {"kind": "rows", "names": names, "rows": first[:MOST_ROWS], "more": more}
    return {"kind": "triples", "turtle": readable(first[:MOST_ROWS]), "more": more}
