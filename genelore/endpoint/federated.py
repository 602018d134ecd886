"""The job of answering a query with SERVICE clauses, in a worker that may ask other servers."""

from dataclasses import replace
from functools import cache
from importlib.resources import files
from urllib.parse import quote

import pyoxigraph
from pyoxigraph import QueryTriples

from genelore import results
from genelore.endpoint.elsewhere import Elsewhere, registry
from genelore.endpoint.job import Content, Job, ProblemError, Reply
from genelore.endpoint.protocol.answering import NEGOTIATED, content
from genelore.endpoint.protocol.media import HTML, ROW_TYPES, SPREADSHEET, chosen, of_answer
from genelore.endpoint.site import Site
from genelore.federation import Answer, Network, Options, Registry, run
from genelore.federation.cache import Cache
from genelore.federation.failure import FederationError, RefusedError, ServiceError
from genelore.federation.tables import Row
from genelore.federation.writing import write
from genelore.results import Dataset, QueryError, ResultFormat

# One for each warning, percent-encoded: the formats that have no place for them have this header.
WARNING = "Genelore-Warning"
_WARNED = frozenset({ResultFormat.JSON, ResultFormat.XML})


def federated(store: pyoxigraph.Store, site: Site, job: Job) -> Reply:
    """Answer the query of a job with the help of other endpoints.

    Raises:
        ProblemError: 403 for an endpoint that is not listed, 502 or 504 for one that failed or was slow, 400
            for a query that is none or is not understood.
    """
    assert site.elsewhere
    try:
        answer, rows = _answer(store, site.elsewhere, job)
    except RefusedError as error:
        raise ProblemError(403, "SERVICE is not allowed there", str(error)) from error
    except ServiceError as error:
        is_late = isinstance(error.__cause__, TimeoutError)
        raise ProblemError(504 if is_late else 502, "Another endpoint failed", str(error)) from error
    except (FederationError, QueryError) as error:
        raise ProblemError(400, "Not a query that can be federated", str(error)) from error
    result = _result(replace(answer, rows=iter(rows)))
    media = chosen(job.first("accept"), job.first("format"), of_answer(result))
    made = _content(result, replace(answer, rows=iter(rows)), media, job)
    warnings = tuple((WARNING, quote(each, safe=" <>:/,;'()")) for each in answer.warnings)
    return Reply(200, media, made, (*NEGOTIATED, *warnings))


def _answer(store: pyoxigraph.Store, elsewhere: Elsewhere, job: Job) -> tuple[Answer, list[Row]]:
    """Return the answer when all of it is known, with all of its warnings, and its rows."""
    asked = Dataset(job.all("default-graph-uri"), job.all("named-graph-uri"))
    query, (places, network) = job.first("query"), _outside(elsewhere)
    answer = run(query, store, places, Options(network, asked))
    rows = [*answer.rows]
    if answer.triples is not None:
        answer.triples = iter([*answer.triples])
    return answer, rows


@cache
def _outside(elsewhere: Elsewhere) -> tuple[Registry, Network]:
    """Return the endpoints and the client of this process, which remembers how each host behaves."""
    return registry(elsewhere), Network(Cache(elsewhere.cache), patience=elsewhere.patience / 2)


def _result(answer: Answer) -> results.Answer:
    if answer.triples is None:
        return answer.result()
    held = pyoxigraph.Store()
    held.extend(pyoxigraph.Quad(*triple) for triple in answer.triples)
    query = files("genelore.endpoint").joinpath("queries/everything.rq").read_text(encoding="utf-8")
    made = held.query(query)
    assert isinstance(made, QueryTriples)
    return made


def _content(result: results.Answer, answer: Answer, media: str, job: Job) -> Content:
    is_named = media == HTML or job.first("format") == SPREADSHEET or isinstance(result, QueryTriples)
    if is_named or not answer.warnings or ROW_TYPES[media] not in _WARNED:
        return content(result, media, job)
    return write(answer, ROW_TYPES[media])
