"""Answers to queries, written as the client likes best."""

import re
from typing import IO

import pyoxigraph
from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples

from genelore.dataset import ElsewhereError, UnknownFunctionError, evaluate
from genelore.endpoint.job import Content, Job, ProblemError, Reply, misdirected
from genelore.endpoint.protocol import spreadsheet, table
from genelore.endpoint.protocol.columns import in_order
from genelore.endpoint.protocol.media import HTML, ROW_TYPES, SPREADSHEET, TRIPLE_TYPES, chosen, of_answer
from genelore.endpoint.protocol.problem import Problem
from genelore.endpoint.site import Site
from genelore.query_fault import fault
from genelore.results import ROWS, TRIPLES, Answer, Dataset, QueryError, ResultFormat
from ontology.prefixes import prefixes

NEGOTIATED = (("Vary", "Accept"),)
# "SERVICE SILENT <http://a/>": the address that a query would have asked.
_ELSEWHERE = re.compile(r"SERVICE\s+(?:SILENT\s+)?(<[^<>\s]*>|[?$]\w+|[\w.-]*:[\w.-]*)", re.IGNORECASE)


def sparql(store: pyoxigraph.Store, site: Site, job: Job) -> Reply:
    """Answer the query of a job.

    Raises:
        ProblemError: it asks another server, calls an unknown function, or nothing on offer is acceptable.
    """
    query = job.first("query")
    try:
        asked = Dataset(job.all("default-graph-uri"), job.all("named-graph-uri"))
        result = evaluate(store, in_order(query, site.base), asked, site.base)
    except ElsewhereError as error:
        raise (misdirected() if site.elsewhere else _elsewhere(query)) from error
    except UnknownFunctionError as error:
        raise ProblemError(422, "Unknown function", str(error)) from error
    except QueryError as error:
        return _refused(_problem(query, str(error)), job)
    media = chosen(job.first("accept"), job.first("format"), of_answer(result))
    return Reply(200, media, content(result, media, job), NEGOTIATED)


def _problem(query: str, message: str) -> Problem:
    found = fault(query, message)
    place = (("line", found.line), ("column", found.column)) if found else ()
    return Problem(400, "Not a SPARQL query", str(found) if found else message, place)


def _refused(problem: Problem, job: Job) -> Reply:
    media, text = problem.written(job.first("accept"))
    is_page = media.startswith(HTML)
    return Reply(problem.status, media, table.refused(problem, job) if is_page else text, NEGOTIATED)


def _elsewhere(query: str) -> ProblemError:
    found = _ELSEWHERE.search(query)
    return ProblemError(
        403,
        "SERVICE is not allowed here",
        f"This endpoint asks no other server{f', so not {found[1]}' if found else ''}. "
        "Ask both endpoints from your own client and join there.",
    )


def content(result: Answer, media: str, job: Job) -> Content:
    """Return an answer to a job in a media type that it can have, or what writes it."""
    if media == HTML:
        return table.written(result, job)
    if job.first("format") == SPREADSHEET and isinstance(result, QuerySolutions):
        return spreadsheet.writer(result)
    return writer(result, media)


def writer(result: Answer, media: str) -> Content:
    """Return what writes an answer in a media type that it can have."""
    if isinstance(result, QueryTriples):
        return _triples(result, TRIPLE_TYPES[media])
    form = ROWS[ROW_TYPES[media]]
    if isinstance(result, QueryBoolean):
        return result.serialize(format=form) or b""

    def rows(stream: IO[bytes]) -> None:
        result.serialize(stream, form)

    return rows


def _triples(result: QueryTriples, form: ResultFormat) -> Content:
    named = dict(prefixes()) if form in {ResultFormat.TURTLE, ResultFormat.RDFXML} else None

    def triples(stream: IO[bytes]) -> None:
        pyoxigraph.serialize(result, stream, TRIPLES[form], prefixes=named)

    return triples
